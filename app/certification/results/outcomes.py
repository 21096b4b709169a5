"""A result as its row keeps it, and back. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Literal

import msgspec

from app.certification.scoring.results import NOT_CERTIFIED, CompetenceResult
from app.lib.msgids import N_

LEVELS: Final[Mapping[int, str]] = {
    0: N_("En dessous du premier niveau"),
    1: N_("Novice 1"),
    2: N_("Novice 2"),
    3: N_("Indépendant 1"),
    4: N_("Indépendant 2"),
    5: N_("Avancé 1"),
    6: N_("Avancé 2"),
    7: N_("Expert 1"),
    8: N_("Expert 2"),
}
"""By global level."""
COMMENTS: Final[Mapping[str, str]] = {
    "fraud": N_("Une fraude a été constatée pendant la session : la certification n’est pas délivrée."),
    "lack_of_answers": N_("Le test a été quitté avant d’avoir répondu à assez de questions pour être noté."),
    "lack_of_answers_technical": N_(
        "Un problème technique a empêché de répondre à assez de questions : la certification est annulée."
    ),
    "insufficient_correct_answers": N_("Moins de la moitié des réponses sont justes."),
    "neutralisation": N_("Trop de questions ont dû être retirées du test : la certification est annulée."),
    "zero_score": N_("Les réponses données ne permettent d’attribuer aucun pix."),
    "jury_cancelled": N_("Le jury de Pix a annulé cette certification."),
}
"""Automatic comments, by key."""
FAULTS: Final[Mapping[str, str]] = {
    "defect": N_("Le calcul a échoué : l’erreur est dans le journal technique du service."),
    "its assessment is gone": N_("Le test lui-même n’existe plus : ses réponses ont été effacées."),
    "an answer to a question that was not asked": N_(
        "Une réponse porte sur une question qui n’était pas dans le test."
    ),
    "two answers to one question": N_("Une question a deux réponses."),
    "a question without an answer in a finished test": N_("Le test est terminé, et une question n’a pas de réponse."),
    "enough right answers, and no pix": N_("Assez de réponses justes, et pourtant aucun pix."),
}
"""Why a result cannot be computed, in the words of the rules."""
UNKNOWN_FAULT: Final = N_("Le résultat n’a pas pu être calculé.")
Audience = Literal["candidate", "centre", "internal"]
"""Whom a comment of an officer is for; internal: the administration alone."""


class Signature(msgspec.Struct, frozen=True):
    """Who wrote a comment, and when."""

    by: int
    at: datetime


class Comments(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why the result is what it is."""

    keys: tuple[str, ...] = ()
    candidate: str = ""
    """What an officer tells the candidate."""
    centre: str = ""
    internal: str = ""
    signed: Mapping[str, Signature] = msgspec.field(default_factory=dict)
    """By audience; those written before signatures were kept have none."""
    questions: Mapping[str, str] = msgspec.field(default_factory=dict)
    """What an officer decided of questions, by challenge: neutralised, or counted whatever the reports say."""
    fault: str = ""
    """Why it could not be computed: one of `FAULTS`."""

    def said_to(self, audience: Audience) -> str:
        """What was written for them."""
        return {"candidate": self.candidate, "centre": self.centre, "internal": self.internal}[audience]


class Outcome(msgspec.Struct, frozen=True):
    """The result of a test at some moment."""

    id: int
    status: str
    score: int
    level: int
    score_error: float | None
    competences: Mapping[str, CompetenceResult]
    comments: Comments
    officer: int | None
    at: datetime

    @property
    def levels(self) -> Mapping[str, int]:
        """By competence; those that are not certified left out."""
        return {code: one.level for code, one in self.competences.items() if one.level != NOT_CERTIFIED}

    @property
    def told_score(self) -> int | None:
        """In pix, as a centre is told: 0 when it is rejected, None when it is cancelled or in error."""
        if self.status == "rejected":
            return 0
        return self.score if self.status == "validated" else None

    @property
    def words(self) -> tuple[str, ...]:
        """Its automatic comments, to be translated."""
        return tuple(COMMENTS[one] for one in self.comments.keys if one in COMMENTS)

    @property
    def fault(self) -> str:
        """Why it could not be computed, to be translated; empty for what is no error."""
        return FAULTS.get(self.comments.fault, UNKNOWN_FAULT) if self.status == "error" else ""


def encode(value: Any) -> str:
    """As the columns that hold JSON keep it."""
    return msgspec.json.encode(value).decode()


def comments_of(text: str) -> Comments:
    return _comments.decode(text) if text else Comments()


def outcome_of(row: Mapping[str, Any]) -> Outcome | None:
    """From the columns that `COLUMNS` selects; None when there is no result."""
    if row["result"] is None:
        return None
    return Outcome(
        row["result"],
        row["status"],
        row["score"] or 0,
        row["level"] or 0,
        row["standard_error"],
        _competences.decode(row["competences"]) if row["competences"] else {},
        comments_of(row["comment_keys"]),
        row["jury"],
        row["result_at"],
    )


COLUMNS: Final = (
    " r.id AS result, r.status, r.score, r.level, r.standard_error, r.competences, r.comment_keys, r.jury,"
    " r.created_at AS result_at"
)
LATEST: Final = (
    " LEFT JOIN certification_result r ON r.id = (SELECT MAX(x.id) FROM certification_result x WHERE x.test = t.id)"
)
"""Joins to a test `t` the result that counts."""

_comments = msgspec.json.Decoder(Comments)
_competences = msgspec.json.Decoder(dict[str, CompetenceResult])
