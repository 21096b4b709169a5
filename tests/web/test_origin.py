from __future__ import annotations

import httpx
import pytest
from litestar import Litestar

FORM = {"answer": "1"}


async def _post(app: Litestar, path: str = "/formulaire", host: str = "pix.test", **headers: str) -> int:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=f"https://{host}") as client:
        return (await client.post(path, data=FORM, headers=sent)).status_code


async def test_our_own_pages_may_post(small_app: Litestar) -> None:
    assert await _post(small_app, sec_fetch_site="same-origin") == 303
    assert await _post(small_app, origin="https://pix.test") == 303
    assert await _post(small_app, origin="http://PIX.test") == 303  # TLS may end at a proxy


async def test_behind_a_proxy_that_changes_the_host_the_public_address_counts(small_app: Litestar) -> None:
    assert await _post(small_app, host="10.0.0.4:8000", origin="https://pix.test") == 303


OTHERS = [
    {"origin": "https://ailleurs.example"},
    {"origin": ""},
    {"origin": "null"},
    {"origin": "https://pix.test.ailleurs.example"},
    {"origin": "https://ailleurs.example@pix.test.x"},
    {"sec_fetch_site": "cross-site", "origin": "https://pix.test"},
    {"sec_fetch_site": "same-site"},
    {"sec_fetch_site": "none"},
]


@pytest.mark.parametrize("headers", [{}, *OTHERS])
async def test_others_may_not(small_app: Litestar, headers: dict[str, str]) -> None:
    assert await _post(small_app, **headers) == 403


async def test_reading_is_free(small_app: Litestar) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=small_app), base_url="https://pix.test") as client:
        assert (await client.get("/page", headers={"Sec-Fetch-Site": "cross-site"})).status_code == 200


async def test_a_route_may_say_that_other_sites_post_to_it(small_app: Litestar) -> None:
    assert await _post(small_app, "/retour", sec_fetch_site="cross-site") == 201


async def test_a_route_for_programs_takes_what_comes_from_no_browser(small_app: Litestar) -> None:
    assert await _post(small_app, "/programmes") == 201
    assert await _post(small_app, "/programmes", origin="https://pix.test") == 201
    assert {await _post(small_app, "/programmes", **headers) for headers in OTHERS} == {403}
