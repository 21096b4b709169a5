"""What the profile keeps about someone: shown, taken away, erased."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts import personal_data
from app.accounts.personal_data import Row
from app.lib.msgids import N_
from app.profile.tables import CompetenceTest


async def _export(user: int) -> Sequence[Row]:
    return (
        await CompetenceTest.select(
            CompetenceTest.competence,
            CompetenceTest.assessment,
            CompetenceTest.state,
            CompetenceTest.pix_before,
            CompetenceTest.level_before,
        )
        .where(CompetenceTest.user == user)
        .order_by(CompetenceTest.id)
    )


async def _erase(user: int) -> None:
    await CompetenceTest.delete().where(CompetenceTest.user == user)


personal_data.register(
    "competence_tests",
    _export,
    _erase,
    title=N_("Vos tests de compétences"),
    labels={
        "competence": N_("Compétence"),
        "assessment": N_("Évaluation"),
        "state": N_("État"),
        "pix_before": N_("Pix au début du test"),
        "level_before": N_("Niveau au début du test"),
    },
)
