"""Where a campaign is, from its attempts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.campaigns.followup.activity import Attempt, activity_of
from app.campaigns.queries import State

MONDAY = datetime(2026, 11, 16, 9, tzinfo=UTC)


def attempt(
    learner: int, state: State = "started", *, day: float = 0, sent: float | None = None, replaced: bool = False
) -> Attempt:
    began = MONDAY + timedelta(days=day)
    shared_at = None if sent is None else MONDAY + timedelta(days=sent)
    return Attempt(learner, state, replaced, began, shared_at, shared_at or began)


def test_a_class_at_work() -> None:
    found = activity_of(
        [
            attempt(1, "shared", day=0, sent=1),
            attempt(2, "to_share", day=0),
            attempt(3, "started", day=3),
            attempt(4, "started", day=3),
        ]
    )
    assert found.states == {"shared": 1, "to_share": 1, "started": 2}
    assert found.parts.percents == (25, 25, 50)
    assert found.to_remind == 3
    assert found.rows == [(date(2026, 11, 16), 2, 0), (date(2026, 11, 17), 2, 1), (date(2026, 11, 19), 4, 1)]
    assert found.moved_at == MONDAY + timedelta(days=3)


def test_someone_who_sends_twice_counts_once_from_her_first_day() -> None:
    found = activity_of([attempt(1, "shared", day=0, sent=0.1, replaced=True), attempt(1, "shared", day=5, sent=6)])
    assert found.participants == 1
    assert found.rows == [(date(2026, 11, 16), 1, 1)]


def test_someone_who_begins_again_has_sent_already() -> None:
    found = activity_of([attempt(1, "shared", day=0, sent=0.1, replaced=True), attempt(1, "started", day=5)])
    assert found.states == {"shared": 0, "to_share": 0, "started": 1}
    assert found.days[-1].received == 1


def test_days_are_those_of_paris() -> None:
    late = datetime(2026, 11, 16, 23, 30, tzinfo=UTC)
    assert activity_of([Attempt(1, "started", False, late, None, late)]).rows == [(date(2026, 11, 17), 1, 0)]


def test_nobody_came() -> None:
    found = activity_of([])
    assert (found.participants, found.to_remind, found.days, found.moved_at) == (0, 0, (), None)


attempts = st.lists(
    st.builds(
        attempt,
        st.integers(1, 8),
        st.sampled_from(["started", "to_share"]),
        day=st.floats(0, 40),
        sent=st.none(),
    )
    | st.builds(attempt, st.integers(1, 8), st.just("shared"), day=st.floats(0, 40), sent=st.floats(40, 60)),
    max_size=8,
    unique_by=lambda one: one.learner,
)


@given(attempts)
def test_the_last_day_has_the_figures_of_the_campaign(found: list[Attempt]) -> None:
    activity = activity_of(found)
    last = activity.days[-1] if activity.days else None
    assert (last.started if last else 0) == len(found)
    assert (last.received if last else 0) == sum(one.shared_at is not None for one in found)
    for before, after in zip(activity.days, activity.days[1:], strict=False):
        assert before.date < after.date
        assert before.started <= after.started
        assert before.received <= after.received
    assert sum(activity.states.values()) == len(found)
