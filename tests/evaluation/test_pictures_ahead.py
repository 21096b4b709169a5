"""While the learner thinks, her browser fetches the pictures of what may come next; nothing tells which is which."""

from __future__ import annotations

import httpx
import pytest

from app.content.index import ContentIndex
from app.content.media import Media
from app.evaluation import assessments
from app.evaluation.pictures_ahead import worth_fetching
from app.evaluation.scope import Scope
from app.lib.clock import now
from tests.cast import Cast

PLAIN, PICTURED = "ch-c6ep34wk", "ch-4ff494kf"


@pytest.fixture
async def asked(client: httpx.AsyncClient, world: ContentIndex, cast: Cast) -> tuple[int, int]:
    """Louise, in front of a question that another, with a picture, follows; her assessment."""
    del world
    user = await cast.sign_in(client, "louise")
    scope = Scope("Un parcours", "/mon-compte", "/mon-compte", method="fixed", challenges=(PLAIN, PICTURED))
    return user, await assessments.start(user, scope, "reference", "fr", now())


async def test_the_picture_of_the_next_question_is_told_and_there(
    client: httpx.AsyncClient, world: ContentIndex, asked: tuple[int, int]
) -> None:
    answer = await client.get(f"/evaluations/{asked[1]}/a-venir")
    picture = world.challenges[PICTURED].illustration
    assert picture is not None
    assert answer.text == f"/fichiers/{picture.fingerprint}/{picture.name}\n"
    assert (await client.get(answer.text.strip())).status_code == 200


async def test_who_saves_data_fetches_nothing_ahead(client: httpx.AsyncClient, asked: tuple[int, int]) -> None:
    assert (await client.get(f"/evaluations/{asked[1]}/a-venir", headers={"Save-Data": "on"})).text == ""


async def test_somebody_else_is_told_nothing(client: httpx.AsyncClient, asked: tuple[int, int], cast: Cast) -> None:
    await cast.sign_in(client, "karim")
    assert (await client.get(f"/evaluations/{asked[1]}/a-venir")).status_code == 404


@pytest.mark.parametrize(
    ("pictures", "told"),
    [
        ([("b", 1000), ("a", 1000)], ["a", "b"]),
        ([("a", 1000), ("b", 1000)], ["a", "b"]),
        ([("a", 1000), ("a", 1000)], ["a"]),
        ([("b", 60_000), ("a", 60_000)], ["a"]),
        ([], []),
    ],
)
def test_the_order_tells_nothing_and_the_bytes_are_counted(pictures: list[tuple[str, int]], told: list[str]) -> None:
    found = [Media(f"{name}.svg", name, "image/svg+xml", size, "illustration") for name, size in pictures]
    assert [one.fingerprint for one in worth_fetching(found)] == told
