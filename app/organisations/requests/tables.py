"""Requests for a Pix Orga space."""

from __future__ import annotations

from piccolo.columns import ForeignKey, Integer, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.organisations.columns import RequestColumns
from app.organisations.tables import Organisation


class SpaceRequest(RequestColumns, Table, tablename="space_request"):
    """Somebody asks for a space in Pix Orga."""

    organisation_name = Varchar(length=255)
    province = Varchar(length=3, default="")
    learners = Integer(null=True, default=None)
    """How many people they expect to assess in a year."""
    organisation = ForeignKey(Organisation, on_delete=OnDelete.set_null, null=True)
    """What it became; None once decided: it was declined."""
