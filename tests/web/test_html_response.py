"""The answer that carries a page, sent without Litestar's own, is the same as Litestar's own would be."""

from __future__ import annotations

from typing import Any

from litestar import Litestar, MediaType, Response, get
from litestar.datastructures import Cookie
from litestar.testing import AsyncTestClient

from app.web.html_response import HtmlResponse

HTML = "<p>Déjà vu</p>".encode()
COOKIE = Cookie(key="langue", value="fr", httponly=True)


async def both(**layer: Any) -> list[tuple[int, bytes, list[tuple[bytes, bytes]]]]:
    @get("/ours")
    async def ours() -> Response[bytes]:
        response = HtmlResponse(HTML, 422, {"Vary": "Accept-Encoding"})
        response.headers["X-Word"] = "word"
        response.set_cookie(COOKIE)
        return response

    @get("/theirs")
    async def theirs() -> Response[bytes]:
        headers = {"Vary": "Accept-Encoding", "X-Word": "word"}
        return Response(HTML, status_code=422, media_type=MediaType.HTML, headers=headers, cookies=[COOKIE])

    async with AsyncTestClient(Litestar([ours, theirs], **layer)) as client:
        answers = [await client.get("/ours"), await client.get("/theirs")]
    return [(one.status_code, one.content, sorted(one.headers.raw)) for one in answers]


async def test_what_a_handler_adds_is_sent() -> None:
    ours, theirs = await both()
    assert ours == theirs
    assert ours[0] == 422


async def test_what_a_layer_of_the_application_adds_is_sent() -> None:
    ours, theirs = await both(response_headers={"X-Layer": "1"}, response_cookies={"a": "b"})
    assert ours == theirs
    assert (b"x-layer", b"1") in ours[2]
