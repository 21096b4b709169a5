"""Needs declared on an account: the marks to be spared, the time given."""

from __future__ import annotations

import json

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.accounts import declared_needs
from app.accounts.needs import FACTORS, MARKS, ExtraTime, Needs, needs_from, written
from app.accounts.tables import LearnerNeeds
from app.lib.clock import now
from tests.accounts.conftest import PASSWORD, sign_in

pytestmark = pytest.mark.anyio

SIGHT_AND_TIME = Needs(frozenset({"sight"}), "third")


@pytest.mark.parametrize(
    ("extra_time", "timer", "seconds"),
    [
        ("", 60, 60),
        ("third", 60, 80),
        ("third", 10, 14),  # 13.33: never less than the third
        ("half", 45, 68),
        ("half", 60, 90),
        ("twice", 1800, 3600),
    ],
)
def test_the_time_given_is_a_whole_number_of_seconds(extra_time: ExtraTime, timer: int, seconds: int) -> None:
    assert Needs(extra_time=extra_time).seconds(timer) == seconds


@given(st.sampled_from(list(FACTORS)), st.integers(10, 1800))
def test_nobody_has_less_time_than_the_challenge_gives(extra_time: ExtraTime, timer: int) -> None:
    seconds = Needs(extra_time=extra_time).seconds(timer)
    assert timer <= seconds <= 2 * timer
    assert seconds >= timer * FACTORS[extra_time]


@given(st.frozensets(st.sampled_from(MARKS)), st.sampled_from(list(FACTORS)))
def test_what_is_written_is_read_again(marks: frozenset[str], extra_time: ExtraTime) -> None:
    assert needs_from(written(marks).split(), extra_time) == Needs(marks, extra_time)  # type: ignore[arg-type]


def test_what_is_unknown_asks_for_nothing() -> None:
    assert needs_from(["taste", "sight", ""], "forever") == Needs(frozenset({"sight"}))


async def test_declaring_again_replaces_and_declaring_none_leaves_no_trace(louise: int) -> None:
    await declared_needs.declare(louise, SIGHT_AND_TIME, now())
    await declared_needs.declare(louise, Needs(frozenset({"sound", "sight"})), now())
    assert await declared_needs.needs_of(louise) == Needs(frozenset({"sound", "sight"}))
    assert await LearnerNeeds.count() == 1
    await declared_needs.declare(louise, Needs(), now())
    assert await declared_needs.needs_of(louise) == Needs()
    assert await LearnerNeeds.count() == 0


async def test_they_are_among_the_data_to_take_away(client: httpx.AsyncClient, louise: int) -> None:
    await declared_needs.declare(louise, SIGHT_AND_TIME, now())
    await sign_in(client)
    data = json.loads((await client.get("/mon-compte/donnees.json")).text)
    assert [(one["marks"], one["extra_time"]) for one in data["needs"]] == [("sight", "third")]


async def test_they_go_with_the_account(client: httpx.AsyncClient, louise: int) -> None:
    await declared_needs.declare(louise, SIGHT_AND_TIME, now())
    await sign_in(client)
    answer = await client.post("/mon-compte/suppression", data={"password": PASSWORD, "sure": "yes"})
    assert answer.status_code == 303
    assert await LearnerNeeds.count() == 0
