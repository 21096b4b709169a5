"""A result as its row keeps it, and back. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

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


class Comments(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why the result is what it is."""

    keys: tuple[str, ...] = ()
    candidate: str = ""
    """What an officer tells the candidate."""


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
    def words(self) -> tuple[str, ...]:
        """Its automatic comments, to be translated."""
        return tuple(COMMENTS[one] for one in self.comments.keys if one in COMMENTS)


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
