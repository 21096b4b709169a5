"""What an officer decides of a test: each decision is a result more, under her name.

`seen`: the result that she had before her eyes. When another one came since, or when the same form comes twice,
nothing is added. All of it raises ResultsPublished once the candidates can read their results.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec

from app.accounts import audit
from app.certification.results.histories import latest
from app.certification.results.holding import hold_unpublished
from app.certification.results.outcomes import Audience, Comments, Outcome, Signature, encode
from app.certification.results.queries import FinalizedSession, TakenTest
from app.certification.results.scoring_tests import Computed, compute, keep
from app.certification.results.standing import STATUSES, Decision, decided, lifted, standing
from app.certification.scoring.results import Scored
from app.certification.tables import CertificationResult
from app.persistence.transactions import write_transaction

_NOTED: Mapping[Decision, str] = {"cancel": "certification.cancelled", "reject": "certification.rejected"}


async def decide(
    session: FinalizedSession, test: TakenTest, decision: Decision, seen: int, officer: int, at: datetime
) -> None:
    """Cancels it, or rejects it for fraud, also one that was never scored; what it was worth stays in its history."""
    async with write_transaction():
        await hold_unpublished(session.id)
        before = await latest(test.id)
        if (before.id if before else 0) != seen or (before and standing(before.comments) == decision):
            return
        if before is not None:
            await _add(before, test, decided(before.comments, decision), officer, at, status=STATUSES[decision])
        else:
            unscored = Computed(Scored("error"), ())
            await keep(test.id, unscored, decided(Comments(), decision), at, officer=officer)
        await _note(_NOTED[decision], session, test, officer, at)


async def reinstate(session: FinalizedSession, test: TakenTest, seen: int, officer: int, at: datetime) -> None:
    """Neither cancelled nor rejected for fraud any more: what the rules say of it."""
    computed = await compute(test, session.method, at)
    async with write_transaction():
        before = await _seen(session, test, seen)
        if before is None or standing(before.comments) is None:
            return
        await keep(test.id, computed, lifted(before.comments), at, officer=officer)
        await _note("certification.reinstated", session, test, officer, at)


async def score_again(session: FinalizedSession, test: TakenTest, seen: int, officer: int, at: datetime) -> None:
    """By the rules, as on the first day; a cancellation or a rejection for fraud holds until it is lifted."""
    computed = await compute(test, session.method, at)
    async with write_transaction():
        await hold_unpublished(session.id)
        before = await latest(test.id)
        if (before.id if before else 0) == seen:
            await keep(test.id, computed, before.comments if before else Comments(), at, officer=officer)
            await _note("certification.rescored", session, test, officer, at)


async def score_all_again(session: FinalizedSession, seen: int, officer: int, at: datetime) -> int:
    """Every test of a session; how many. `seen`: the latest result among all of them."""
    computed = [(test, await compute(test, session.method, at)) for test in session.tests]
    async with write_transaction():
        await hold_unpublished(session.id)
        befores = {test.id: await latest(test.id) for test in session.tests}
        if max((one.id for one in befores.values() if one), default=0) != seen:
            return 0
        for test, found in computed:
            before = befores[test.id]
            await keep(test.id, found, before.comments if before else Comments(), at, officer=officer)
        await audit.record(
            "session.rescored",
            by=officer,
            kind="certification_session",
            subject=session.id,
            at=at,
            count=len(computed),
        )
    return len(computed)


async def comment(
    session: FinalizedSession,
    test: TakenTest,
    text: str,
    seen: int,
    officer: int,
    at: datetime,
    *,
    audience: Audience = "candidate",
) -> None:
    """Says something to the candidate, to the centre, or to the colleagues; the result stays what it is."""
    async with write_transaction():
        before = await _seen(session, test, seen)
        if before is None or before.comments.said_to(audience) == text:
            return
        signed = {**before.comments.signed, audience: Signature(officer, at)}
        comments = msgspec.structs.replace(before.comments, **{audience: text}, signed=signed)
        await _add(before, test, comments, officer, at)
        await audit.record(
            "certification.commented",
            by=officer,
            kind="certification",
            subject=test.id,
            at=at,
            session=session.id,
            audience=audience,
        )


async def decide_question(
    session: FinalizedSession, test: TakenTest, challenge: str, effect: str, seen: int, officer: int, at: datetime
) -> None:
    """A question of a test on the profile is neutralised, counted whatever the reports say, or left to the rules
    (empty); the test is scored again."""
    known = test.outcome.comments.questions if test.outcome else {}
    questions = {**known, challenge: effect} if effect else {one: known[one] for one in known if one != challenge}
    computed = await compute(test, session.method, at, questions)
    async with write_transaction():
        before = await _seen(session, test, seen)
        if before is None or before.comments.questions == questions:
            return
        comments = msgspec.structs.replace(before.comments, questions=questions)
        await keep(test.id, computed, comments, at, officer=officer)
        await audit.record(
            "certification.question_changed",
            by=officer,
            kind="certification",
            subject=test.id,
            at=at,
            session=session.id,
            question=challenge,
            effect=effect,
        )


async def _seen(session: FinalizedSession, test: TakenTest, seen: int) -> Outcome | None:
    """The result that counts, when it is the one that was seen."""
    await hold_unpublished(session.id)
    before = await latest(test.id)
    return before if before is not None and before.id == seen else None


async def _add(
    before: Outcome, test: TakenTest, comments: Comments, officer: int, at: datetime, **changes: str
) -> None:
    """The same result, with something changed."""
    rows = await CertificationResult.raw(
        "SELECT status, score, level, standard_error, competences, capacities FROM certification_result WHERE id = {}",
        before.id,
    )
    columns = {**rows[0], "comment_keys": encode(comments), **changes}
    await CertificationResult.insert(CertificationResult(test=test.id, jury=officer, created_at=at, **columns))


async def _note(action: str, session: FinalizedSession, test: TakenTest, officer: int, at: datetime) -> None:
    await audit.record(action, by=officer, kind="certification", subject=test.id, at=at, session=session.id)
