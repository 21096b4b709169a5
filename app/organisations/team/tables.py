"""Invitations to join a team."""

from __future__ import annotations

from piccolo.columns import ForeignKey
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.organisations.columns import InvitationColumns
from app.organisations.tables import Organisation


class Invitation(InvitationColumns, Table, tablename="invitation"):
    """Someone asked to join the team of an organisation."""

    organisation = ForeignKey(Organisation, on_delete=OnDelete.cascade, null=False)


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = [("invitation", ("organisation", "email"))]
