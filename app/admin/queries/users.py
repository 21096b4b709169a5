"""Reads for the pages of users."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.accounts.tables import User, UserSession
from app.admin.searching import containing, words_of
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id, row_id
from app.organisations.tables import Membership
from app.persistence.reports import report
from app.web.forms import Form
from app.web.listing import Slice, slice_of


@dataclass(frozen=True)
class UserLine:
    """Somebody in the list."""

    id: int
    first_name: str
    last_name: str
    email: str
    username: str
    staff_role: str
    blocked: bool
    created_at: datetime
    last_signed_in_at: datetime | None

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True)
class Workplace:
    """Where somebody works or worked."""

    organisation: int
    name: str
    role: str
    since: datetime | None
    left_at: datetime | None
    archived: bool


@dataclass(frozen=True)
class Session:
    """A browser where somebody is signed in."""

    created_at: datetime
    seen_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class UserFacts:
    """All that support needs to know about somebody."""

    id: int
    first_name: str
    last_name: str
    email: str
    email_confirmed_at: datetime | None
    username: str
    has_password: bool
    password_is_temporary: bool
    language: str
    staff_role: str
    terms_accepted_at: datetime | None
    created_at: datetime
    last_signed_in_at: datetime | None
    failed_sign_ins: int
    blocked_until: datetime | None
    """A wait that is not over; None otherwise."""
    blocked_at: datetime | None
    anonymised_at: datetime | None
    participations: int
    organisations: int
    """Where she is a learner."""
    sessions: Sequence[Session]
    memberships: Sequence[Workplace]

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def blocked(self) -> bool:
        return self.blocked_at is not None or self.blocked_until is not None


async def users(words: str, query: Form, now: datetime) -> tuple[list[UserLine], Slice]:
    """One page of those whose names, address, identifiant or number match, by name; nobody for no words.

    Off the event loop: it reads every account.
    """
    looked_for = words_of(words)
    if not looked_for:
        return [], slice_of(query, 0)
    by_words = " AND ".join(["u.search_name LIKE {} ESCAPE '!'"] * len(looked_for))
    where = f"u.anonymised_at IS NULL AND (({by_words}) OR u.id = {{}})"
    values = [*map(containing, looked_for), row_id(words)]
    total = await report(f"SELECT COUNT(*) AS n FROM pix_user u WHERE {where}", *values)
    part = slice_of(query, total[0]["n"])
    found = await report(
        f"SELECT u.id FROM pix_user u WHERE {where} ORDER BY u.search_name, u.id LIMIT {{}} OFFSET {{}}",
        *values,
        part.size,
        part.offset,
    )
    ids = [row["id"] for row in found]
    rows = await User.select().where(User.id.is_in(ids)) if ids else []
    known = {row["id"]: _line(row, now) for row in rows}
    return [known[one] for one in ids if one in known], part


async def user(number: int, now: datetime) -> UserFacts:
    """Raises NotFound."""
    row = await User.select().where(User.id == number).first() if is_row_id(number) else None
    if row is None:
        raise NotFound
    (counts,) = await User.raw(
        'SELECT (SELECT COUNT(*) FROM participation p WHERE p."user" = {} AND p.replaced_at IS NULL'
        " AND p.deleted_at IS NULL AND NOT p.trial) AS participations,"
        ' (SELECT COUNT(*) FROM learner l WHERE l."user" = {} AND l.deleted_at IS NULL) AS organisations',
        number,
        number,
    )
    until = row["blocked_until"]
    names = ("id", "first_name", "last_name", "email_confirmed_at", "password_is_temporary", "language")
    dates = ("terms_accepted_at", "created_at", "last_signed_in_at", "failed_sign_ins", "blocked_at", "anonymised_at")
    return UserFacts(
        **{name: row[name] for name in names + dates},
        **counts,
        email=row["email"] or "",
        username=row["username"] or "",
        has_password=row["password_hash"] is not None,
        staff_role=row["staff_role"] or "",
        blocked_until=until if until is not None and until > now else None,
        sessions=await _sessions(number, now),
        memberships=await _memberships(number),
    )


async def _sessions(number: int, now: datetime) -> list[Session]:
    rows = (
        await UserSession.select(UserSession.created_at, UserSession.seen_at, UserSession.ends_at)
        .where((UserSession.user == number) & (UserSession.ends_at > now) & (UserSession.idle_ends_at > now))
        .order_by(UserSession.seen_at, ascending=False)
    )
    return [Session(**row) for row in rows]


async def _memberships(number: int) -> list[Workplace]:
    rows = await Membership.raw(
        "SELECT o.id, o.name, o.archived_at, m.role, m.created_at, m.disabled_at FROM membership m"
        ' JOIN organisation o ON o.id = m.organisation WHERE m."user" = {} ORDER BY o.search_name, o.id',
        number,
    )
    return [
        Workplace(
            organisation=row["id"],
            name=row["name"],
            role=row["role"],
            since=row["created_at"],
            left_at=row["disabled_at"],
            archived=row["archived_at"] is not None,
        )
        for row in rows
    ]


def _line(row: Mapping[str, Any], now: datetime) -> UserLine:
    waits = row["blocked_until"] is not None and row["blocked_until"] > now
    return UserLine(
        id=row["id"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        email=row["email"] or "",
        username=row["username"] or "",
        staff_role=row["staff_role"] or "",
        blocked=waits or row["blocked_at"] is not None,
        created_at=row["created_at"],
        last_signed_in_at=row["last_signed_in_at"],
    )
