"""Asking for a workplace: the public form of a space."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.lib.clock import now
from app.lib.codes import draw_id
from app.organisations.orga import ORGA
from app.organisations.requests import requests
from app.organisations.requests.forms import KINDS, LONGEST_MESSAGE, RequestForm, read_request
from app.organisations.spaces import Space
from app.web.forms import read_form
from app.web.pages import AnyRequest, page, redirect
from app.web.visitor import visitor_of

TOKEN_LENGTH = 24


class RequestController(Controller):
    """`…/demande`: « Demander un espace Pix Orga », « Demander un centre de certification »."""

    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, space: NamedDependency[Space]) -> Response[Any]:
        """The form."""
        return _form(request, space, RequestForm(client_token=draw_id(TOKEN_LENGTH)))

    @post()
    async def ask(self, request: AnyRequest, space: NamedDependency[Space]) -> Response[Any]:
        """Record the request; the staff reads it."""
        form = read_request(space, await read_form(request), draw_id(TOKEN_LENGTH))
        if form.asked is None:
            return _form(request, space, form, status_code=422)
        await requests.ask(space, form.asked, form.client_token, visitor_of(request).language, now())
        return redirect(request, f"{space.asking}/envoyee")

    @get("/envoyee")
    async def sent(self, request: AnyRequest, space: NamedDependency[Space]) -> Response[Any]:
        """« Demande envoyée »: what comes next."""
        return page(request, space.request_sent)


def _form(request: AnyRequest, space: Space, form: RequestForm, *, status_code: int = 200) -> Response[Any]:
    return page(
        request,
        space.request_form,
        status_code=status_code,
        form=form,
        errors=form.errors,
        kinds=KINDS.items(),
        longest=LONGEST_MESSAGE,
    )


def request_routes(space: Space) -> list[ControllerRouterHandler]:
    """The form of a space."""
    this = Provide(lambda: space, sync_to_thread=False)
    return [Router(space.asking, route_handlers=[RequestController], dependencies={"space": this})]


ROUTES: list[ControllerRouterHandler] = request_routes(ORGA)
