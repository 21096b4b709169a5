"""Reads of the results of a test, which are a history: the latest counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from app.accounts.tables import User
from app.certification.results.outcomes import COLUMNS, Outcome, outcome_of
from app.certification.tables import CertificationResult


async def history_of(test: int) -> Sequence[Outcome]:
    """Every result of a test, the latest first."""
    return await _outcomes(f"SELECT{COLUMNS} FROM certification_result r WHERE r.test = {{}} ORDER BY r.id DESC", test)


async def latest(test: int) -> Outcome | None:
    """The one that counts; inside a transaction that holds the session, nobody adds another."""
    found = await _outcomes(
        f"SELECT{COLUMNS} FROM certification_result r WHERE r.test = {{}} ORDER BY r.id DESC LIMIT 1", test
    )
    return found[0] if found else None


async def names_of(officers: Collection[int | None]) -> Mapping[int, str]:
    """The names of who decided or wrote something, by account."""
    wanted = sorted({one for one in officers if one})
    if not wanted:
        return {}
    rows = await User.select(User.id, User.first_name, User.last_name).where(User.id.is_in(wanted))
    return {row["id"]: f"{row['first_name']} {row['last_name']}".strip() for row in rows}


async def _outcomes(sql: str, test: int) -> list[Outcome]:
    rows = await CertificationResult.raw(sql, test)
    return [one for row in rows if (one := outcome_of(row)) is not None]
