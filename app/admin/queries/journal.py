"""Reads for the log of what people did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from app.accounts.tables import AuditEvent, User
from app.admin.searching import containing, words_of
from app.campaigns.tables import Campaign
from app.certification.tables import CertificationCentre, CertificationSession
from app.lib.row_ids import row_id
from app.organisations.tables import Organisation
from app.persistence.reports import report
from app.web.formats import ZONE
from app.web.forms import Form
from app.web.listing import Slice, slice_of

_NAMES = (User.id, User.first_name, User.last_name)


@dataclass(frozen=True)
class Wanted:
    """What the log is asked for; 0, empty or None: whatever it is."""

    action: str = ""
    who: str = ""
    organisation: int = 0
    since: date | None = None
    until: date | None = None
    """Both days are included."""

    @property
    def filters(self) -> bool:
        return bool(self.action or self.who or self.organisation or self.since or self.until)


@dataclass(frozen=True)
class Event:
    """One thing that somebody did."""

    id: int
    at: datetime
    actor: int | None
    actor_name: str
    action: str
    subject_kind: str
    subject: str
    subject_name: str
    """Somebody's, an organisation's, a campaign's or a centre's; the number of a session that is finalised;
    empty for other things, and for what is gone."""
    organisation: int | None
    organisation_name: str
    details: Mapping[str, str | int | bool | None]


async def events(asked: Wanted, query: Form) -> tuple[list[Event], Slice]:
    """One page of the log, the latest first. Off the event loop: it may read all of it."""
    where, values = _conditions(asked)
    joined = "FROM audit_event e LEFT JOIN pix_user u ON u.id = e.actor"
    total = await report(f"SELECT COUNT(*) AS n {joined} WHERE {where}", *values)
    part = slice_of(query, total[0]["n"])
    found = await report(
        f"SELECT e.id {joined} WHERE {where} ORDER BY e.at DESC, e.id DESC LIMIT {{}} OFFSET {{}}",
        *values,
        part.size,
        part.offset,
    )
    return await _events([row["id"] for row in found]), part


def _conditions(asked: Wanted) -> tuple[str, list[Any]]:
    conditions, values = ["1 = 1"], list[Any]()
    if asked.action:
        conditions.append("e.action = {}")
        values.append(asked.action)
    if asked.who:
        words = words_of(asked.who)
        by_words = " AND ".join(["u.search_name LIKE {} ESCAPE '!'"] * len(words)) or "1 = 0"
        conditions.append(f"(({by_words}) OR e.actor = {{}})")
        values += [*map(containing, words), row_id(asked.who)]
    if asked.organisation:
        conditions.append("e.organisation = {}")
        values.append(asked.organisation)
    if asked.since is not None:
        conditions.append("e.at >= {}")
        values.append(_midnight(asked.since))
    if asked.until is not None:
        conditions.append("e.at < {}")
        values.append(_midnight(asked.until + timedelta(days=1)))
    return " AND ".join(conditions), values


async def _events(ids: Sequence[int]) -> list[Event]:
    if not ids:
        return []
    rows = await AuditEvent.select().where(AuditEvent.id.is_in(list(ids)))
    people = {row["actor"] for row in rows} | _subjects(rows, "user")
    users = {row["id"]: row for row in await User.select(*_NAMES).where(User.id.is_in(_numbers(people)))}
    campaigns = Campaign.select(Campaign.id, Campaign.name).where(
        Campaign.id.is_in(_numbers(_subjects(rows, "campaign")))
    )
    organisations = Organisation.select(Organisation.id, Organisation.name).where(
        Organisation.id.is_in(_numbers({row["organisation"] for row in rows}))
    )
    centres = CertificationCentre.select(CertificationCentre.id, CertificationCentre.name).where(
        CertificationCentre.id.is_in(_numbers(_subjects(rows, "certification_centre")))
    )
    sessions = CertificationSession.select(CertificationSession.id).where(
        CertificationSession.id.is_in(_numbers(_subjects(rows, "certification_session")))
        & CertificationSession.finalized_at.is_not_null()
    )
    names = {
        "user": {number: f"{row['first_name']} {row['last_name']}".strip() for number, row in users.items()},
        "campaign": {row["id"]: row["name"] for row in await campaigns},
        "organisation": {row["id"]: row["name"] for row in await organisations},
        "certification_centre": {row["id"]: row["name"] for row in await centres},
        "certification_session": {row["id"]: str(row["id"]) for row in await sessions},
    }
    found = {row["id"]: _event(row, names) for row in rows}
    return [found[one] for one in ids if one in found]


def _event(row: Mapping[str, Any], names: Mapping[str, Mapping[int, str]]) -> Event:
    return Event(
        id=row["id"],
        at=row["at"],
        actor=row["actor"],
        actor_name=names["user"].get(row["actor"], ""),
        action=row["action"],
        subject_kind=row["subject_kind"],
        subject=row["subject"],
        subject_name=names.get(row["subject_kind"], {}).get(row_id(row["subject"]), ""),
        organisation=row["organisation"],
        organisation_name=names["organisation"].get(row["organisation"], ""),
        details=msgspec.json.decode(row["details"]),
    )


def _subjects(rows: Sequence[Mapping[str, Any]], kind: str) -> set[int]:
    return {row_id(row["subject"]) for row in rows if row["subject_kind"] == kind}


def _numbers(found: set[int]) -> list[int]:
    """For `IN (…)`, which is never empty."""
    return sorted(one for one in found if one) or [0]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), ZONE)
