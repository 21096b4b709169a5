"""Pix Certif: every address that a centre's team uses, tried by those who may not, then by one who may."""

from __future__ import annotations

import httpx
import pytest

from app.certification import guards
from app.certification.mass_import import imports
from app.certification.mass_import.drafts import Counts, Draft, DraftSession
from app.lib.clock import now
from tests.cast import Cast
from tests.certification.conftest import enrolled
from tests.house.routes import addresses

TEAM = {guards.member.__name__, guards.administrator.__name__}
LOADED = {guards.session_seen.__name__, guards.candidate_seen.__name__, guards.import_seen.__name__}
CERTIF = [one for one in addresses() if one.path.startswith("/certif/") and one.guard in TEAM | LOADED]
WAITING = (
    "/certificats",
    "/certificats.zip",
    "/eleves",
    "/finalisation/{candidate}",
    "/resultats",
    "/resultats.csv",
    "/resultats.ods",
    "/classe.csv",
    "/classe.ods",
)
"""Not there yet: the centre has no organisation, the candidate no test, the session no published result."""
OWNED = [one for one in CERTIF if "{session}" in one.path or "{waiting}" in one.path]
"""Of a session of the centre, or of an import that somebody sent."""


@pytest.fixture
async def ids(session: int, centre: int, cast: Cast) -> dict[str, str]:
    """A session of Blaison, its candidate, and Martine's import that waits."""
    draft = Draft([DraftSession(2, number=session)], Counts(1, 1, 0), [], 0)
    waiting = await imports.keep(centre, draft, await cast.person("martine"), now(), sending="a-file")
    return {"session": str(session), "candidate": str(await enrolled(session)), "waiting": str(waiting)}


def test_each_address_of_a_session_or_an_import_loads_it_through_the_team() -> None:
    assert len(OWNED) > 15
    assert {one.guard for one in OWNED} <= LOADED


async def test_a_visitor_signs_in_first(client: httpx.AsyncClient, ids: dict[str, str]) -> None:
    wrong = []
    for one in CERTIF:
        answer = await client.request(one.method, one.with_values(**ids))
        if answer.status_code != 303 or not answer.headers["location"].startswith("/connexion"):
            wrong.append(f"{one}: {answer.status_code}")
    assert wrong == []


async def test_who_works_for_no_centre_is_told_what_it_is(
    client: httpx.AsyncClient, cast: Cast, ids: dict[str, str]
) -> None:
    await cast.sign_in(client, "louise")
    wrong = []
    for one in CERTIF:
        answer = await client.request(one.method, one.with_values(**ids))
        if answer.status_code != 303 or answer.headers["location"].split("?")[0] != "/certif":
            wrong.append(f"{one}: {answer.status_code}")
    assert wrong == []


async def test_a_member_of_another_centre_finds_nothing(nadia: httpx.AsyncClient, ids: dict[str, str]) -> None:
    statuses = {str(one): (await nadia.request(one.method, one.with_values(**ids))).status_code for one in OWNED}
    assert {name: status for name, status in statuses.items() if status != 404} == {}


async def test_the_team_opens_every_page(martine: httpx.AsyncClient, ids: dict[str, str]) -> None:
    read = [one for one in CERTIF if one.method == "GET" and one.guard != "administrator"]
    statuses = {
        one.path: (await martine.get(one.with_values(**ids), follow_redirects=True)).status_code
        for one in read
        if not one.path.endswith(WAITING)
    }
    assert len(statuses) > 15
    assert {path: status for path, status in statuses.items() if status != 200} == {}
