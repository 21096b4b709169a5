"""Organisations and their members."""

from __future__ import annotations

from piccolo.columns import Boolean, ForeignKey, Serial, Text, Timestamptz, Varchar
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
    search_name = Text(default="")
    """Its name, lower-cased and unaccented: for searches, and for an order that knows accents."""
    province = Varchar(length=3, default="")
    """Department, three characters: `051`."""
    email = Varchar(length=255, default="")
    """Where the service writes to the establishment."""
    parent: ForeignKey[Organisation] = ForeignKey("self", on_delete=OnDelete.set_null, null=True, index=True)
    """The academy or group it belongs to."""
    uses_credits = Boolean(default=False)
    """Each learner's first start uses a credit of its lots; without, nobody counts."""
    shows_skills = Boolean(default=False)
    """Its exports have a column for each skill."""
    archived_at = Timestamptz(null=True, default=None)
    sending = Varchar(length=40, null=True, default=None)
    """Fingerprint of the form that created it: the same form sent twice creates one organisation."""


class OrganisationTag(Table, tablename="organisation_tag"):
    """A word the administration sorts organisations by: an academy's network, an experiment."""

    id: Serial
    organisation = ForeignKey(Organisation, on_delete=OnDelete.cascade, null=False)
    name = Varchar(length=60, index=True)


class Membership(Table, tablename="membership"):
    """Someone who works for an organisation."""

    id: Serial
    organisation = ForeignKey(Organisation, on_delete=OnDelete.cascade, null=False)
    user = ForeignKey(User, on_delete=OnDelete.cascade, null=False, index=True)
    role = Varchar(length=13)
    """administrator or member."""
    created_at = Timestamptz(null=True, default=None)
    disabled_at = Timestamptz(null=True, default=None)
    """Left, or removed by an administrator, since then."""
    used_at = Timestamptz(null=True, default=None)
    """When this space was last chosen: someone with several comes back to the latest."""


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = [
    ("organisation", ("sending",)),
    ("membership", ("organisation", "user")),
    ("organisation_tag", ("organisation", "name")),
]
