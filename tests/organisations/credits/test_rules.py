"""Which credits can be used, until when, and what they come to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.organisations.credits.rules import (
    PARIS,
    Lot,
    balance_of,
    covered_until,
    day_of,
    state_of,
    usable_lots,
    years_later,
)

DAYS = st.dates(date(2015, 1, 2), date(2095, 12, 31))
MOMENTS = st.datetimes(datetime(2015, 1, 2), datetime(2095, 12, 31), timezones=st.just(UTC))


@st.composite
def lots(draw: st.DrawFn) -> Lot:
    size = draw(st.integers(1, 1000))
    return Lot(
        id=draw(st.integers(1, 10**6)),
        size=size,
        used=draw(st.integers(0, size)),
        ordered_on=draw(DAYS),
        cancelled=draw(st.booleans()),
    )


MANY = st.lists(lots(), max_size=8, unique_by=lambda lot: lot.id)


def lot(ordered_on: date, size: int = 10, used: int = 0, *, cancelled: bool = False, number: int = 1) -> Lot:
    return Lot(number, size, used, ordered_on, cancelled)


@pytest.mark.parametrize(
    ("ordered", "lost"),
    [
        (date(2026, 11, 21), date(2028, 11, 21)),
        (date(2024, 2, 29), date(2026, 3, 1)),
        (date(2026, 2, 28), date(2028, 2, 28)),
        (date(2026, 12, 31), date(2028, 12, 31)),
    ],
)
def test_a_lot_lives_two_years(ordered: date, lost: date) -> None:
    assert lot(ordered).lost_on == lost
    assert state_of(lot(ordered), ordered) == "usable"
    assert state_of(lot(ordered), lost - timedelta(days=1)) == "usable"
    assert state_of(lot(ordered), lost) == "lost"
    assert state_of(lot(ordered), ordered - timedelta(days=1)) == "to_come"


@pytest.mark.parametrize(
    ("used", "cancelled", "expected"),
    [
        (0, False, "usable"),
        (9, False, "usable"),
        (10, False, "used_up"),
        (3, True, "cancelled"),
        (10, True, "cancelled"),
    ],
)
def test_what_becomes_of_a_lot(used: int, cancelled: bool, expected: str) -> None:
    assert state_of(lot(date(2026, 1, 1), used=used, cancelled=cancelled), date(2026, 6, 1)) == expected


@given(DAYS, st.integers(1, 5))
def test_years_later_is_the_same_day_or_the_first_of_march(day: date, years: int) -> None:
    later = years_later(day, years)
    assert later.year == day.year + years
    if (day.month, day.day) == (2, 29) and (later.month, later.day) != (2, 29):
        assert (later.month, later.day) == (3, 1)
    else:
        assert (later.month, later.day) == (day.month, day.day)


@given(MANY, DAYS)
def test_usable_lots_are_alive_and_not_empty_the_oldest_first(many: list[Lot], day: date) -> None:
    found = usable_lots(many, day)
    assert [one.ordered_on for one in found] == sorted(one.ordered_on for one in found)
    for one in many:
        alive = not one.cancelled and one.ordered_on <= day < one.lost_on and one.used < one.size
        assert (one in found) == alive


@given(MANY, DAYS)
def test_each_credit_ordered_is_used_left_or_lost(many: list[Lot], day: date) -> None:
    found = balance_of(many, day)
    assert found.ordered == found.used + found.left + found.lost
    assert found.left == sum(one.size - one.used for one in usable_lots(many, day))
    assert min(found.ordered, found.used, found.left, found.lost) >= 0
    assert (found.warning == "none_left") == (not usable_lots(many, day))


@given(MANY, DAYS, st.integers(1, 800))
def test_with_time_credits_are_only_lost(many: list[Lot], day: date, days: int) -> None:
    many = [one for one in many if one.ordered_on <= day]
    now, later = balance_of(many, day), balance_of(many, day + timedelta(days=days))
    assert (later.ordered, later.used) == (now.ordered, now.used)
    assert later.lost >= now.lost


@pytest.mark.parametrize(
    ("size", "used", "expected"),
    [(100, 89, None), (100, 90, "few_left"), (100, 99, "few_left"), (100, 100, "none_left"), (5, 4, None)],
)
def test_the_team_is_warned_from_ten_percent(size: int, used: int, expected: str | None) -> None:
    assert balance_of([lot(date(2026, 1, 1), size, used)], date(2026, 6, 1)).warning == expected


def test_without_any_lot_nothing_is_left() -> None:
    assert balance_of([], date(2026, 6, 1)).warning == "none_left"


def test_of_a_cancelled_lot_what_was_used_counts() -> None:
    found = balance_of([lot(date(2026, 1, 1), 10, 4, cancelled=True)], date(2026, 6, 1))
    assert (found.ordered, found.used, found.left, found.lost) == (4, 4, 0, 0)


def test_a_lot_to_come_does_not_count_yet() -> None:
    found = balance_of([lot(date(2026, 9, 1))], date(2026, 6, 1))
    assert (found.ordered, found.left) == (0, 0)


@pytest.mark.parametrize(
    ("used_at", "until"),
    [
        (datetime(2026, 11, 21, 9, tzinfo=UTC), datetime(2027, 11, 21, 9, tzinfo=UTC)),
        (datetime(2028, 2, 29, 9, tzinfo=UTC), datetime(2029, 3, 1, 9, tzinfo=UTC)),
        (datetime(2028, 2, 28, 23, 30, tzinfo=UTC), datetime(2029, 2, 28, 23, 30, tzinfo=UTC)),  # the 29th in Paris
    ],
)
def test_a_credit_covers_one_year(used_at: datetime, until: datetime) -> None:
    assert covered_until(used_at) == until


@given(MOMENTS)
def test_covered_until_the_same_day_of_the_next_year(used_at: datetime) -> None:
    until = covered_until(used_at)
    assert until.tzinfo is UTC
    assert day_of(until) == years_later(day_of(used_at), 1)
    assert timedelta(days=364, hours=22) < until - used_at <= timedelta(days=366, hours=2)


def test_the_day_is_that_of_paris() -> None:
    assert day_of(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)) == date(2026, 7, 1)
    assert PARIS.key == "Europe/Paris"
