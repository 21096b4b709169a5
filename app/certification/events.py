"""What happens in a test, in a chain that is only ever added to: each event holds the fingerprint of the one before.

An event changed, removed or put in between is found by `verify`. Answers are rows of their own: the last event,
« ended », holds the fingerprint of all of them.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple

from app.certification.tables import CertificationEvent, CertificationTest
from app.evaluation.tables import Answer
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction

Kind = Literal[
    "joined", "authorised", "started", "left", "returned", "resumed",
    "alert_raised", "alert_dismissed", "alert_validated", "ended",
]  # fmt: skip
Value = str | int | None
TRIES = 5
log = logging.getLogger("pix.security")


class Happened(NamedTuple):
    """An event before it is in a chain."""

    kind: Kind
    at: datetime
    details: Mapping[str, Value]


async def begin(test: int, events: Sequence[Happened]) -> None:
    """The chain of a test that this transaction made: nobody else can add to it yet."""
    rows: list[CertificationEvent] = []
    for place, one in enumerate(events, 1):
        rows.append(_linked(test, place, rows[-1].hash if rows else "", one))
    await CertificationEvent.insert(*rows)


async def record(test: int, kind: Kind, at: datetime, **details: Value) -> None:
    """Adds an event at the end of the chain of a test; whole seconds are kept."""
    for tries_left in reversed(range(TRIES)):
        try:
            await _append(test, Happened(kind, at, details))
        except Exception as error:
            if not is_unique_violation(error) or not tries_left:  # somebody else's event came first
                raise
        else:
            return


async def verify(test: int) -> int | None:
    """The position of the first event that is not what was written; None when the whole chain holds.

    For a chain that was cut at its end, the position of the event that is missing. A break is written in the log.
    """
    broken = await _first_break(test)
    if broken is not None:
        log.error("the events of test %s are not what was written, from the one at %s on", test, broken)
    return broken


async def answers_fingerprint(assessment: int | None) -> tuple[int, str]:
    """How many answers were given, and the fingerprint of what they were and of their results."""
    rows = await Answer.raw(
        "SELECT position, challenge, body, value, result FROM answer WHERE assessment = {} ORDER BY position",
        assessment or 0,
    )
    body = [[row["position"], row["challenge"], row["body"], row["value"], row["result"]] for row in rows]
    return len(rows), hashlib.sha256(_json(body).encode()).hexdigest()


async def _first_break(test: int) -> int | None:
    rows = await CertificationEvent.raw("SELECT * FROM certification_event WHERE test = {} ORDER BY position", test)
    before, place = "", 0
    for place, row in enumerate(rows, 1):
        written = _hash(before, test, place, row["kind"], row["details"], row["at"])
        if (row["position"], row["previous_hash"], row["hash"]) != (place, before, written):
            return place
        before = written
    over = await CertificationTest.exists().where(
        (CertificationTest.id == test) & CertificationTest.ended_at.is_not_null()
    )
    if not over:
        return None
    # Last but for what was on its way when it ended: that she left, that she came back.
    ends = [row for row in rows if row["kind"] == "ended"]
    return await _changed_answers(test, ends[-1]) if ends else place + 1


async def _changed_answers(test: int, last: Mapping[str, Any]) -> int | None:
    (row,) = await CertificationTest.select(CertificationTest.assessment).where(CertificationTest.id == test)
    kept = json.loads(last["details"])
    if row["assessment"] is None or (kept["answers"], kept["fingerprint"]) == await answers_fingerprint(
        row["assessment"]
    ):
        return None
    return int(last["position"])


async def _append(test: int, event: Happened) -> None:
    async with write_transaction():
        rows = await CertificationEvent.raw(
            "SELECT position, hash FROM certification_event WHERE test = {} ORDER BY position DESC LIMIT 1", test
        )
        place, before = (rows[0]["position"] + 1, rows[0]["hash"]) if rows else (1, "")
        await CertificationEvent.insert(_linked(test, place, before, event))


def _linked(test: int, place: int, before: str, event: Happened) -> CertificationEvent:
    """The row of an event after the one whose fingerprint is `before`."""
    moment, text = event.at.replace(microsecond=0), _json(event.details)
    return CertificationEvent(
        test=test,
        position=place,
        kind=event.kind,
        details=text,
        at=moment,
        previous_hash=before,
        hash=_hash(before, test, place, event.kind, text, moment),
    )


def _hash(before: str, test: int, place: int, kind: str, details: str, at: datetime) -> str:
    body = [before, test, place, kind, details, at.astimezone(UTC).isoformat()]
    return hashlib.sha256(_json(body).encode()).hexdigest()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
