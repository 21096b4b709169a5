"""What the training keeps about someone: shown, taken away, erased."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts import personal_data
from app.accounts.personal_data import Row
from app.lib.msgids import N_
from app.training.tables import SavedTutorial, TutorialVote


async def _export_saved(user: int) -> Sequence[Row]:
    return (
        await SavedTutorial.select(SavedTutorial.tutorial, SavedTutorial.skill, SavedTutorial.created_at)
        .where(SavedTutorial.user == user)
        .order_by(SavedTutorial.id)
    )


async def _erase_saved(user: int) -> None:
    await SavedTutorial.delete().where(SavedTutorial.user == user)


async def _export_votes(user: int) -> Sequence[Row]:
    return (
        await TutorialVote.select(TutorialVote.tutorial, TutorialVote.created_at)
        .where(TutorialVote.user == user)
        .order_by(TutorialVote.id)
    )


async def _erase_votes(user: int) -> None:
    await TutorialVote.delete().where(TutorialVote.user == user)


personal_data.register(
    "saved_tutorials",
    _export_saved,
    _erase_saved,
    title=N_("Vos tutos enregistrés"),
    labels={"tutorial": N_("Tuto"), "skill": N_("Acquis"), "created_at": N_("Enregistré le")},
)
personal_data.register(
    "useful_tutorials",
    _export_votes,
    _erase_votes,
    title=N_("Les tutos que vous trouvez utiles"),
    labels={"tutorial": N_("Tuto"), "created_at": N_("Le")},
)
