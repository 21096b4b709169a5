"""Requests for a Pix Orga space."""

from __future__ import annotations

from piccolo.columns import ForeignKey, Integer, Serial, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.accounts.tables import User
from app.organisations.tables import Organisation


class SpaceRequest(Table, tablename="space_request"):
    """What somebody wrote in the public form, and what became of it."""

    id: Serial
    organisation_name = Varchar(length=255)
    kind = Varchar(length=3)
    """SCO, SUP or PRO."""
    external_id = Varchar(length=255, default="")
    """UAI or SIRET, when there is one."""
    province = Varchar(length=3, default="")
    first_name = Varchar(length=255)
    last_name = Varchar(length=255)
    email = Varchar(length=255)
    """Who will be the first administrator."""
    job = Varchar(length=255, default="")
    learners = Integer(null=True, default=None)
    """How many people they expect to assess in a year."""
    message = Text(default="")
    client_token = Varchar(length=40, unique=True)
    """Drawn with the form: sending it twice makes one request."""
    created_at = Timestamptz(null=True, default=None)
    decided_at = Timestamptz(null=True, default=None)
    decided_by = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    organisation = ForeignKey(Organisation, on_delete=OnDelete.set_null, null=True)
    """What it became; None once decided: it was declined."""
