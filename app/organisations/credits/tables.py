"""Lots of credits, and what they were used for."""

from __future__ import annotations

from piccolo.columns import Boolean, Date, ForeignKey, Integer, Serial, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.accounts.tables import User
from app.organisations.learners.tables import Learner
from app.organisations.tables import Organisation


class CreditLot(Table, tablename="credit_lot"):
    """Credits ordered together, free or paid. What is left after two years is lost."""

    id: Serial
    organisation = ForeignKey(Organisation, on_delete=OnDelete.cascade, null=False, index=True)
    size = Integer()
    """How many credits were ordered."""
    used = Integer(default=0)
    """How many were used: raised only while it is below `size`."""
    free = Boolean(default=True)
    reference = Varchar(length=255, default="")
    ordered_on = Date()
    created_by = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    created_at = Timestamptz(null=True, default=None)
    cancelled_at = Timestamptz(null=True, default=None)
    """What was not used then is withdrawn; what was used stays used."""
    sending = Varchar(length=40, null=True, default=None)
    """Fingerprint of the form that added it: the same form sent twice adds one lot."""


class CreditUse(Table, tablename="credit_use"):
    """A learner covered for one year, by one credit of a lot."""

    id: Serial
    organisation = ForeignKey(Organisation, on_delete=OnDelete.cascade, null=False)
    learner = ForeignKey(Learner, on_delete=OnDelete.restrict, null=False)
    lot = ForeignKey(CreditLot, on_delete=OnDelete.restrict, null=False, index=True)
    ordinal = Integer(default=1)
    """1 for the first year, 2 for the next: two starts at once cannot use two credits."""
    used_at = Timestamptz(null=True, default=None)
    ends_at = Timestamptz(null=True, default=None)


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = [
    ("credit_lot", ("organisation", "sending")),
    ("credit_use", ("learner", "ordinal")),
]
