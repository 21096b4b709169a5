"""Organisations and their members."""

from __future__ import annotations

from piccolo.columns import Boolean, ForeignKey, Serial, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.accounts.tables import User


class Organisation(Table, tablename="organisation"):
    """A school, a university, a company."""

    id: Serial
    name = Varchar(length=255)
    kind = Varchar(length=3)
    """SCO, SUP or PRO."""
    external_id = Varchar(length=255, null=True, default=None)
    """What its ministry calls it: the UAI of a school."""
    manages_learners = Boolean(default=False)
    """Its pupils are imported from its own database."""
    created_at = Timestamptz(null=True, default=None)


class Membership(Table, tablename="membership"):
    """Someone who works for an organisation."""

    id: Serial
    organisation = ForeignKey(Organisation, on_delete=OnDelete.cascade, null=False)
    user = ForeignKey(User, on_delete=OnDelete.cascade, null=False, index=True)
    role = Varchar(length=13)
    """administrator or member."""
    created_at = Timestamptz(null=True, default=None)
    disabled_at = Timestamptz(null=True, default=None)


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = [("membership", ("organisation", "user"))]
