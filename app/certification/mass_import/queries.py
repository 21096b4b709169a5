"""Reads for the pages of mass imports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.certification.mass_import.checks import sessions_named
from app.certification.mass_import.drafts import Draft
from app.certification.members import CentreMember, member_of
from app.certification.tables import SessionImport
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id

MOST_SHOWN = 100
"""Sessions listed in the recap."""


@dataclass(frozen=True)
class Waiting:
    """A file that was read, as its author sees it."""

    id: int
    member: CentreMember
    """In the centre of the import, whatever centre she has chosen."""
    content: str
    created_at: datetime
    confirmed_at: datetime | None


@dataclass(frozen=True)
class RecapLine:
    """A session of the draft. `number`: None for a new one."""

    number: int | None
    site: str
    room: str
    starts_at: datetime | None
    candidates: int


async def own_import(user: int, waiting: int) -> Waiting:
    """An import through who sent it, while she is of the team. Raises NotFound, also for a colleague."""
    rows = await SessionImport.select(
        SessionImport.id,
        SessionImport.centre,
        SessionImport.content,
        SessionImport.created_at,
        SessionImport.confirmed_at,
    ).where((SessionImport.id == (waiting if is_row_id(waiting) else 0)) & (SessionImport.user == user))
    member = await member_of(user, rows[0]["centre"]) if rows else None
    if member is None:
        raise NotFound
    row = rows[0]
    return Waiting(row["id"], member, row["content"], row["created_at"], row["confirmed_at"])


async def recap_of(centre: int, draft: Draft) -> Sequence[RecapLine]:
    """Its first sessions, in the order of the file."""
    shown = draft.sessions[:MOST_SHOWN]
    known = await sessions_named(centre, [one.number for one in shown if one.number is not None])
    lines = []
    for one in shown:
        place = one.planned or known.get(one.number or 0)
        site, room, starts_at = (place.site, place.room, place.starts_at) if place else ("", "", None)
        lines.append(RecapLine(one.number, site, room, starts_at, len(one.candidates)))
    return lines
