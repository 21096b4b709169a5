"""A bank that runs out before the end of a test: nobody's fault, and somebody's work."""

from __future__ import annotations

from app.certification.results.queries import finalized_session
from tests.certification.closing.sat import Sat


async def test_a_test_that_lacked_questions_is_not_abandoned(sat: Sat) -> None:
    """Cancelled for want of answers to score, never rejected; the jury reads why before it publishes."""
    await sat.answers(6, completed=True)
    assert (await sat.finalise()).status_code == 303
    row = await sat.result()
    assert row["status"] == "cancelled"
    assert "lack_of_answers_technical" in row["comment_keys"]
    assert (await sat.row())["ended_by"] == "lack"
    found = await finalized_session(sat.hall.session)
    assert found.queue == "action_required"
    assert [one.code for one in found.tests[0].reports if one.waits] == ["A1"]
