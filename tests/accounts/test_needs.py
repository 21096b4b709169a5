"""Needs declared on an account: the marks to be spared, the time given."""

from __future__ import annotations

import json
import re

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
    (needs,) = data["needs"]
    assert needs == {
        "sight": True,
        "colour": False,
        "sound": False,
        "pointing": False,
        "computer": False,
        "extra_time_percent": 33,
    }
    assert "Je ne vois pas, ou mal, les images" in (await client.get("/mon-compte/donnees")).text.replace("\u202f", " ")


async def test_they_go_with_the_account(client: httpx.AsyncClient, louise: int) -> None:
    await declared_needs.declare(louise, SIGHT_AND_TIME, now())
    await sign_in(client)
    answer = await client.post("/mon-compte/suppression", data={"password": PASSWORD, "sure": "yes"})
    assert answer.status_code == 303
    assert await LearnerNeeds.count() == 0


def ticked(html: str) -> list[str]:
    return re.findall(r'value="(\w*)" checked', html)


async def test_nothing_is_ticked_at_first(client: httpx.AsyncClient, louise: int) -> None:
    await sign_in(client)
    assert 'href="/mon-compte/besoins"' in (await client.get("/mon-compte")).text
    page = await client.get("/mon-compte/besoins")
    assert ticked(page.text) == [""]  # the usual time
    assert [one for one in MARKS if f'value="{one}"' not in page.text] == []


async def test_the_form_keeps_what_is_ticked_and_shows_it_again(client: httpx.AsyncClient, louise: int) -> None:
    await sign_in(client)
    data = {"marks": ["computer", "sight", "taste"], "extra_time": "third"}
    for _ in range(2):  # sent twice, as any form may be
        answer = await client.post("/mon-compte/besoins", data=data)
        assert (answer.status_code, answer.headers["location"]) == (303, "/mon-compte?fait=besoins")
    assert "dès la prochaine question" in (await client.get("/mon-compte?fait=besoins")).text
    assert ticked((await client.get("/mon-compte/besoins")).text) == ["sight", "computer", "third"]
    await client.post("/mon-compte/besoins", data={"extra_time": ""})
    assert await LearnerNeeds.count() == 0


async def test_a_learner_declares_only_for_herself(client: httpx.AsyncClient, louise: int) -> None:
    assert (await client.post("/mon-compte/besoins", data={"marks": "sight"})).status_code == 303
    assert await LearnerNeeds.count() == 0
    await sign_in(client)
    await client.post("/mon-compte/besoins", data={"marks": "sight", "user": str(louise + 1)})
    assert [one["user"] for one in await LearnerNeeds.select(LearnerNeeds.user)] == [louise]
