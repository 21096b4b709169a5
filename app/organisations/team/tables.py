"""Invitations to join a team."""

from __future__ import annotations

from piccolo.columns import ForeignKey, Serial, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.accounts.tables import User
from app.organisations.tables import Organisation


class Invitation(Table, tablename="invitation"):
    """Someone asked, by e-mail, to join the team. One row for an address: inviting again sends it again."""

    id: Serial
    organisation = ForeignKey(Organisation, on_delete=OnDelete.cascade, null=False)
    email = Varchar(length=255)
    """In its normal form: lower case."""
    role = Varchar(length=13)
    """administrator or member."""
    code = Varchar(length=10)
    """What the link proves; it does not expire."""
    invited_by = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    created_at = Timestamptz(null=True, default=None)
    sent_at = Timestamptz(null=True, default=None)
    accepted_at = Timestamptz(null=True, default=None)
    accepted_by = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    cancelled_at = Timestamptz(null=True, default=None)


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = [("invitation", ("organisation", "email"))]
