"""Tables of the evaluation: what is asked of whom, what was answered, what is known."""

from __future__ import annotations

from piccolo.columns import BigInt, ForeignKey, Integer, Serial, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete
from piccolo.table import Table

from app.accounts.tables import User


class AssessmentScope(Table, tablename="assessment_scope"):
    """What an assessment is about, as its starter said it. Shared by everyone who was given the same; never changed."""

    id: Serial

    fingerprint = Varchar(length=32, unique=True)
    body = Text()


class Assessment(Table, tablename="assessment"):
    """One run of the challenge loop by one user."""

    id: Serial

    user = ForeignKey(User, on_delete=OnDelete.cascade, null=False, index=True)
    scope = ForeignKey(AssessmentScope, on_delete=OnDelete.restrict, null=False)
    release = BigInt()
    engine = Varchar(length=20)
    locale = Varchar(length=5)
    state = Varchar(length=10, default="started")
    """started, completed, ended (by somebody else, before its last question) or aborted."""
    answers = Integer(default=0)
    checkpoint_seen = Integer(default=0)
    """Answers given when the last seen checkpoint was due."""
    challenge = Varchar(length=64, default="")
    """The playable challenge asked now; empty before the first and after the last."""
    asked_at = Timestamptz(null=True, default=None)
    timer_started_at = Timestamptz(null=True, default=None)
    focus_lost_at = Timestamptz(null=True, default=None)
    hold = Varchar(length=13, default="")
    """Why nothing can be answered for now, in the words of who said so; empty: the test goes on."""
    excluded = Text(default="")
    """Skills not to be asked any more, separated by spaces."""
    notice = Varchar(length=40, default="")
    """A level just reached, to be told on the next page: `1.2 3`."""
    started_at = Timestamptz(default=None, null=True)
    answered_at = Timestamptz(null=True, default=None)
    completed_at = Timestamptz(null=True, default=None)


class Answer(Table, tablename="answer"):
    """One answer, with the very body of the challenge it was given to."""

    id: Serial

    assessment = ForeignKey(Assessment, on_delete=OnDelete.cascade, null=False)
    position = Integer()
    """1 for the first answer of the assessment."""
    challenge = Varchar(length=64)
    body = Varchar(length=32)
    """Fingerprint of the challenge's body."""
    skill = Varchar(length=64)
    value = Text()
    """JSON: values by field; empty for a skip."""
    result = Varchar(length=12)
    seconds = Integer(default=0)
    client_token = Varchar(length=40)
    answered_at = Timestamptz(default=None, null=True)


class EnvironmentState(Table, tablename="environment_state"):
    """What a simulated environment has become, while its challenge is asked."""

    id: Serial

    assessment = ForeignKey(Assessment, on_delete=OnDelete.cascade, null=False)
    challenge = Varchar(length=64)
    state = Text()
    step = Integer(default=0)
    """How many actions led there: the next one says on which step it was made."""
    at = Timestamptz(default=None, null=True)


class Knowledge(Table, tablename="knowledge"):
    """What is known of a user on a topic: dated elements by level (see knowledge.py)."""

    id: Serial

    user = ForeignKey(User, on_delete=OnDelete.cascade, null=False)
    topic = Varchar(length=64)
    elements = Text()


class ProblemReport(Table, tablename="problem_report"):
    """A problem signalled by a learner on a challenge, for those who write them."""

    id: Serial

    user = ForeignKey(User, on_delete=OnDelete.set_null, null=True)
    challenge = Varchar(length=64, index=True)
    body = Varchar(length=32)
    category = Varchar(length=40)
    comment = Text(default="")
    value = Text(default="")
    """The answer that was there, when the report comes from a correction."""
    created_at = Timestamptz(default=None, null=True)


UNIQUE_INDEXES: list[tuple[str, tuple[str, ...]]] = [
    ("answer", ("assessment", "challenge")),
    ("answer", ("assessment", "position")),
    ("answer", ("assessment", "client_token")),
    ("environment_state", ("assessment", "challenge")),
    ("knowledge", ("user", "topic")),
]
