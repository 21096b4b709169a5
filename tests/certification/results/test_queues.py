"""Which list a finalised session waits in: what the lists say is what the session says of itself."""

from __future__ import annotations

from app.certification.results.queries import Queue, finalized_session
from app.certification.results.reports import CATEGORIES, HARMLESS
from app.certification.results.session_filters import Wanted
from app.certification.results.session_lists import queue_counts, sessions_in
from app.certification.tables import CertificationResult, CertificationSession, IssueReport
from app.lib.clock import now
from tests.certification.closing.sat import Sat

ALL: tuple[Queue, ...] = ("to_publish", "action_required", "published")


async def queue_of(sat: Sat) -> Queue:
    """As all of them say it: the session, its line in one list alone, and the counts."""
    said = (await finalized_session(sat.hall.session)).queue
    listed = [one for one in ALL if await sessions_in(Wanted(one), 0, 10, 0)]
    assert listed == [said]
    assert await queue_counts(Wanted(), 0) == {one: int(one == said) for one in ALL}
    return said


async def reported(sat: Sat, code: str, *, resolved: bool = False) -> None:
    await IssueReport.delete(force=True)
    await IssueReport.insert(IssueReport(test=sat.test, code=code, resolved_at=now() if resolved else None))


async def result_is(sat: Sat, status: str) -> None:
    await CertificationResult.insert(
        CertificationResult(test=sat.test, status=status, competences="{}", created_at=now())
    )


async def test_a_session_waits_in_one_list(sat: Sat) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    assert await queue_of(sat) == "to_publish"
    for code in CATEGORIES:
        await reported(sat, code)
        assert await queue_of(sat) == ("to_publish" if code in HARMLESS else "action_required"), code
        await reported(sat, code, resolved=True)
        assert await queue_of(sat) == "to_publish", code
    for status in ("error", "cancelled", "rejected", "validated"):
        await result_is(sat, status)
        assert await queue_of(sat) == ("action_required" if status == "error" else "to_publish"), status
    session = CertificationSession.id == sat.hall.session
    await CertificationSession.update({CertificationSession.global_comment: "Coupure"}).where(session)
    assert await queue_of(sat) == "action_required"
    await sat.publish()
    assert await queue_of(sat) == "published"


async def test_a_test_without_a_result_is_somebodys_work(sat: Sat) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    await CertificationResult.delete(force=True)
    assert await queue_of(sat) == "action_required"
    (line,) = await sessions_in(Wanted("action_required"), 0, 10, 0)
    assert (line.tests, line.waiting, line.candidates) == (1, 1, 1)
