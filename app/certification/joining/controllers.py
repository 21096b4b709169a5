"""`/certifications`: what the learner is told of certification, and the form that joins a session."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.accounts.guards import signed_in
from app.certification.joining import candidacies, forms
from app.certification.joining.forms import Typed
from app.certification.joining.refusals import NoSuchSession, NotCertifiable, SessionClosed, TooManyIdentities
from app.certification.taking.queries import candidacies_of
from app.lib.clock import now
from app.lib.refusals import Refusal
from app.profile.queries import Profile, profile_of
from app.settings import settings
from app.web.forms import Errors, read_form
from app.web.pages import AnyRequest, page, redirect
from app.web.security_log import note_refusal
from app.web.visitor import visitor_of

SESSION_REFUSALS = (NoSuchSession, SessionClosed)
"""Those about the number: they are said beside it."""


class JoiningController(Controller):
    """`/certifications`."""

    path = "/certifications"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """The profile is certifiable, or what it lacks; the session joined, when there is one."""
        return await _page(request, user, await _profile(request, user), Typed(), Errors())

    @post()
    async def join(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """« Continuer »: the candidate of this session that she is."""
        typed = forms.read(await read_form(request))
        profile = await _profile(request, user)
        claim, errors = forms.checked(typed)
        if not profile.certifiable:  # the form is not there: nothing to correct in it
            claim, errors = None, Errors()
            errors.add("form", NotCertifiable.message)
        if claim is not None:
            try:
                candidate = await candidacies.join(user, claim, now())
            except Refusal as refusal:
                note_refusal(request, refusal)
                errors.add("session" if isinstance(refusal, SESSION_REFUSALS) else "form", refusal.message)
                refused = 429 if isinstance(refusal, TooManyIdentities) else 422
                return await _page(request, user, profile, typed, errors, refused)
            else:
                return redirect(request, f"/certifications/{candidate}/consignes/1")
        return await _page(request, user, profile, typed, errors)


ROUTES: list[ControllerRouterHandler] = [JoiningController]


async def _page(
    request: AnyRequest, user: int, profile: Profile, typed: Typed, errors: Errors, refused: int = 422
) -> Response[Any]:
    return page(
        request,
        "certification/joining/session",
        status_code=refused if errors else 200,
        profile=profile,
        candidacies=await candidacies_of(user, now()),
        typed=typed,
        errors=errors,
    )


async def _profile(request: AnyRequest, user: int) -> Profile:
    return await profile_of(user, settings().max_reachable_level, visitor_of(request).language, now())
