"""The people an organisation knows as its learners."""

from __future__ import annotations

from piccolo.columns import ForeignKey, Serial, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.accounts.tables import User
from app.organisations.tables import Organisation


class Learner(Table, tablename="learner"):
    """Someone who takes part in an organisation's campaigns, under the names it knows her by.

    Made at her first participation, with the names of her account.
    """

    id: Serial
    organisation = ForeignKey(Organisation, on_delete=OnDelete.cascade, null=False)
    user = ForeignKey(User, on_delete=OnDelete.set_null, null=True, index=True)
    """Her account; None once it is deleted, or before she has one."""
    first_name = Varchar(length=255)
    last_name = Varchar(length=255)
    search_name = Text(default="")
    """Last name then first name, lower-cased and unaccented: for searches and for the alphabetical order."""
    group = Varchar(length=60, default="", db_column_name="group_name")
    """Class of a pupil, group of a student; empty when nobody said."""
    created_at = Timestamptz(null=True, default=None)
    disabled_at = Timestamptz(null=True, default=None)
    """Left the organisation: keeps her results, cannot start a campaign of it."""
    deleted_at = Timestamptz(null=True, default=None)


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = [("learner", ("organisation", "user"))]
