from __future__ import annotations

import httpx
import pytest

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


async def test_a_browser_gets_the_whole_page(site: httpx.AsyncClient) -> None:
    answer = await site.get("/page")
    assert answer.status_code == 200
    assert answer.text.startswith("<!doctype html>")
    assert "<title>Aide – Pix</title>" in answer.text
    assert 'id="web-refusal"' in answer.text


async def test_htmx_gets_the_title_and_the_fragment(site: httpx.AsyncClient) -> None:
    answer = await site.get("/page", headers=HTMX)
    assert answer.text.startswith('<title>Aide – Pix</title>\n<div id="web-refusal"')
    assert "<html" not in answer.text


@pytest.mark.parametrize(
    "restoring", [{"HX-Request-Type": "full"}, {"HX-History-Restore-Request": "true"}, {"HX-Request": "false"}]
)
async def test_back_gets_the_whole_page(site: httpx.AsyncClient, restoring: dict[str, str]) -> None:
    answer = await site.get("/page", headers={**HTMX, **restoring})
    assert answer.text.startswith("<!doctype html>")


async def test_caches_are_told_what_the_answer_depends_on(site: httpx.AsyncClient) -> None:
    answer = await site.get("/page")
    assert {"HX-Request", "HX-Request-Type", "Accept-Encoding"} <= set(answer.headers["vary"].split(", "))
    assert answer.headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize(
    ("offered", "chosen"), [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip")]
)
async def test_html_is_compressed_as_the_browser_can(site: httpx.AsyncClient, offered: str, chosen: str) -> None:
    plain = await site.get("/page")
    answer = await site.get("/page", headers={"Accept-Encoding": offered})
    assert answer.headers["content-encoding"] == chosen
    assert answer.text == plain.text
    assert int(answer.headers["content-length"]) < len(plain.content) / 2


async def test_a_form_that_failed_says_so_in_the_title_and_is_not_added_to_the_history(site: httpx.AsyncClient) -> None:
    whole = await site.post("/formulaire", data={"answer": ""})
    assert whole.status_code == 422
    assert "<title>Erreur\u202f: Titre – Pix</title>" in whole.text
    partial = await site.post("/formulaire", data={"answer": ""}, headers=HTMX)
    assert partial.headers["hx-push-url"] == "false"
    assert "hx-push-url" not in whole.headers


async def test_a_form_leads_on_by_a_303_and_htmx_by_a_navigation(site: httpx.AsyncClient) -> None:
    plain = await site.post("/formulaire", data={"answer": "1"})
    assert (plain.status_code, plain.headers["location"], plain.content) == (303, "/page", b"")
    partial = await site.post("/formulaire", data={"answer": "1"}, headers=HTMX)
    assert (partial.status_code, partial.headers["hx-redirect"], partial.content) == (200, "/page", b"")
