"""Who the people are, which browsers they are signed in on, and the links sent to them."""

from __future__ import annotations

from piccolo.columns import Boolean, ForeignKey, Integer, Serial, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.lib.clock import now


class User(Table, tablename="pix_user"):
    """A person. Either an e-mail address, or an identifiant given by a school, or both.

    `user` is a reserved word of PostgreSQL, hence the name of the table.
    """

    id: Serial
    first_name = Varchar(length=255)
    last_name = Varchar(length=255)
    search_name = Text(default="")
    """Names, address and identifiant, lower-cased and unaccented, for searches: `LIKE` knows no accents."""
    email = Varchar(length=255, null=True, default=None)
    email_normalised = Varchar(length=255, null=True, default=None, unique=True, index=True)
    email_confirmed_at = Timestamptz(null=True, default=None)
    username = Varchar(length=255, null=True, default=None, unique=True, index=True)
    """The identifiant, already in its normal form."""
    password_hash = Varchar(length=255, null=True, default=None)
    password_is_temporary = Boolean(default=False)
    """Made by a school for one sign-in: a new one must be chosen before anything else."""
    language = Varchar(length=5, default="fr")
    staff_role = Varchar(length=20, null=True, default=None)
    """For the service's own staff only: one of `people.STAFF_ROLES`."""
    terms_accepted_at = Timestamptz(null=True, default=None)
    failed_sign_ins = Integer(default=0)
    blocked_until = Timestamptz(null=True, default=None)
    blocked_at = Timestamptz(null=True, default=None)
    """Blocked for good since then: only support can lift it."""
    created_at = Timestamptz(default=now)
    last_signed_in_at = Timestamptz(null=True, default=None)
    seen_opening_cards_at = Timestamptz(null=True, default=None)
    anonymised_at = Timestamptz(null=True, default=None)


class UserSession(Table, tablename="user_session"):
    """A browser where someone is signed in. The cookie holds the token, the table only its fingerprint."""

    id: Serial
    token_hash = Varchar(length=64, unique=True, index=True)
    user = ForeignKey(User, on_delete=OnDelete.cascade, null=False, index=True)
    created_at = Timestamptz(default=now)
    seen_at = Timestamptz(default=now)
    idle_minutes = Integer()
    idle_ends_at = Timestamptz(default=now)
    ends_at = Timestamptz(default=now, index=True)


class EmailToken(Table, tablename="email_token"):
    """Something sent to an address, to come back within its time: a link, or a code of six digits."""

    id: Serial
    purpose = Varchar(length=20)
    """`password`, `confirmation` or `change`."""
    user = ForeignKey(User, on_delete=OnDelete.cascade, null=False, index=True)
    secret_hash = Varchar(length=64, index=True)
    email = Varchar(length=255)
    """Where it was sent; for a change, the address to come."""
    return_to = Varchar(length=2000, null=True, default=None)
    """The page of ours where the person was going."""
    created_at = Timestamptz(default=now)
    expires_at = Timestamptz(default=now, index=True)
    used_at = Timestamptz(null=True, default=None)
    attempts = Integer(default=0)


class SpaceTerms(Table, tablename="space_terms"):
    """Terms of a space (Pix Orga, Pix Certif) that someone accepted: one row for each text accepted."""

    id: Serial
    user = ForeignKey(User, on_delete=OnDelete.cascade, null=False)
    space = Varchar(length=10)
    """`orga` or `certif`."""
    version = Varchar(length=10)
    """Date of the text, `2026-11-01`."""
    accepted_at = Timestamptz(default=now)


class LearnerNeeds(Table, tablename="learner_needs"):
    """What someone says to need when answering: no row, no need. Nobody else is shown it."""

    id: Serial
    user = ForeignKey(User, on_delete=OnDelete.cascade, null=False, unique=True)
    marks = Varchar(length=60, default="")
    """Marks of challenges to be spared, with spaces between them: `sight pointing`."""
    extra_time = Varchar(length=10, default="")
    """One of `needs.FACTORS`; empty for none."""
    changed_at = Timestamptz(default=now)


class AuditEvent(Table, tablename="audit_event"):
    """Who did what to whom, when. Written by `audit.record`, never changed."""

    id: Serial
    at = Timestamptz(default=now, index=True)
    actor = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    action = Varchar(length=60)
    """One of `audit.ACTIONS`."""
    subject_kind = Varchar(length=30)
    subject = Varchar(length=64)
    organisation = Integer(null=True, default=None, index=True)
    """Whose team may be told of it; None for what concerns the service alone."""
    details = Text(default="{}")
    """JSON: the keys declared for the action; never a secret, never the text of an answer."""


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = [("space_terms", ("user", "space", "version"))]
