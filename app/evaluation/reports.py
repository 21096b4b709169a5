"""Problems signalled by learners, for the authors of the challenges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.evaluation.tables import ProblemReport
from app.lib.msgids import N_
from app.persistence.transactions import write_transaction

LONGEST_COMMENT = 10_000

CATEGORIES: Mapping[str, str] = {
    "question.unclear": N_("La question : je ne la comprends pas"),
    "question.improvement": N_("La question : je propose une amélioration"),
    "picture.missing": N_("L’image ne s’affiche pas"),
    "picture.other": N_("L’image : autre problème"),
    "link.blocked": N_("Un lien est bloqué dans mon établissement"),
    "link.other": N_("Un lien : autre problème"),
    "download.unopened": N_("Le fichier ne s’ouvre pas"),
    "download.lost": N_("Je ne retrouve pas le fichier téléchargé"),
    "download.locked": N_("Je ne peux pas modifier le fichier"),
    "download.other": N_("Le fichier : autre problème"),
    "accessibility": N_("L’accessibilité de l’épreuve"),
    "answer.not_accepted": N_("Ma réponse est juste mais n’a pas été acceptée"),
    "answer.disagree": N_("Je ne suis pas d’accord avec la réponse"),
    "tutorial.broken": N_("Un tuto ne s’ouvre pas"),
    "tutorial.disagree": N_("Un tuto n’est pas bon"),
    "tutorial.proposal": N_("Je propose un tuto"),
    "other.challenge": N_("Je propose une épreuve"),
    "other.site": N_("Une remarque sur le site"),
    "other.difficulty": N_("La difficulté ne me convient pas"),
}
"""What can be signalled (evaluation 4.7), in the words of the page (French msgids)."""

ADVICE: Mapping[str, str] = {
    "picture.missing": N_(
        "Rechargez la page. Si l’image manque toujours, votre réseau la bloque peut-être :"
        " ouvrez l’alternative textuelle, ou passez la question."
    ),
    "link.blocked": N_(
        "Le réseau de votre établissement filtre certains sites."
        " Demandez à la personne qui vous encadre, ou passez la question."
    ),
    "download.unopened": N_(
        "Essayez un autre format s’il y en a un, ou une suite bureautique libre comme LibreOffice."
    ),
    "download.lost": N_("Regardez dans le dossier Téléchargements, ou téléchargez le fichier une nouvelle fois."),
    "download.locked": N_(
        "Le fichier s’ouvre d’abord en lecture seule : choisissez « Activer la modification »"
        " ou enregistrez-en une copie."
    ),
}
"""Help that often solves the problem at once."""


@dataclass(frozen=True)
class Signalled:
    """A report, for the contributors' list."""

    challenge: str
    category: str
    comment: str
    value: str
    at: datetime


def categories(*, picture: bool, files: bool, correction: bool) -> Sequence[tuple[str, str]]:
    """The categories that make sense on a page."""
    hidden = {"picture"} if not picture else set()
    hidden |= {"download"} if not files else set()
    hidden |= set() if correction else {"answer", "tutorial"}
    return [(name, words) for name, words in CATEGORIES.items() if name.split(".")[0] not in hidden]


async def signal(user: int, challenge: str, body: str, category: str, comment: str, value: str, now: datetime) -> None:
    """Keeps a report; the same one sent twice is kept once."""
    async with write_transaction():
        same = await ProblemReport.exists().where(
            (ProblemReport.user == user)
            & (ProblemReport.challenge == challenge)
            & (ProblemReport.category == category)
            & (ProblemReport.comment == comment)
        )
        if not same:
            await ProblemReport.insert(
                ProblemReport(
                    user=user,
                    challenge=challenge,
                    body=body,
                    category=category,
                    comment=comment,
                    value=value,
                    created_at=now,
                )
            )


async def recent(limit: int = 200, challenge: str | None = None) -> list[Signalled]:
    """The newest reports first; of one challenge only, when it is given."""
    query = (
        ProblemReport.select(
            ProblemReport.challenge,
            ProblemReport.category,
            ProblemReport.comment,
            ProblemReport.value,
            ProblemReport.created_at,
        )
        .order_by(ProblemReport.created_at, ascending=False)
        .order_by(ProblemReport.id, ascending=False)
        .limit(limit)
    )
    rows = await (query.where(ProblemReport.challenge == challenge) if challenge else query)
    return [
        Signalled(one["challenge"], one["category"], one["comment"], one["value"], one["created_at"]) for one in rows
    ]
