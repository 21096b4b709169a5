"""Help and the pages about the service, for anyone, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx
import pytest

from app.content.index import ContentIndex
from tests.cast import Cast

PAGES = {
    "/aide": "Aide",
    "/accessibilite": "partiellement conforme",
    "/mentions-legales": "l’organisme qui exploite ce service",
    "/donnees-personnelles": "Ce qui est gardé",
    "/plan-du-site": "Plan du site",
}


@pytest.mark.parametrize("path", PAGES)
async def test_anyone_reads_it(client: httpx.AsyncClient, world: ContentIndex, cast: Cast, path: str) -> None:
    response = await client.get(path)
    assert response.status_code == 200
    assert PAGES[path] in response.text
    await cast.sign_in(client, "louise")
    assert (await client.get(path)).status_code == 200


@pytest.mark.parametrize("path", ["/", "/vitrine/essai", *PAGES])
async def test_in_english(open_client: Callable[..., httpx.AsyncClient], world: ContentIndex, path: str) -> None:
    response = await open_client(headers={"Accept-Language": "en"}).get(path)
    assert response.status_code == 200
    assert '<html lang="en">' in response.text


@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize("path", ["/", "/accueil", "/profil", *PAGES])
async def test_no_link_is_dead(
    client: httpx.AsyncClient, world: ContentIndex, cast: Cast, path: str, signed_in: bool
) -> None:
    if signed_in:
        await cast.sign_in(client, "louise")
    page = await client.get(path, follow_redirects=True)
    for link in sorted(set(re.findall(r'<a [^>]*href="(/[^"#]*)', page.text))):
        response = await client.get(link, follow_redirects=True)
        assert response.status_code == 200, link
