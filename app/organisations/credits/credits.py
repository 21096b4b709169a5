"""The verb of a credit: cover a learner who starts."""

from __future__ import annotations

from datetime import datetime

from app.organisations.credits.queries import lots_of
from app.organisations.credits.refusals import NoCreditLeft
from app.organisations.credits.rules import balance_of, covered_until, day_of, usable_lots
from app.organisations.credits.tables import CreditLot, CreditUse
from app.organisations.tables import Organisation
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction


async def cover(organisation: int, learner: int, now: datetime) -> bool:
    """Inside the transaction of who starts: a credit covers her for a year, unless one does or none is asked.

    True when that was the last credit of the organisation: its team is to be told, after the transaction.
    Raises NoCreditLeft. Two starts of the same learner at once use one credit.
    """
    if not await Organisation.exists().where(
        (Organisation.id == organisation) & Organisation.uses_credits.eq(True)  # `== True` reads as a mistake
    ):
        return False
    uses, covered = await _uses(learner, now)
    if covered:
        return False
    try:
        async with write_transaction():
            await CreditUse.insert(
                CreditUse(
                    organisation=organisation,
                    learner=learner,
                    lot=await _take_one(organisation, now),
                    ordinal=uses + 1,
                    used_at=now,
                    ends_at=covered_until(now),
                )
            )
    except NoCreditLeft:
        if (await _uses(learner, now))[1]:  # the last one has just covered her: she starts something else too
            return False
        raise
    except Exception as error:
        if not is_unique_violation(error):
            raise
        return False  # the same, and others are left: the second is not taken
    return balance_of(await lots_of(organisation), day_of(now)).left == 0


async def _take_one(organisation: int, now: datetime) -> int:
    """The lot that has one credit less, the oldest that has any; compare-and-set, for others take some too."""
    for lot in usable_lots(await lots_of(organisation), day_of(now)):
        taken = (
            await CreditLot.update({CreditLot.used: CreditLot.used + 1})
            .where((CreditLot.id == lot.id) & (CreditLot.used < CreditLot.size) & CreditLot.cancelled_at.is_null())
            .returning(CreditLot.id)
        )
        if taken:
            return lot.id
    raise NoCreditLeft


async def _uses(learner: int, now: datetime) -> tuple[int, bool]:
    """How many credits she used, and whether one covers her: read together, for she may start twice at once."""
    rows = await CreditUse.select(CreditUse.ends_at).where(CreditUse.learner == learner)
    return len(rows), any(row["ends_at"] > now for row in rows)
