"""The ways to Pix Orga from the other pages."""

from __future__ import annotations

import httpx
import pytest

from tests.cast import Cast


async def test_a_member_finds_her_space_on_her_first_page(client: httpx.AsyncClient, cast: Cast) -> None:
    await cast.blaison()
    await cast.sign_in(client, "martine")
    page = (await client.get("/accueil")).text
    assert 'href="/orga"' in page
    assert "Université Blaison" in page


async def test_a_learner_is_shown_none(client: httpx.AsyncClient, cast: Cast) -> None:
    await cast.sign_in(client, "louise")
    assert 'href="/orga"' not in (await client.get("/accueil")).text


@pytest.mark.parametrize("path", ["/", "/aide", "/plan-du-site"])
async def test_anyone_finds_how_to_ask_for_a_space(client: httpx.AsyncClient, path: str) -> None:
    assert 'href="/orga/demande"' in (await client.get(path)).text
