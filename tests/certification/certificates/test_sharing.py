"""`/partage-certificat/…`: an address that shows a certificate because its holder wants it, as long as she does."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx
import pytest

from app.accounts.personal_data import collect, erase_everywhere
from app.certification.certificates import sharing
from app.certification.results import decisions
from app.certification.results.queries import finalized_session
from app.certification.tables import CertificationResult, CertificationSession
from app.lib.clock import now
from app.persistence.transactions import write_transaction
from tests.certification.closing.sat import Sat

OpenClient = Callable[..., httpx.AsyncClient]
COMMENT = "Identité corrigée après la session"


@pytest.fixture
async def obtained(sat: Sat) -> Sat:
    """Louise has her certificate, with a comment of the jury."""
    await sat.answers(32, completed=True)
    await sat.finalise()
    session = await finalized_session(sat.hall.session)
    seen = (await sat.result())["id"]
    await decisions.comment(session, session.tests[0], COMMENT, seen, await sat.hall.cast.person("ada"), now())
    await sat.publish()
    return sat


def own(sat: Sat) -> str:
    return f"/mes-certifications/{sat.hall.candidate}"


async def shared(client: httpx.AsyncClient, sat: Sat) -> str:
    """She shares it: the path of the page that shows it."""
    answer = await client.post(own(sat) + "/partage")
    assert answer.status_code == 303
    assert answer.headers["location"] == own(sat) + "#partage"
    found = re.search(r'href="(/partage-certificat/[\w-]{22})"', (await client.get(own(sat))).text)
    assert found
    return found[1]


async def test_it_is_shared_only_when_asked(client: httpx.AsyncClient, open_client: OpenClient, obtained: Sat) -> None:
    before = (await client.get(own(obtained))).text
    assert "/partage-certificat/" not in before
    assert "Créez un lien" in before
    path = await shared(client, obtained)
    page = (await client.get(own(obtained))).text
    assert f'data-copy="https://pix.test{path}"' in page
    assert "Partagé depuis le" in page
    assert (await open_client().get(path)).status_code == 200


async def test_the_link_shows_a_name_and_results_and_nothing_more(
    client: httpx.AsyncClient, open_client: OpenClient, obtained: Sat
) -> None:
    page = await open_client().get(await shared(client, obtained))
    for shown in ("Louise Carré", f"<strong>{(await obtained.result())['score']}</strong>", "Université Blaison"):
        assert shown in page.text, shown
    for hidden in (COMMENT, "2005", "Troyes", (await obtained.row())["verification_code"]):
        assert hidden not in page.text, hidden


async def test_nobody_else_learns_the_address(
    client: httpx.AsyncClient, open_client: OpenClient, obtained: Sat
) -> None:
    for path in (await shared(client, obtained), "/partage-certificat/rien"):
        headers = (await open_client().get(path)).headers
        assert headers["referrer-policy"] == "no-referrer"
        assert "noindex" in headers["x-robots-tag"]
        assert headers["cache-control"] == "no-store"


async def test_sharing_twice_keeps_the_link_and_sharing_anew_makes_another(
    client: httpx.AsyncClient, open_client: OpenClient, obtained: Sat
) -> None:
    anyone, first = open_client(), await shared(client, obtained)
    assert await shared(client, obtained) == first
    for _ in range(2):
        assert (await client.post(own(obtained) + "/partage/suppression")).status_code == 303
    gone = await anyone.get(first)
    assert gone.status_code == 404
    assert "Ce certificat n’est pas partagé" in gone.text
    second = await shared(client, obtained)
    assert second != first
    assert (await anyone.get(first)).status_code == 404
    assert (await anyone.get(second)).status_code == 200


@pytest.mark.parametrize("what", ["unpublished", "cancelled", "erased"])
async def test_nothing_is_shown_once_there_is_no_certificate(
    what: str, client: httpx.AsyncClient, open_client: OpenClient, obtained: Sat
) -> None:
    path = await shared(client, obtained)
    if what == "unpublished":
        await CertificationSession.update({CertificationSession.published_at: None}, force=True)
    elif what == "cancelled":
        await CertificationResult.update({CertificationResult.status: "cancelled"}, force=True)
    else:
        async with write_transaction():
            await erase_everywhere(await obtained.hall.cast.person("louise"))
        assert (await obtained.row())["shared_key"] is None
    assert (await open_client().get(path)).status_code == 404


async def test_a_certification_that_is_not_obtained_is_not_shared(client: httpx.AsyncClient, sat: Sat) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    assert (await client.post(own(sat) + "/partage")).status_code == 404, "not published"
    await CertificationResult.update({CertificationResult.status: "rejected"}, force=True)
    await sat.publish()
    assert (await client.post(own(sat) + "/partage")).status_code == 404, "not obtained"
    assert (await sat.row())["shared_key"] is None


async def test_a_stranger_neither_shares_it_nor_stops_it(
    client: httpx.AsyncClient, open_client: OpenClient, obtained: Sat
) -> None:
    karim, path = open_client(), await shared(client, obtained)
    await obtained.hall.cast.sign_in(karim, "karim")
    for action in ("/partage", "/partage/suppression"):
        assert (await karim.post(own(obtained) + action)).status_code == 404
        assert (await karim.post(f"/mes-certifications/99999999999{action}")).status_code == 404
    assert (await karim.get(path)).status_code == 200


async def test_her_data_says_since_when_she_shares_it(client: httpx.AsyncClient, obtained: Sat) -> None:
    louise = await obtained.hall.cast.person("louise")

    async def since() -> object:
        (section,) = [one for one in await collect(louise) if one.keeper.name == "certification_results"]
        return section.rows[0]["shared_at"]

    assert await since() is None
    await shared(client, obtained)
    assert await since() is not None


def test_a_key_is_not_guessed() -> None:
    keys = {sharing.draw_key() for _ in range(100)}
    assert len(keys) == 100
    assert all(map(sharing.is_key, keys))
    assert not sharing.is_key("rien")
