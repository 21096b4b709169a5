"""Certification centres and their teams, sessions and candidates, the tests and their results."""

from __future__ import annotations

from piccolo.columns import Boolean, Date, ForeignKey, Integer, Real, Serial, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.accounts.tables import User
from app.evaluation.tables import Assessment
from app.organisations.columns import InvitationColumns, MembershipColumns, RequestColumns, WorkplaceColumns
from app.organisations.learners.tables import Learner
from app.organisations.tables import Organisation


class CertificationCentre(WorkplaceColumns, Table, tablename="certification_centre"):
    """An establishment allowed to organise certification sessions."""

    organisation = ForeignKey(Organisation, on_delete=OnDelete.set_null, null=True, index=True)
    """The Orga space whose pupils it may enrol."""


class CentreMembership(MembershipColumns, Table, tablename="centre_membership"):
    """Someone who works for a centre."""

    centre = ForeignKey(CertificationCentre, on_delete=OnDelete.cascade, null=False)


class CentreInvitation(InvitationColumns, Table, tablename="centre_invitation"):
    """Someone asked to join the team of a centre."""

    centre = ForeignKey(CertificationCentre, on_delete=OnDelete.cascade, null=False)


class CentreRequest(RequestColumns, Table, tablename="centre_request"):
    """Somebody asks for a centre."""

    centre_name = Varchar(length=255)
    centre = ForeignKey(CertificationCentre, on_delete=OnDelete.set_null, null=True)
    """What it became; None once decided: it was declined."""


class CertificationSession(Table, tablename="certification_session"):
    """A room, an hour, and people who take the test there. Its status is derived from its dates, never stored."""

    id: Serial
    """The « session number »."""
    centre = ForeignKey(CertificationCentre, on_delete=OnDelete.cascade, null=False, index=True)
    site = Varchar(length=255)
    room = Varchar(length=255)
    starts_at = Timestamptz(null=True, default=None)
    """As planned; the first candidate's start replaces it with the real one."""
    examiners = Varchar(length=255)
    description = Text(default="")
    access_code = Varchar(length=6)
    """What candidates type to begin: four letters, two digits."""
    invigilator_password = Varchar(length=6)
    """What opens the invigilator's page of this session."""
    configuration = Varchar(length=40, default="")
    """Version of the certification's rules when it was created: the day from which it applies, `2026-09-01`."""
    method = Varchar(length=8, default="adaptive")
    """adaptive (32 questions) or profile (three for each competence)."""
    created_by = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    created_at = Timestamptz(null=True, default=None)
    started_at = Timestamptz(null=True, default=None)
    finalized_at = Timestamptz(null=True, default=None)
    published_at = Timestamptz(null=True, default=None)
    results_sent_at = Timestamptz(null=True, default=None)
    global_comment = Text(default="")
    has_incident = Boolean(null=True, default=None)
    has_joining_issue = Boolean(null=True, default=None)
    officer = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    """Who of the service's staff looks after it."""
    jury_comment = Text(default="")
    sending = Varchar(length=40, null=True, default=None)
    """Fingerprint of the form that created it."""


class Candidate(Table, tablename="candidate"):
    """Someone enrolled in a session, under the names of her identity papers."""

    id: Serial
    session = ForeignKey(CertificationSession, on_delete=OnDelete.cascade, null=False, index=True)
    first_name = Varchar(length=255)
    last_name = Varchar(length=255)
    """At birth."""
    match_name = Text(default="")
    """Both names in the form under which a candidate who joins is recognised: see `candidates.names`."""
    sex = Varchar(length=1)
    """M or F."""
    birthdate = Date(null=True, default=None)
    birth_country = Varchar(length=100)
    birth_city = Varchar(length=255, default="")
    birth_code = Varchar(length=5, default="")
    """INSEE or postal code."""
    email = Varchar(length=255, default="")
    """Where she is told of the session."""
    results_email = Varchar(length=255, default="")
    """Who ordered her certification, and receives its results."""
    external_id = Varchar(length=255, default="")
    extra_time = Integer(default=0)
    """Percents of the duration."""
    adjusted = Boolean(default=False)
    """Only accessible questions are asked."""
    billing = Varchar(length=7, default="")
    """free, paid or prepaid; empty for a school's."""
    prepayment_code = Varchar(length=255, default="")
    learner = ForeignKey(Learner, on_delete=OnDelete.set_null, null=True, index=True)
    """The pupil of the organisation she was picked from."""
    user = ForeignKey(User, on_delete=OnDelete.set_null, null=True, index=True)
    """The account that joined; None before."""
    names_edition = Integer(default=0)
    """How many times the staff corrected her names: a badge that was given before does not stand any more."""
    joined_at = Timestamptz(null=True, default=None)
    profile = Text(null=True, default=None)
    """JSON: what she held on joining, for a test on the profile: see `profile_held.py`."""
    authorised_at = Timestamptz(null=True, default=None)
    """Her presence is confirmed: she may start or resume. Empty again at each start."""
    authorised_by = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    """Who confirmed it; empty again with it."""
    created_at = Timestamptz(null=True, default=None)
    sending = Varchar(length=40, null=True, default=None)
    """Fingerprint of the form that enrolled her."""


class CertificationTest(Table, tablename="certification_test"):
    """The test of a candidate."""

    id: Serial
    candidate = ForeignKey(Candidate, on_delete=OnDelete.cascade, null=False, unique=True)
    assessment = ForeignKey(Assessment, on_delete=OnDelete.set_null, null=True, unique=True)
    verification_code = Varchar(length=10, unique=True)
    """`P-` and eight characters, for who is shown the certificate."""
    started_at = Timestamptz(null=True, default=None)
    ended_at = Timestamptz(null=True, default=None)
    ended_by = Varchar(length=12, default="")
    """candidate, invigilator, finalisation, time or lack (of questions); empty while it runs."""
    abort_reason = Varchar(length=10, null=True, default=None)
    """candidate or technical, for one that was not finished."""
    end_seen_at = Timestamptz(null=True, default=None)
    seen_at = Timestamptz(null=True, default=None)
    """When her browser was last heard of: the invigilator sees that a line is cut."""
    shared_key = Varchar(length=22, null=True, default=None)
    """What the address of her shared certificate ends with; None: she shares it with nobody by a link."""
    shared_at = Timestamptz(null=True, default=None)


class LiveAlert(Table, tablename="live_alert"):
    """A candidate says that her question does not work: she waits until the invigilator answers."""

    id: Serial
    test = ForeignKey(CertificationTest, on_delete=OnDelete.cascade, null=False, index=True)
    challenge = Varchar(length=64)
    position = Integer(default=0)
    """1 for the first question."""
    status = Varchar(length=9, default="ongoing")
    """ongoing, dismissed or validated."""
    reason = Varchar(length=10, default="")
    """Of a validated one: the sub-category of its report, E1 to E12."""
    word = Varchar(length=200, default="")
    """Of a dismissed one: what the invigilator said. Not in the chain of events, where nothing can be erased."""
    raised_at = Timestamptz(null=True, default=None)
    handled_at = Timestamptz(null=True, default=None)
    handled_by = ForeignKey(User, on_delete=OnDelete.set_null, null=True)


class IssueReport(Table, tablename="issue_report"):
    """What went wrong during a test, as the centre tells it."""

    id: Serial
    test = ForeignKey(CertificationTest, on_delete=OnDelete.cascade, null=False, index=True)
    code = Varchar(length=10)
    """C1 to C8, E1 to E12, A1."""
    question = Integer(null=True, default=None)
    text = Text(default="")
    resolved_at = Timestamptz(null=True, default=None)
    resolution = Text(default="")
    created_by = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    created_at = Timestamptz(null=True, default=None)


class CertificationResult(Table, tablename="certification_result"):
    """What a test gave: a history, of which the latest counts."""

    id: Serial
    test = ForeignKey(CertificationTest, on_delete=OnDelete.cascade, null=False, index=True)
    status = Varchar(length=10)
    """started, validated, rejected, cancelled or error."""
    score = Integer(null=True, default=None)
    level = Integer(null=True, default=None)
    standard_error = Real(null=True, default=None)
    competences = Text(default="")
    """JSON."""
    comment_keys = Text(default="")
    jury = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    """Who changed it by hand; None for a computed one."""
    created_at = Timestamptz(null=True, default=None)
    capacities = Text(default="")
    """JSON: capacity and error after each answer."""


class CertificationEvent(Table, tablename="certification_event"):
    """What happened in a test, in a chain: each row holds the fingerprint of the one before. Never changed."""

    id: Serial
    test = ForeignKey(CertificationTest, on_delete=OnDelete.cascade, null=False)
    position = Integer(default=0)
    kind = Varchar(length=40)
    details = Text(default="{}")
    """JSON."""
    at = Timestamptz(null=True, default=None)
    previous_hash = Varchar(length=64, default="")
    hash = Varchar(length=64)


class SessionImport(Table, tablename="session_import"):
    """A sheet of sessions and candidates that was read, and waits for somebody to confirm it."""

    id: Serial
    centre = ForeignKey(CertificationCentre, on_delete=OnDelete.cascade, null=False, index=True)
    user = ForeignKey(User, on_delete=OnDelete.cascade, null=False)
    """Who sent it, and alone may confirm it."""
    content = Text(default="")
    """JSON: what it would write; emptied once it did, or when nobody confirmed in time."""
    created_at = Timestamptz(null=True, default=None)
    confirmed_at = Timestamptz(null=True, default=None)
    sending = Varchar(length=40, null=True, default=None)
    """Fingerprint of the file and of who sent it, while it waits: sent twice, it waits once."""


class MachineClient(Table, tablename="machine_client"):
    """A program of a partner (school reports, university admissions) that reads published results."""

    id: Serial
    name = Varchar(length=255)
    client_id = Varchar(length=40, unique=True)
    secret_hash = Varchar(length=255)
    """Argon2; the secret is shown once."""
    scopes = Varchar(length=255)
    """Separated by spaces, as in OAuth."""
    created_at = Timestamptz(null=True, default=None)
    created_by = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    used_at = Timestamptz(null=True, default=None)
    disabled_at = Timestamptz(null=True, default=None)
    sending = Varchar(length=40, null=True, default=None)
    """Fingerprint of the form that created it."""


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = [
    ("certification_centre", ("sending",)),
    ("centre_membership", ("centre", "user")),
    ("centre_invitation", ("centre", "email")),
    ("certification_session", ("centre", "sending")),
    ("candidate", ("session", "user")),
    ("candidate", ("session", "sending")),
    ("certification_event", ("test", "position")),
    ("certification_test", ("shared_key",)),
    ("session_import", ("centre", "sending")),
    ("machine_client", ("sending",)),
]
