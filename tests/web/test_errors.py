from __future__ import annotations

import logging

import httpx
import pytest

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


async def test_a_refusal_shows_its_message_with_its_status(site: httpx.AsyncClient) -> None:
    answer = await site.get("/refus")
    assert answer.status_code == 410
    assert "Ce parcours est terminé\u202f: demandez-en un autre." in answer.text


async def test_a_refusal_is_written_without_what_the_address_holds(
    site: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    await site.get("/refus?jeton=secret")
    (line,) = [one.getMessage() for one in caplog.records if one.name == "pix.security"]
    assert line == "refused Archived: GET /refus user=None browser=None"


async def test_a_refusal_to_htmx_takes_the_main_part_of_the_page(site: httpx.AsyncClient) -> None:
    answer = await site.get("/refus", headers=HTMX)
    assert (answer.status_code, answer.headers["hx-retarget"]) == (410, "main")
    assert answer.headers["hx-push-url"] == "false"
    assert "<html" not in answer.text


@pytest.mark.parametrize("address", ["/introuvable", "/nulle-part", "/nombre/abc", "/static/rien.css", "/langue/xx/y"])
async def test_not_yours_and_not_there_are_the_same_page(site: httpx.AsyncClient, address: str) -> None:
    answer = await site.get(address)
    assert answer.status_code == 404
    assert "Cette page n’existe pas, ou plus" in answer.text


async def test_a_wrong_method_and_a_wrong_parameter_are_explained(site: httpx.AsyncClient) -> None:
    method = await site.delete("/page")
    assert (method.status_code, "Demande incomprise" in method.text) == (405, True)
    parameter = await site.get("/nombre/1?of=abc")
    assert (parameter.status_code, "Demande incomprise" in parameter.text) == (400, True)


async def test_a_defect_is_logged_with_the_reference_that_the_person_reads(
    site: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, logger="pix.errors"):
        answer = await site.get("/panne")
    assert answer.status_code == 500
    reference = answer.text.split('<strong class="code">')[1][:6]
    assert f"GET /panne failed, reference {reference}" in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "ZeroDivisionError" not in answer.text


async def test_a_defect_is_logged_without_the_words_of_its_address(
    site: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    await site.get("/panne/12/jeton-secret")
    (line,) = [one.getMessage() for one in caplog.records if one.name == "pix.errors"]
    assert line.startswith("GET /panne/12/{secret} failed, reference ")


async def test_a_busy_database_asks_to_try_again(site: httpx.AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    answer = await site.get("/affluence")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "3")
    assert "Rien n’est perdu" in answer.text
    assert "GET /affluence found the database busy" in caplog.text


async def test_a_body_that_is_too_large_is_refused(site: httpx.AsyncClient) -> None:
    answer = await site.post("/formulaire", data={"answer": "x" * 300_000})
    assert answer.status_code == 413
    assert "trop volumineux" in answer.text


async def test_a_page_for_members_leads_to_sign_in_and_back(site: httpx.AsyncClient) -> None:
    answer = await site.get("/reserve?a=1&b=%C3%A9")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/connexion?suite=/reserve%3Fa%3D1%26b%3D%25C3%25A9"


async def test_a_form_for_members_comes_back_to_the_page_that_holds_it(site: httpx.AsyncClient) -> None:
    answer = await site.post("/reserve", headers={"Referer": "https://pix.test/page?x=1"})
    assert answer.headers["location"] == "/connexion?suite=/page%3Fx%3D1"
    elsewhere = await site.post("/reserve", headers={"Referer": "https://ailleurs.example/page"})
    assert elsewhere.headers["location"] == "/connexion"


async def test_htmx_navigates_to_sign_in(site: httpx.AsyncClient) -> None:
    answer = await site.post("/reserve", headers={**HTMX, "HX-Current-URL": "https://pix.test/evaluations/4"})
    assert (answer.status_code, answer.headers["hx-redirect"]) == (200, "/connexion?suite=/evaluations/4")
