"""Organisations and their members."""

from __future__ import annotations

from piccolo.columns import Boolean, ForeignKey, Serial, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.organisations.columns import MembershipColumns, WorkplaceColumns


class Organisation(WorkplaceColumns, Table, tablename="organisation"):
    """An establishment that works in Pix Orga."""

    manages_learners = Boolean(default=False)
    """Its pupils are imported from its own database."""
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


class OrganisationTag(Table, tablename="organisation_tag"):
    """A word the administration sorts organisations by: an academy's network, an experiment."""

    id: Serial
    organisation = ForeignKey(Organisation, on_delete=OnDelete.cascade, null=False)
    name = Varchar(length=60, index=True)


class Membership(MembershipColumns, Table, tablename="membership"):
    """Someone who works for an organisation."""

    organisation = ForeignKey(Organisation, on_delete=OnDelete.cascade, null=False)


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = [
    ("organisation", ("sending",)),
    ("membership", ("organisation", "user")),
    ("organisation_tag", ("organisation", "name")),
]
