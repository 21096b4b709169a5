"""Reads for the page of a test: what happened in it, from the chain of its events."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.certification.results.histories import names_of
from app.certification.tables import CertificationEvent, LiveAlert
from app.lib.msgids import N_
from app.lib.row_ids import is_row_id

EVENTS: Mapping[str, str] = {
    "joined": N_("A rejoint la session"),
    "authorised": N_("Présence confirmée"),
    "started": N_("Test commencé"),
    "left": N_("A quitté le test"),
    "returned": N_("Est revenu au test"),
    "resumed": N_("Reprise autorisée"),
    "alert_raised": N_("A signalé un problème"),
    "alert_dismissed": N_("Signalement sans suite : la même question continue"),
    "alert_validated": N_("Question remplacée"),
    "ended": N_("Test terminé"),
}
ENDED_BY: Mapping[str, str] = {
    "candidate": N_("par le candidat, à la dernière question"),
    "invigilator": N_("par le surveillant"),
    "finalisation": N_("par la finalisation de la session"),
    "time": N_("au bout de vingt-quatre heures"),
    "lack": N_("faute de questions à poser"),
}


@dataclass(frozen=True)
class Event:
    """What happened, and who did it."""

    position: int
    kind: str
    at: datetime
    who: str
    """Nobody for what the candidate or the clock ended, whoever it was written for."""
    question: int
    """Its number, when it is about one; else 0."""
    reason: str
    """Of a question that was replaced: the code of its report."""
    word: str
    """Of an alert that was dismissed: what the invigilator said."""
    ended_by: str
    answers: int


async def events_of(test: int) -> Sequence[Event]:
    """The chain of what happened, in its order, whether it holds or not."""
    rows = await CertificationEvent.raw(
        "SELECT position, kind, details, at FROM certification_event WHERE test = {} ORDER BY position", test
    )
    found = [(row, _details(row["details"])) for row in rows]
    names = await names_of({_person(details) for _, details in found})
    alerts = await LiveAlert.raw("SELECT id, word FROM live_alert WHERE test = {} AND word <> ''", test)
    words = {row["id"]: row["word"] for row in alerts}
    return [
        Event(
            row["position"],
            row["kind"],
            row["at"],
            "" if _text(details, "who") in ("candidate", "time", "lack") else names.get(_person(details), ""),
            question=_number(details, "question"),
            reason=_text(details, "reason"),
            word=words.get(_number(details, "alert"), ""),
            ended_by=_text(details, "who"),
            answers=_number(details, "answers"),
        )
        for row, details in found
    ]


def _details(text: str) -> Mapping[str, Any]:
    """What a broken chain holds may be anything."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _person(details: Mapping[str, Any]) -> int:
    """Who did it; 0 for nobody."""
    found = _number(details, "by") or _number(details, "user")
    return found if is_row_id(found) else 0


def _number(details: Mapping[str, Any], name: str) -> int:
    found = details.get(name)
    return found if isinstance(found, int) else 0


def _text(details: Mapping[str, Any], name: str) -> str:
    found = details.get(name)
    return found if isinstance(found, str) else ""
