"""The verbs of a lot: add, cancel. By the service's staff; safe to repeat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.accounts import audit
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.credits.refusals import LotUsedUp
from app.organisations.credits.tables import CreditLot
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction


@dataclass(frozen=True)
class NewLot:
    """Credits ordered together; `sending`: fingerprint of the form, the same one sent again adds nothing more."""

    size: int
    free: bool
    ordered_on: date
    reference: str = ""
    sending: str | None = None


async def add(organisation: int, lot: NewLot, by: int | None, at: datetime) -> None:
    """The organisation has that many more credits."""
    row = CreditLot(
        organisation=organisation,
        size=lot.size,
        free=lot.free,
        reference=lot.reference,
        ordered_on=lot.ordered_on,
        created_by=by,
        created_at=at,
        sending=lot.sending,
    )
    try:
        async with write_transaction():
            made = await CreditLot.insert(row).returning(CreditLot.id)
            await audit.record(
                "lot.added",
                by=by,
                kind="lot",
                subject=made[0]["id"],
                at=at,
                organisation=organisation,
                count=lot.size,
                free=lot.free,
            )
    except Exception as error:
        if not is_unique_violation(error):
            raise


async def cancel(organisation: int, lot: int, by: int, at: datetime) -> None:
    """What is left of it is withdrawn; who is covered by it stays covered. Cancelling again is harmless.

    Raises NotFound, or LotUsedUp when nothing is left.
    """
    if not is_row_id(lot):
        raise NotFound
    whose = (CreditLot.id == lot) & (CreditLot.organisation == organisation)
    async with write_transaction():
        rows = (
            await CreditLot.update({CreditLot.cancelled_at: at})
            .where(whose & CreditLot.cancelled_at.is_null() & (CreditLot.used < CreditLot.size))
            .returning(CreditLot.id)
        )
        if rows:
            await audit.record("lot.cancelled", by=by, kind="lot", subject=lot, at=at, organisation=organisation)
            return
        known = await CreditLot.select(CreditLot.cancelled_at).where(whose).first()
    if known is None:
        raise NotFound
    if known["cancelled_at"] is None:
        raise LotUsedUp
