"""What only the database knows of a draft. Asked when the file is read, and again when it is confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.certification.candidates.names import match_name
from app.certification.mass_import.blocks import place_of
from app.certification.mass_import.columns import HEADINGS
from app.certification.mass_import.drafts import DraftSession
from app.certification.mass_import.problems import Problem, Problems
from app.certification.sessions.refusals import SessionFinalized, SessionStarted
from app.certification.sessions.sessions import Planned
from app.certification.tables import Candidate, CertificationSession
from app.lib.msgids import N_
from app.web.formats import local_time

CHUNK = 500
"""Numbers of one `IN (…)`."""
_NUMBER = HEADINGS["number"]


@dataclass(frozen=True)
class Known:
    """A session of the centre that a draft names."""

    site: str
    room: str
    starts_at: datetime
    started: bool
    """Somebody joined it."""
    finalized: bool


async def check(centre: int, sessions: Sequence[DraftSession], at: datetime, problems: Problems) -> None:
    """Adds what is wrong now with these sessions, those that exist and those that would."""
    numbers = [one.number for one in sessions if one.number is not None]
    known, planned = await sessions_named(centre, numbers), await _planned_between(centre, sessions)
    enrolled = await _enrolled([number for number in numbers if number in known])
    for one in sessions:
        if one.planned is not None:
            _check_new(one.line, one.planned, planned, at, problems)
        elif one.number is not None:
            _check_known(one, one.number, known.get(one.number), problems)
            _tell_enrolled(one, one.number, enrolled, problems)
    problems.in_order()


async def sessions_named(centre: int, numbers: Sequence[int]) -> Mapping[int, Known]:
    """Those of the centre, by number."""
    found: dict[int, Known] = {}
    for start in range(0, len(numbers), CHUNK):
        part = numbers[start : start + CHUNK]
        rows = await CertificationSession.raw(
            "SELECT s.id, s.site, s.room, s.starts_at, s.started_at, s.finalized_at,"
            " EXISTS (SELECT 1 FROM candidate k WHERE k.session = s.id AND k.joined_at IS NOT NULL) AS joined"
            f" FROM certification_session s WHERE s.centre = {{}} AND s.id IN ({', '.join(['{}'] * len(part))})",
            centre,
            *part,
        )
        found |= {row["id"]: _known(row) for row in rows}
    return found


def _known(row: Mapping[str, Any]) -> Known:
    started = bool(row["joined"]) or row["started_at"] is not None
    return Known(row["site"], row["room"], row["starts_at"], started, row["finalized_at"] is not None)


async def _planned_between(centre: int, sessions: Sequence[DraftSession]) -> Mapping[tuple[str, str, datetime], int]:
    """The sessions of the centre on these days: where and when, and their numbers."""
    moments = [one.planned.starts_at for one in sessions if one.planned is not None]
    if not moments:
        return {}
    rows = await CertificationSession.select(
        CertificationSession.id, CertificationSession.site, CertificationSession.room, CertificationSession.starts_at
    ).where(
        (CertificationSession.centre == centre)
        & (CertificationSession.starts_at >= min(moments))
        & (CertificationSession.starts_at <= max(moments))
    )
    return {place_of(row["site"], row["room"], row["starts_at"]): row["id"] for row in rows}


async def _enrolled(numbers: Sequence[int]) -> set[tuple[int, str, date]]:
    """Who is in these sessions: session, names, birth."""
    found: set[tuple[int, str, date]] = set()
    for start in range(0, len(numbers), CHUNK):
        rows = await Candidate.select(Candidate.session, Candidate.match_name, Candidate.birthdate).where(
            Candidate.session.is_in(list(numbers[start : start + CHUNK]))
        )
        found |= {(row["session"], row["match_name"], row["birthdate"]) for row in rows}
    return found


def _check_new(
    line: int,
    planned: Planned,
    others: Mapping[tuple[str, str, datetime], int],
    at: datetime,
    problems: Problems,
) -> None:
    if local_time(planned.starts_at).date() < local_time(at).date():
        problems.block(Problem(line, HEADINGS["date"], "DATE_INVALID", N_("Cette date est passée")))
    twin = others.get(place_of(planned.site, planned.room, planned.starts_at))
    if twin is not None:
        words = N_("La session %(number)s a déjà les mêmes site, salle, date et heure")
        problems.block(Problem(line, "", "SESSION_TWIN", words, {"number": twin}))


def _check_known(one: DraftSession, number: int, known: Known | None, problems: Problems) -> None:
    if known is None:
        words = N_("Votre centre n’a pas de session %(number)s")
        problems.block(Problem(one.line, _NUMBER, "SESSION_UNKNOWN", words, {"number": number}))
    elif known.finalized:
        problems.block(Problem(one.line, _NUMBER, "SESSION_FINALIZED", SessionFinalized.message))
    elif known.started:
        problems.block(Problem(one.line, _NUMBER, "SESSION_STARTED", SessionStarted.message))


def _tell_enrolled(one: DraftSession, number: int, enrolled: set[tuple[int, str, date]], problems: Problems) -> None:
    """How many of its candidates are there already."""
    again = sum(
        (number, match_name(who.first_name, who.last_name), who.birthdate) in enrolled for who in one.candidates
    )
    if again:
        words = N_("Déjà inscrits à cette session : %(count)s. Leurs informations seront remplacées.")
        problems.warn(Problem(one.line, "", "CANDIDATE_KNOWN", words, {"count": again}))
