"""Campaigns and who takes part."""

from __future__ import annotations

from piccolo.columns import BigInt, Boolean, Date, ForeignKey, Integer, Serial, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.accounts.tables import User
from app.evaluation.tables import Assessment
from app.organisations.learners.tables import Learner
from app.organisations.tables import Organisation


class Campaign(Table, tablename="campaign"):
    """What a teacher sends: a test on a target, or a request for profiles."""

    id: Serial
    organisation = ForeignKey(Organisation, on_delete=OnDelete.restrict, null=False, index=True)
    owner = ForeignKey(User, on_delete=OnDelete.restrict, null=False)
    code = Varchar(length=9, unique=True)
    kind = Varchar(length=10)
    """assessment or profiles."""
    name = Varchar(length=255)
    """For the team only."""
    search_name = Text(default="")
    """The name, lower-cased and unaccented: for searches, and for an alphabetical order that knows accents."""
    title = Varchar(length=50, default="")
    landing_text = Text(default="")
    """Markdown."""
    target = Varchar(length=64, default="")
    """A target profile, or a competence (`5.1`); empty for profiles."""
    target_name = Varchar(length=255, default="")
    """What it tests, in words, as it was called when the campaign was created."""
    goal = Text(default="")
    """What it aims at, frozen at creation (JSON of `goals.Goal`): the content may change, a campaign does not."""
    external_id_label = Varchar(length=255, default="")
    """What the learner is asked for before starting; empty for nothing."""
    multiple_sendings = Boolean(default=False)
    opens_on = Date(null=True, default=None)
    closes_on = Date(null=True, default=None)
    created_at = Timestamptz(null=True, default=None)
    archived_at = Timestamptz(null=True, default=None)
    archived_by = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    deleted_at = Timestamptz(null=True, default=None)
    sending = Varchar(length=40, null=True, default=None)
    """Fingerprint of the form that created it: the same form sent twice creates one campaign."""


class Participation(Table, tablename="participation"):
    """One learner in one campaign, once: sending again later makes another."""

    id: Serial
    campaign = ForeignKey(Campaign, on_delete=OnDelete.restrict, null=False)
    user = ForeignKey(User, on_delete=OnDelete.set_null, null=True, index=True)
    attempt = Integer(default=1)
    assessment = ForeignKey(Assessment, on_delete=OnDelete.set_null, null=True, index=True)
    """None for profiles."""
    external_id = Varchar(length=255, default="")
    started_at = Timestamptz(null=True, default=None)
    shared_at = Timestamptz(null=True, default=None)
    replaced_at = Timestamptz(null=True, default=None)
    """Another attempt began since then."""
    deleted_at = Timestamptz(null=True, default=None)
    deleted_by = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    learner = ForeignKey(Learner, on_delete=OnDelete.set_null, null=True, index=True)
    """The same person as the organisation knows her: names and class."""
    trial = Boolean(default=False)
    """A member trying the campaign: never counted, never exported."""
    snapshot = Text(default="")
    """What was known when the results were sent (JSON): what the teacher sees never changes afterwards."""
    outcomes = Text(default="")
    """One letter for each skill of the campaign's goal, in its order (see `outcomes.py`), when the results were
    sent: every figure shown to teachers comes from it."""
    validated = Integer(default=0)
    """Skills validated when the results were sent."""
    pix = BigInt(default=0)
    """Pix held then, for profiles."""
    certifiable = Boolean(default=False)


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = [
    ("campaign", ("organisation", "sending")),
    ("participation", ("campaign", "user", "attempt")),
    # Unique by its id already: so that a file of results reads a campaign from where it stopped.
    ("participation", ("campaign", "id")),
]
