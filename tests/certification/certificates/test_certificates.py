"""`/mes-certifications` and `/verification-certificat`: what is shown of a result, to whom, and when."""

from __future__ import annotations

import re
from collections.abc import Callable

import httpx
import pytest

from app.accounts.own_data import ANONYMOUS_LAST_NAME
from app.accounts.personal_data import collect, erase_everywhere
from app.certification.certificates.codes import read_code
from app.certification.results import decisions
from app.certification.results.queries import finalized_session
from app.certification.tables import CertificationTest
from app.lib.clock import now
from app.persistence.transactions import write_transaction
from tests.certification.closing.sat import Sat

OpenClient = Callable[..., httpx.AsyncClient]
LIST = "/mes-certifications"
VERIFICATION = "/verification-certificat"
SECRET = "Identité corrigée après la session"


def own(sat: Sat) -> str:
    return f"{LIST}/{sat.hall.candidate}"


async def decided(sat: Sat, decision: decisions.Decision) -> None:
    session = await finalized_session(sat.hall.session)
    seen = (await sat.result())["id"]
    await decisions.decide(session, session.tests[0], decision, seen, await sat.hall.cast.person("ada"), now())


async def commented(sat: Sat) -> None:
    session = await finalized_session(sat.hall.session)
    seen = (await sat.result())["id"]
    await decisions.comment(session, session.tests[0], SECRET, seen, await sat.hall.cast.person("ada"), now())


async def verify(browser: httpx.AsyncClient, code: object) -> httpx.Response:
    return await browser.post(VERIFICATION, data={"code": str(code)})


async def test_nothing_to_show_yet(client: httpx.AsyncClient, sat: Sat) -> None:
    await CertificationTest.delete(force=True)
    assert "Aucune certification pour l’instant" in (await client.get(LIST)).text


async def test_a_result_is_seen_only_once_published(client: httpx.AsyncClient, sat: Sat) -> None:
    await sat.answers(32, completed=True)
    assert "En attente de résultat" in (await client.get(LIST)).text
    await sat.finalise()
    page = (await client.get(LIST)).text
    assert "En attente de résultat" in page
    assert f'href="{own(sat)}"' not in page
    code = (await sat.row())["verification_code"]
    assert (await client.get(own(sat))).status_code == 404
    assert (await verify(client, code)).status_code == 422
    await sat.publish()
    assert "Obtenue" in (await client.get(LIST)).text
    assert (await client.get(own(sat))).status_code == 200


async def test_the_certificate_says_everything(client: httpx.AsyncClient, sat: Sat) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    await sat.publish()
    row, page = await sat.result(), (await client.get(own(sat))).text
    for words in ("Louise Carré", "23 juin 2005", "Troyes", "Université Blaison", "pix sur 895", "Expert 1 (895"):
        assert words in page, words
    assert f"<strong>{row['score']}</strong>" in page
    assert (await sat.row())["verification_code"] in page
    tables = re.findall(r'<td class="n">(.*?)</td>', page)
    assert len(tables) == 16


async def test_the_certificate_is_a_sheet_of_paper_too(client: httpx.AsyncClient, sat: Sat) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    path = own(sat) + "/certificat.pdf"
    assert (await client.get(path)).status_code == 404, "not published"
    await sat.publish()
    assert f'href="{path}"' in (await client.get(own(sat))).text
    answer = await client.get(path)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert str((await sat.row())["verification_code"]) in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("decision", "state", "words"),
    [("cancel", "Annulée", "Le jury de Pix a annulé"), ("reject", "Non obtenue", "Une fraude a été constatée")],
)
async def test_a_certification_that_is_not_obtained_explains_itself(
    client: httpx.AsyncClient, sat: Sat, decision: decisions.Decision, state: str, words: str
) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    await decided(sat, decision)
    await sat.publish()
    assert state in (await client.get(LIST)).text
    page = await client.get(own(sat))
    assert words in page.text
    assert "pix sur" not in page.text
    assert (await client.get(own(sat) + "/certificat.pdf")).status_code == 404
    assert (await verify(client, (await sat.row())["verification_code"])).status_code == 422


async def test_anyone_with_the_code_reads_it_without_the_comments(
    client: httpx.AsyncClient, open_client: OpenClient, sat: Sat
) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    await commented(sat)
    await sat.publish()
    assert SECRET in (await client.get(own(sat))).text
    anyone = open_client()
    assert (await anyone.get(VERIFICATION)).status_code == 200
    code = str((await sat.row())["verification_code"])
    for typed in (code, code.lower(), f" {code[:5]} {code[5:]} ", code.replace("-", "")):
        page = await verify(anyone, typed)
        assert page.status_code == 200, typed
        assert "Ce certificat est authentique" in page.text
        assert "Louise Carré" in page.text
        assert SECRET not in page.text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Saisissez le code"),
        ("bonjour", "Un code de vérification s’écrit P-"),
        ("P-K7RMB4X", "Un code de vérification s’écrit P-"),
        ("P-K7RMB4XWW", "Un code de vérification s’écrit P-"),
        ("P-K7RMB4XA", "Un code de vérification s’écrit P-"),
        ("P-K7RMB4XW", "Aucun certificat publié ne porte ce code"),
    ],
)
async def test_a_wrong_code_and_an_unknown_one_differ(client: httpx.AsyncClient, typed: str, words: str) -> None:
    page = await verify(client, typed)
    assert page.status_code == 422
    assert 'id="code-err"' in page.text
    assert words in page.text


def test_a_code_is_read_as_it_is_typed() -> None:
    assert read_code(" p-k7rm b4xw ") == "P-K7RMB4XW"
    assert read_code("K7RMB4XW") is None


async def test_an_address_with_a_nul_is_answered(client: httpx.AsyncClient, sat: Sat) -> None:
    del sat
    for code in ("\0", "P-K7RMB4X\0"):
        assert (await client.get("/verification-certificat", params={"code": code})).status_code == 422


async def test_her_data_holds_the_published_result_and_goes_with_her(client: httpx.AsyncClient, sat: Sat) -> None:
    await sat.answers(32, completed=True)
    await sat.finalise()
    louise = await sat.hall.cast.person("louise")

    async def exported() -> int:
        (section,) = [one for one in await collect(louise) if one.keeper.name == "certification_results"]
        return len(section.rows)

    assert await exported() == 0
    await sat.publish()
    assert await exported() == 1
    async with write_transaction():
        await erase_everywhere(louise)
    page = await verify(client, (await sat.row())["verification_code"])
    assert page.status_code == 422
    assert ANONYMOUS_LAST_NAME not in page.text
