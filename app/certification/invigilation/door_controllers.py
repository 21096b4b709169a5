"""`/certif/surveillance`: the door of who invigilates."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.accounts.guards import signed_in
from app.certification.invigilation.doors import key_cookie, open_session
from app.certification.invigilation.refusals import OwnSession, TooManyTries, WrongPair
from app.lib.clock import now
from app.lib.msgids import N_
from app.web.forms import Errors, parse_form, read_form
from app.web.pages import AnyRequest, page, redirect
from app.web.security_log import note_refusal


class DoorController(Controller):
    """For anyone with an account, and the number and the password of a session."""

    path = "/certif/surveillance"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def ask(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:  # noqa: ARG002
        """The number of the session and its password."""
        came_for = parse_form(request.scope["query_string"]).text("suite").rpartition("/")[2]
        return _door(request, came_for if came_for.isdecimal() else "", Errors())

    @post()
    async def enter(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """« Surveiller la session »."""
        form, errors = await read_form(request), Errors()
        number, password = form.text("session")[:12], form.text("password")[:50]
        if not number:
            errors.add("session", N_("Indiquez le numéro de session"))
        if not password:
            errors.add("password", N_("Indiquez le mot de passe de la session"))
        if not errors:
            try:
                session = await open_session(user, number, password, now())
            except (WrongPair, TooManyTries, OwnSession) as refusal:
                note_refusal(request, refusal)
                errors.add("form", refusal.message)
                return _door(request, number, errors, 422 if isinstance(refusal, WrongPair) else refusal.status)
            else:
                response = redirect(request, f"/certif/surveillance/{session}")
                response.set_cookie(key_cookie(user, session))
                return response
        return _door(request, number, errors)


ROUTES: list[ControllerRouterHandler] = [DoorController]


def _door(request: AnyRequest, number: str, errors: Errors, refused: int = 422) -> Response[Any]:
    return page(
        request,
        "certification/invigilation/door",
        status_code=refused if errors else 200,
        number=number,
        errors=errors,
    )
