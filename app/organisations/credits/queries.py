"""Reads for credits: the lots, who is covered, whom to warn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.accounts.people import Person
from app.organisations.credits.rules import Balance, Lot, State, balance_of, day_of, state_of
from app.organisations.credits.tables import CreditLot, CreditUse
from app.web.forms import Form
from app.web.listing import Slice, slice_of


@dataclass(frozen=True)
class LotLine:
    """A lot as its tables show it."""

    lot: Lot
    free: bool
    reference: str
    state: State


@dataclass(frozen=True)
class Credits:
    """The lots of an organisation, the latest first, and what they come to."""

    lots: Sequence[LotLine]
    balance: Balance


@dataclass(frozen=True)
class Covered:
    """A learner whom a credit covers now."""

    learner: int
    first_name: str
    last_name: str
    group: str
    since: datetime
    until: datetime
    on_the_list: bool
    """Whether the organisation still has her among its learners."""

    @property
    def name(self) -> str:
        return f"{self.last_name} {self.first_name}".strip()


async def lots_of(organisation: int) -> list[Lot]:
    """Its lots, for the rules."""
    return [_lot(row) for row in await _rows(organisation)]


async def credits_of(organisation: int, now: datetime) -> Credits:
    """Everything about its lots at that moment."""
    lines = [_line(row, day_of(now)) for row in await _rows(organisation)]
    return Credits(lines, balance_of([line.lot for line in lines], day_of(now)))


async def covered(organisation: int, query: Form, now: datetime) -> tuple[list[Covered], Slice]:
    """One page of those whom a credit covers, by name."""
    where = "c.organisation = {} AND u.ends_at > {}"
    joined = "FROM credit_use u JOIN credit_lot c ON c.id = u.lot JOIN learner l ON l.id = u.learner"
    total = await CreditUse.raw(f"SELECT COUNT(*) AS n {joined} WHERE {where}", organisation, now)
    part = slice_of(query, total[0]["n"])
    rows = await CreditUse.raw(
        "SELECT l.id, l.first_name, l.last_name, l.group_name, l.deleted_at, l.disabled_at, u.used_at, u.ends_at"
        f" {joined} WHERE {where} ORDER BY l.search_name, l.id LIMIT {{}} OFFSET {{}}",
        organisation,
        now,
        part.size,
        part.offset,
    )
    return [_covered(row) for row in rows], part


async def administrators(organisation: int) -> list[Person]:
    """Whom to write to about an organisation: those of its administrators who have an address."""
    rows = await CreditLot.raw(
        "SELECT u.id, u.first_name, u.last_name, u.email, u.username, u.language, u.staff_role FROM membership m"
        " JOIN pix_user u ON u.id = m.\"user\" WHERE m.organisation = {} AND m.role = 'administrator'"
        " AND m.disabled_at IS NULL AND u.email IS NOT NULL ORDER BY u.id",
        organisation,
    )
    return [Person(**row) for row in rows]


async def _rows(organisation: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = (
        await CreditLot.select(
            CreditLot.id,
            CreditLot.size,
            CreditLot.used,
            CreditLot.free,
            CreditLot.reference,
            CreditLot.ordered_on,
            CreditLot.cancelled_at,
        )
        .where(CreditLot.organisation == organisation)
        .order_by(CreditLot.ordered_on, CreditLot.id, ascending=False)
    )
    return rows


def _lot(row: Mapping[str, Any]) -> Lot:
    return Lot(row["id"], row["size"], row["used"], row["ordered_on"], row["cancelled_at"] is not None)


def _line(row: Mapping[str, Any], day: date) -> LotLine:
    lot = _lot(row)
    return LotLine(lot, bool(row["free"]), row["reference"], state_of(lot, day))


def _covered(row: Mapping[str, Any]) -> Covered:
    return Covered(
        learner=row["id"],
        first_name=row["first_name"],
        last_name=row["last_name"],
        group=row["group_name"],
        since=row["used_at"],
        until=row["ends_at"],
        on_the_list=row["deleted_at"] is None and row["disabled_at"] is None,
    )
