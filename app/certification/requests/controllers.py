"""Asking for a certification centre: a public form."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.types import ControllerRouterHandler

from app.certification.requests import requests
from app.certification.requests.forms import KINDS, LONGEST_MESSAGE, RequestForm, read_request
from app.lib.clock import now
from app.lib.codes import draw_id
from app.web.forms import read_form
from app.web.pages import AnyRequest, page, redirect
from app.web.visitor import visitor_of

PATH = "/certif/demande"
TOKEN_LENGTH = 24


class CentreRequestController(Controller):
    """`/certif/demande`: « Demander un centre de certification »."""

    path = PATH
    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest) -> Response[Any]:
        """The form."""
        return _form(request, RequestForm(client_token=draw_id(TOKEN_LENGTH)))

    @post()
    async def ask(self, request: AnyRequest) -> Response[Any]:
        """Record the request; the staff reads it."""
        form = read_request(await read_form(request), draw_id(TOKEN_LENGTH))
        if form.asked is None:
            return _form(request, form, status_code=422)
        await requests.ask(form.asked, form.client_token, visitor_of(request).language, now())
        return redirect(request, f"{PATH}/envoyee")

    @get("/envoyee")
    async def sent(self, request: AnyRequest) -> Response[Any]:
        """« Demande envoyée »: what comes next."""
        return page(request, "certification/request_sent")


def _form(request: AnyRequest, form: RequestForm, *, status_code: int = 200) -> Response[Any]:
    return page(
        request,
        "certification/request",
        status_code=status_code,
        form=form,
        errors=form.errors,
        kinds=KINDS.items(),
        longest=LONGEST_MESSAGE,
    )


ROUTES: list[ControllerRouterHandler] = [CentreRequestController]
