"""The published results of somebody, for who asks what is kept about her."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts import personal_data
from app.accounts.personal_data import Row
from app.certification.certificates.queries import certifications_of
from app.lib.msgids import N_


async def _export(user: int) -> Sequence[Row]:
    return [
        {
            "centre": one.centre,
            "started_at": one.started_at,
            "published_at": one.published_at,
            "status": one.outcome.status,
            "score": one.outcome.score,
            "competences": ", ".join(f"{code} : {level}" for code, level in one.outcome.levels.items()),
            "comment": one.outcome.comments.candidate,
            "code": one.code,
            "shared_at": one.shared_at,
        }
        for one in await certifications_of(user)
        if one.outcome is not None
    ]


async def _erase(user: int) -> None:
    """Nothing: the candidate that she was is erased, and a result alone says nothing of anybody."""
    del user


personal_data.register(
    "certification_results",
    _export,
    _erase,
    title=N_("Vos résultats de certification"),
    labels={
        "centre": N_("Centre de certification"),
        "started_at": N_("Test passé le"),
        "published_at": N_("Délivré le"),
        "status": N_("Statut"),
        "score": N_("Pix"),
        "competences": N_("Niveau par compétence"),
        "comment": N_("Commentaire du jury"),
        "code": N_("Code de vérification"),
        "shared_at": N_("Partagé par un lien le"),
    },
)
