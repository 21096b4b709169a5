"""The columns that the tables of every space share: Pix Orga's here, Pix Certif's in the certification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from piccolo.columns import ForeignKey, Serial, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete

from app.accounts.tables import User

if TYPE_CHECKING:  # the columns then have types, and the verbs of a table
    from piccolo.table import Table as Columns
else:  # Piccolo would make one more table of it
    Columns = object


class WorkplaceColumns(Columns):
    """A school, a university, a company: where a team works."""

    id: Serial
    name = Varchar(length=255)
    kind = Varchar(length=3)
    """SCO, SUP or PRO."""
    external_id = Varchar(length=255, null=True, default=None)
    """What its ministry calls it: the UAI of a school."""
    search_name = Text(default="")
    """Its name, lower-cased and unaccented: for searches, and for an order that knows accents."""
    created_at = Timestamptz(null=True, default=None)
    archived_at = Timestamptz(null=True, default=None)
    sending = Varchar(length=40, null=True, default=None)
    """Fingerprint of the form that created it: the same form sent twice creates one."""


class MembershipColumns(Columns):
    """Someone of a team."""

    id: Serial
    user = ForeignKey(User, on_delete=OnDelete.cascade, null=False, index=True)
    role = Varchar(length=13)
    """administrator or member."""
    created_at = Timestamptz(null=True, default=None)
    disabled_at = Timestamptz(null=True, default=None)
    """Left, or removed by an administrator, since then."""
    used_at = Timestamptz(null=True, default=None)
    """When this workplace was last chosen: someone with several comes back to the latest."""


class InvitationColumns(Columns):
    """Someone asked, by e-mail, to join the team. One row for an address: inviting again sends it again."""

    id: Serial
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


class RequestColumns(Columns):
    """What somebody wrote in the public form that asks for a space, and what became of it."""

    id: Serial
    kind = Varchar(length=3)
    """SCO, SUP or PRO."""
    external_id = Varchar(length=255, default="")
    """UAI or SIRET, when there is one."""
    first_name = Varchar(length=255)
    last_name = Varchar(length=255)
    email = Varchar(length=255)
    """Who will be the first administrator."""
    job = Varchar(length=255, default="")
    message = Text(default="")
    client_token = Varchar(length=40, unique=True)
    """Drawn with the form: sending it twice makes one request."""
    created_at = Timestamptz(null=True, default=None)
    decided_at = Timestamptz(null=True, default=None)
    decided_by = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
