"""The verbs of a test: start it, leave it, come back, authorise that, end it. Each is safe to repeat."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from app.certification.events import Happened, Value, answers_fingerprint, begin, record
from app.certification.sessions.sessions import hold
from app.certification.tables import (
    Candidate,
    CertificationEvent,
    CertificationSession,
    CertificationTest,
    IssueReport,
    LiveAlert,
)
from app.certification.taking.access import check_code
from app.certification.taking.codes import draw_verification_code
from app.certification.taking.neighbours import given_in_session
from app.certification.taking.queries import Candidacy, candidacies_of, candidacy_of
from app.certification.taking.refusals import (
    AnotherTestRuns,
    NotAuthorised,
    NothingRuns,
    SessionOver,
    SittingOver,
)
from app.certification.taking.scopes import what_to_ask
from app.evaluation import assessments
from app.evaluation.runs import scope_of
from app.persistence.transactions import write_transaction

EndedBy = Literal["candidate", "invigilator", "finalisation", "time", "lack"]
"""« candidate »: the last question was answered. « lack »: the bank had no other question, which is nobody's fault."""
LACK = "A1"
"""The report of a test that lacked questions: somebody reads it before the result is published."""


async def start(user: int, candidate: int, code: str, locale: str, browser: str, now: datetime) -> int:
    """The assessment of the test, begun now or before. Asked again while it runs, the same one.

    `browser`: the signed-in session that is let in; another one will have to be.

    Raises NotFound, WrongCode, TooManyCodes, SessionOver, NotAuthorised, AnotherTestRuns or SittingOver.
    """
    seen = await candidacy_of(user, candidate, now)
    check_code(user, code, seen.access_code, now)
    if seen.finalized_at is not None:
        raise SessionOver
    if seen.test is None:
        await _begin(user, seen, locale, browser, now)
        seen = await candidacy_of(user, candidate, now)
        if seen.test is None:
            raise NotAuthorised
    if seen.state != "running" or seen.assessment is None:
        raise SittingOver
    return seen.assessment


async def leave(user: int, seen: Candidacy, now: datetime) -> None:
    """She goes away: the test waits for an authorisation."""
    if seen.state == "running" and seen.test is not None and seen.assessment is not None:
        await _stand_aside(seen.test, seen.assessment, "left", now, user=user)


async def another_browser(test: int, assessment: int, user: int, browser: str, now: datetime) -> None:
    """She is on the pages of the test from where nobody let her in: the same as coming back."""
    await _stand_aside(test, assessment, "returned", now, user=user, browser=browser)


async def come_back(user: int, seen: Candidacy, browser: str, now: datetime) -> int:
    """She is back from elsewhere: the assessment, on hold until she is authorised. Raises NothingRuns."""
    if seen.state != "running" or seen.test is None or seen.assessment is None:
        raise NothingRuns
    await _stand_aside(seen.test, seen.assessment, "returned", now, user=user, browser=browser)
    return seen.assessment


async def authorise_resume(test: int, assessment: int, by: int, now: datetime) -> bool:
    """The invigilator lets her go on; False when she was not waiting for that."""
    async with write_transaction():
        released = await assessments.release(assessment, "authorisation")
        if released:
            await record(test, "resumed", now, by=by)
    return released


async def end(test: int, ended_by: EndedBy, now: datetime, *, by: int | None = None) -> bool:
    """The test is over, its answers count; False when it was already. An alert that waited is dismissed.

    « candidate » becomes « lack », and is reported, for who was asked fewer questions than the test has.
    """
    async with write_transaction():
        if ended_by == "candidate" and await _lacked_questions(test):
            ended_by = "lack"
        rows = (
            await CertificationTest.update({CertificationTest.ended_at: now, CertificationTest.ended_by: ended_by})
            .where((CertificationTest.id == test) & CertificationTest.ended_at.is_null())
            .returning(CertificationTest.assessment)
        )
        if not rows:
            return False
        assessment = rows[0]["assessment"]
        if assessment is not None:
            await assessments.end(assessment, now)
        await LiveAlert.update(
            {LiveAlert.status: "dismissed", LiveAlert.handled_at: now, LiveAlert.handled_by: by}
        ).where((LiveAlert.test == test) & (LiveAlert.status == "ongoing"))
        if ended_by == "lack":
            await IssueReport.insert(IssueReport(test=test, code=LACK, created_at=now))
        answers, fingerprint = await answers_fingerprint(assessment)
        await record(test, "ended", now, who=ended_by, by=by, answers=answers, fingerprint=fingerprint)
    return True


async def _lacked_questions(test: int) -> bool:
    """Whether the bank had no question left for a test that has a known number of them."""
    rows = await CertificationTest.raw(
        "SELECT a.scope, a.answers FROM certification_test t JOIN assessment a ON a.id = t.assessment WHERE t.id = {}",
        test,
    )
    return bool(rows) and rows[0]["answers"] < (await scope_of(rows[0]["scope"])).length


async def settle(seen: Candidacy, now: datetime) -> None:
    """What the clock or the last answer ended is written down."""
    if seen.test is None or seen.ended_at is not None:
        return
    if seen.assessment_state == "completed":
        await end(seen.test, "candidate", now)
    elif seen.late:
        await end(seen.test, "time", now)


async def see_end(seen: Candidacy, now: datetime) -> None:
    """She saw the screen that says that it is over; the first time counts."""
    await CertificationTest.update({CertificationTest.end_seen_at: now}).where(
        (CertificationTest.id == seen.test)
        & CertificationTest.end_seen_at.is_null()
        & CertificationTest.ended_at.is_not_null()
    )


async def is_away(test: int) -> bool:
    """Whether she left, and was not authorised to resume since."""
    return (await _last_move(test))["kind"] in ("left", "returned")


async def _begin(user: int, seen: Candidacy, locale: str, browser: str, now: datetime) -> None:
    """Uses the authorisation up; without one, nothing."""
    scope, engine = await what_to_ask(user, seen, locale)
    async with write_transaction():
        if (await hold(seen.session)).finalized_at is not None:
            raise SessionOver
        await _refuse_two_tests(user, seen.id, now)
        used = (
            await Candidate.update({Candidate.authorised_at: None, Candidate.authorised_by: None})
            .where((Candidate.id == seen.id) & (Candidate.user == user) & Candidate.authorised_at.is_not_null())
            .returning(Candidate.id)
        )
        if not used:
            return
        nearby = await given_in_session(seen.session, now)
        assessment = await assessments.start(user, scope, engine, locale, now, nearby)
        rows = await CertificationTest.insert(
            CertificationTest(
                candidate=seen.id,
                assessment=assessment,
                verification_code=draw_verification_code(),
                started_at=now,
            )
        )
        await CertificationSession.update(
            {CertificationSession.started_at: now, CertificationSession.starts_at: now}
        ).where((CertificationSession.id == seen.session) & CertificationSession.started_at.is_null())
        test = int(rows[0]["id"])
        await begin(
            test,
            (
                Happened("joined", seen.joined_at, {"candidate": seen.id, "user": user, "session": seen.session}),
                Happened("authorised", seen.authorised_at or now, {"by": seen.authorised_by}),
                Happened("started", now, {"assessment": assessment, "browser": browser}),
            ),
        )


async def _refuse_two_tests(user: int, candidate: int, now: datetime) -> None:
    """Raises AnotherTestRuns. Who starts in two sessions at once waits for the first here."""
    await Candidate.update({Candidate.user: user}).where(Candidate.user == user)  # written as it is
    if any(one.state == "running" and one.id != candidate for one in await candidacies_of(user, now)):
        raise AnotherTestRuns


async def _stand_aside(
    test: int, assessment: int, how: Literal["left", "returned"], now: datetime, **details: Value
) -> None:
    """On hold, unless an alert holds it: then it will be once that is handled. Said once, for the same browser."""
    async with write_transaction():
        held = await assessments.hold(assessment, "authorisation")
        if held or _is_news(await _last_move(test), how, details):
            await record(test, how, now, **details)


def _is_news(last: Mapping[str, Any], how: str, details: Mapping[str, Value]) -> bool:
    """Whether she was there, or comes back from where she was not seen."""
    if last["kind"] in ("started", "resumed"):
        return True
    return how == "returned" and json.loads(last["details"]).get("browser") != details["browser"]


async def _last_move(test: int) -> Mapping[str, Any]:
    rows = await CertificationEvent.raw(
        "SELECT kind, details FROM certification_event WHERE test = {}"
        " AND kind IN ('started', 'left', 'returned', 'resumed') ORDER BY position DESC LIMIT 1",
        test,
    )
    return dict(rows[0])
