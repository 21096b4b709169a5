"""What the other candidates of a session were given lately: neighbours are asked something else when the bank allows.

A hint, not a promise: two who answer in the same instant may be given the same question.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import chain

from app.certification.tables import CertificationTest
from app.evaluation.runs import scope_of
from app.persistence.statements import Statement

LATELY = timedelta(minutes=15)
"""Some five questions: after that, little of a question seen on a neighbour's screen is left."""


async def given_nearby(assessment: int, now: datetime) -> frozenset[str]:
    """The challenges asked now, or answered lately, in the session of this test; her own among them."""
    rows = await _GIVEN_BESIDE(assessment, assessment, now - LATELY)
    return frozenset(row["challenge"] for row in rows)


async def given_in_session(session: int, now: datetime) -> frozenset[str]:
    """The same for who has not begun yet."""
    rows = await _GIVEN_IN_SESSION(session, session, now - LATELY)
    return frozenset(row["challenge"] for row in rows)


async def listed_in_session(session: int) -> frozenset[str]:
    """The challenges of the tests on the profile that run in a session."""
    rows = await CertificationTest.raw(
        "SELECT DISTINCT a.scope FROM candidate k JOIN certification_test t ON t.candidate = k.id"
        " JOIN assessment a ON a.id = t.assessment WHERE k.session = {} AND a.state = 'started' ORDER BY a.scope",
        session,
    )
    lists = [(await scope_of(row["scope"])).challenges for row in rows]
    return frozenset(chain.from_iterable(lists))


_GIVEN = (
    "SELECT a.challenge FROM candidate k JOIN certification_test t ON t.candidate = k.id"
    " JOIN assessment a ON a.id = t.assessment WHERE k.session = {session} AND a.state = 'started'"
    " UNION SELECT r.challenge FROM candidate k JOIN certification_test t ON t.candidate = k.id"
    " JOIN answer r ON r.assessment = t.assessment WHERE k.session = {session} AND r.answered_at > {{}}"
)
_SESSION_OF = (
    "(SELECT n.session FROM certification_test m JOIN candidate n ON n.id = m.candidate WHERE m.assessment = {})"
)
_GIVEN_BESIDE = Statement(_GIVEN.format(session=_SESSION_OF))
_GIVEN_IN_SESSION = Statement(_GIVEN.format(session="{}"))
