from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from io import BytesIO

import httpx
from PIL import Image


async def test_the_process_says_it_is_alive(site: httpx.AsyncClient) -> None:
    answer = await site.get("/sante")
    assert (answer.status_code, answer.text, answer.headers["cache-control"]) == (200, "ok\n", "no-store")


async def test_robots_stay_out_of_what_belongs_to_people(site: httpx.AsyncClient) -> None:
    answer = await site.get("/robots.txt")
    assert answer.headers["content-type"].startswith("text/plain")
    assert "Disallow: /evaluations\n" in answer.text


async def test_a_vulnerability_can_be_reported(site: httpx.AsyncClient) -> None:
    lines = dict(line.split(": ", 1) for line in (await site.get("/.well-known/security.txt")).text.splitlines())
    assert lines["Contact"] == "https://pix.test/aide"
    expires = datetime.fromisoformat(lines["Expires"])
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=365)


async def test_the_application_can_be_installed(site: httpx.AsyncClient) -> None:
    answer = await site.get("/manifest.webmanifest")
    assert answer.headers["content-type"] == "application/manifest+json"
    manifest = answer.json()
    assert {"name", "short_name", "id", "start_url", "scope", "display"} <= set(manifest)
    assert {shot["form_factor"] for shot in manifest["screenshots"]} == {"narrow", "wide"}
    for icon in manifest["icons"] + manifest["screenshots"]:
        image = Image.open(BytesIO((await site.get(icon["src"])).content))
        assert "x".join(map(str, image.size)) == icon["sizes"]


async def test_the_service_worker_is_looked_for_anew_and_names_files_that_exist(site: httpx.AsyncClient) -> None:
    answer = await site.get("/sw.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "no-cache"
    files = re.search(r"FILES = (\[.*?\]);", answer.text)
    assert files
    for file in json.loads(files[1]):
        assert "immutable" in (await site.get(file)).headers["cache-control"]


async def test_the_offline_page_says_nothing_of_anyone(site: httpx.AsyncClient) -> None:
    answer = await site.get("/hors-connexion")
    assert answer.status_code == 200
    assert "Vous êtes hors connexion" in answer.text
