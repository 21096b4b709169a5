"""A small application made of the web room alone, to see its behaviour without the other rooms."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from litestar import Litestar, Response, get, post
from litestar.params import FromPath, FromQuery

from app.lib.refusals import NotFound, Refusal
from app.persistence.errors import DatabaseBusy
from app.settings import settings
from app.web.controllers import ROUTES
from app.web.errors import EXCEPTION_HANDLERS, SignInNeeded
from app.web.forms import Errors, read_form
from app.web.messages import Message
from app.web.origin import OriginCheck
from app.web.pages import AnyRequest, page, redirect
from app.web.security_headers import security_headers
from tests.conftest import HOST, lint_page


class Archived(Refusal):
    status = 410
    message = "Ce parcours est terminé : demandez-en un autre."


@get("/page")
async def show_page(request: AnyRequest) -> Response[bytes]:
    return page(request, "web/refusal", heading=Message("Aide"), message="x" * 500)


@post("/formulaire")
async def send_form(request: AnyRequest) -> Response[Any]:
    form = await read_form(request)
    if form.text("answer"):
        return redirect(request, "/page")
    errors = Errors()
    errors.add("answer", "Choisissez une réponse")
    return page(request, "web/refusal", status_code=422, errors=errors, heading="Titre", message="Aide")


@get("/refus")
async def refuse() -> None:
    raise Archived


@get("/introuvable")
async def not_yours() -> None:
    raise NotFound


@get(["/panne", "/panne/{number:int}/{secret:str}"])
async def break_down(request: AnyRequest) -> None:
    raise ZeroDivisionError


@get("/affluence")
async def too_many(request: AnyRequest) -> None:
    raise DatabaseBusy("All connections to the database are taken.")


@get("/reserve")
async def members_only(request: AnyRequest) -> None:
    raise SignInNeeded


@post("/reserve")
async def members_only_form(request: AnyRequest) -> None:
    raise SignInNeeded


@get("/nombre/{number:int}")
async def number(number: FromPath[int], of: FromQuery[int] = 0) -> str:
    return str(number + of)


@post("/retour", opt={"accepts_other_sites": True})
async def identity_provider() -> str:
    return "ok"


@post("/programmes", opt={"for_programs": True})
async def for_programs() -> str:
    return "ok"


@pytest.fixture
def small_app() -> Litestar:
    return Litestar(
        [
            *ROUTES,
            show_page,
            send_form,
            refuse,
            not_yours,
            break_down,
            too_many,
            members_only,
            members_only_form,
            number,
            identity_provider,
            for_programs,
        ],
        middleware=[OriginCheck(settings().base_url)],
        exception_handlers=EXCEPTION_HANDLERS,
        before_send=[security_headers(settings())],
        openapi_config=None,
        logging_config=None,
    )


@pytest.fixture
async def site(small_app: Litestar) -> AsyncIterator[httpx.AsyncClient]:
    """A browser on the small application; what it shows is linted."""
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=small_app),
        base_url=HOST,
        headers={"Origin": HOST, "Accept-Language": "fr", "Accept-Encoding": "identity"},
        event_hooks={"response": [lint_page]},
    ) as client:
        yield client
