"""Bigger letters, wider spacing, distinct letters, no single-key shortcuts: chosen once, kept in a cookie."""

from __future__ import annotations

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.reading_comfort import (
    SIZES,
    SPACINGS,
    TYPEFACES,
    USUAL,
    Comfort,
    chosen,
    comfort_in,
    cookie_value,
)

LOOKS = st.builds(
    Comfort,
    st.sampled_from(list(SIZES)),
    st.sampled_from(list(SPACINGS)),
    st.sampled_from(list(TYPEFACES)),
    st.booleans(),
)


@given(LOOKS)
def test_the_cookie_gives_back_what_was_chosen(look: Comfort) -> None:
    assert comfort_in(f"pix=x; affichage={cookie_value(look)}".encode()) == look


@pytest.mark.parametrize("cookie", [b"", b"affichage=", b"affichage=rouge.x", b"affichage=\xff", b"affichage", b"a=1"])
def test_nonsense_is_the_usual_look(cookie: bytes) -> None:
    assert comfort_in(cookie) == USUAL


def test_what_is_not_offered_is_the_usual_look() -> None:
    assert chosen("enorme", "<script>", "comic", no_keys=False) == USUAL


async def test_what_is_chosen_shows_on_every_page_from_then_on(site: httpx.AsyncClient) -> None:
    assert '<html lang="fr">' in (await site.get("/affichage")).text
    sent = {"size": "grand", "typeface": "lisible", "suite": "/hors-connexion"}
    answer = await site.post("/affichage", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, "/affichage?fait=oui&suite=/hors-connexion")
    again = (await site.get(answer.headers["location"])).text
    assert 'class="grand lisible sans-touches"' in again
    assert "enregistré dans ce navigateur" in again
    assert 'href="/hors-connexion"' in again
    await site.post("/affichage", data={"keys": "yes"})
    assert '<html lang="fr">' in (await site.get("/affichage")).text


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        ("https://pix.test/profil", "/profil"),
        ("https://pix.test/evaluations/7/reponses", "/evaluations/7"),
        ("https://ailleurs.example/profil", "/"),
        ("", "/"),
    ],
)
async def test_one_goes_back_to_where_one_came_from(site: httpx.AsyncClient, referer: str, back: str) -> None:
    page = (await site.get("/affichage", headers={"Referer": referer})).text
    assert f'<input type="hidden" name="suite" value="{back}">' in page
