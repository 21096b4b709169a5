"""Asking for a Pix Orga space: a public form."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.types import ControllerRouterHandler

from app.lib.clock import now
from app.lib.codes import draw_id
from app.organisations.requests import requests
from app.organisations.requests.forms import KINDS, LONGEST_MESSAGE, RequestForm, read_request
from app.web.forms import read_form
from app.web.pages import page, redirect
from app.web.visitor import visitor_of

AnyRequest = Request[Any, Any, Any]


class RequestController(Controller):
    """`/orga/demande`: « Demander un espace Pix Orga »."""

    path = "/orga/demande"
    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest) -> Response[Any]:
        """The form."""
        return _form(request, RequestForm(client_token=_token()))

    @post()
    async def ask(self, request: AnyRequest) -> Response[Any]:
        """Record the request; the staff reads it."""
        form = read_request(await read_form(request), _token())
        if form.asked is None:
            return _form(request, form, status_code=422)
        await requests.ask(form.asked, form.client_token, visitor_of(request).language, now())
        return redirect(request, "/orga/demande/envoyee")

    @get("/envoyee")
    async def sent(self, request: AnyRequest) -> Response[Any]:
        """« Demande envoyée »: what comes next."""
        return page(request, "requests/sent")


def _form(request: AnyRequest, form: RequestForm, *, status_code: int = 200) -> Response[Any]:
    return page(
        request,
        "requests/ask",
        status_code=status_code,
        form=form,
        errors=form.errors,
        kinds=KINDS.items(),
        longest=LONGEST_MESSAGE,
    )


def _token() -> str:
    return draw_id(24)


ROUTES: list[ControllerRouterHandler] = [RequestController]
