"""Target profiles made by the service, beside those of the content; stages and badges of either."""

from __future__ import annotations

from piccolo.columns import Boolean, ForeignKey, Integer, Serial, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.accounts.tables import User
from app.organisations.tables import Organisation


class TargetProfile(Table, tablename="target_profile"):
    """Topics with the highest level asked, or a fixed list of challenges. Never changed once created, but its words."""

    id: Serial
    key = Varchar(length=64, unique=True)
    """What campaigns, stages and badges call it: `tp-` and eight characters. Content profiles use their own id."""
    name = Varchar(length=255)
    description = Text(default="")
    category = Varchar(length=20)
    """One of `categories.CATEGORIES`."""
    comment = Text(default="")
    """For the staff only."""
    body = Text()
    """JSON of `definition.Definition`: topics with caps, or challenges."""
    public = Boolean(default=False)
    """Every organisation may use it; otherwise those it is shared with."""
    created_by = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    created_at = Timestamptz(null=True, default=None)
    archived_at = Timestamptz(null=True, default=None)
    """No longer offered; the campaigns that use it go on."""


class TargetProfileShare(Table, tablename="target_profile_share"):
    """An organisation that may use a profile."""

    id: Serial
    profile = ForeignKey(TargetProfile, on_delete=OnDelete.cascade, null=False)
    organisation = ForeignKey(Organisation, on_delete=OnDelete.cascade, null=False, index=True)
    created_at = Timestamptz(null=True, default=None)


class Stage(Table, tablename="stage"):
    """A step of mastery, with words for the learner and others for the team. Set by threshold or by level."""

    id: Serial
    target = Varchar(length=64, index=True)
    """Key of a target profile (of the content or made here), or code of a competence."""
    threshold = Integer(null=True, default=None)
    """0 to 100, percent of the skills."""
    level = Integer(null=True, default=None)
    first_skill = Boolean(default=False)
    """Reached with the first skill validated."""
    title = Varchar(length=255)
    message = Text()
    prescriber_title = Varchar(length=255, default="")
    prescriber_description = Text(default="")


class Badge(Table, tablename="badge"):
    """A « résultat thématique »: what a learner earns when every criterion is fulfilled."""

    id: Serial
    target = Varchar(length=64, index=True)
    key = Varchar(length=60, unique=True)
    title = Varchar(length=255)
    message = Text(default="")
    alt = Varchar(length=255, default="")
    icon = Varchar(length=30)
    """One of our own drawings."""
    always_visible = Boolean(default=False)
    """Shown, greyed, to learners who have not earned it."""
    certifiable = Boolean(default=False)
    criteria = Text()
    """JSON: a list of `badges.Criterion`."""


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = [
    ("target_profile_share", ("profile", "organisation")),
    ("stage", ("target", "threshold")),
    ("stage", ("target", "level")),
]
"""Every set of stages has a zero stage: two sets stored at the same moment cannot add up."""
