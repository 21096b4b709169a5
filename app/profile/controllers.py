"""Pages of what a person knows: the whole profile, one competence."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.accounts.guards import signed_in
from app.accounts.people import has_seen_opening_cards
from app.lib.clock import now
from app.lib.msgids import N_
from app.profile import competence_tests, personal_data, queries
from app.settings import settings
from app.web.forms import Errors, read_form
from app.web.pages import page, redirect
from app.web.visitor import visitor_of

AnyRequest = Request[Any, Any, Any]


class ProfileController(Controller):
    """« Profil »: five areas, sixteen competences."""

    path = "/profil"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """Levels, pix, and where to go on."""
        profile = await queries.profile_of(user, settings().max_reachable_level, visitor_of(request).language, now())
        return page(request, "profile/profile", profile=profile)


class CompetenceController(Controller):
    """One competence: its level, its test, its reset."""

    path = "/competences/{code:str}"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, code: FromPath[str], user: NamedDependency[int]) -> Response[Any]:
        """The result of a test just completed comes first."""
        return await _competence_page(request, code, user)

    @post("/evaluation")
    async def test(self, request: AnyRequest, code: FromPath[str], user: NamedDependency[int]) -> Response[Any]:
        """Start, resume or retry: to the assessment, after the rules of the game the first time."""
        assessment = await competence_tests.start_or_resume(user, code, visitor_of(request).language, now())
        url = f"/evaluations/{assessment}"
        if not await has_seen_opening_cards(user):
            url = f"/regles-du-jeu?suite={quote(url, safe='/')}"
        return redirect(request, url)

    @post("/remise-a-zero")
    async def reset(self, request: AnyRequest, code: FromPath[str], user: NamedDependency[int]) -> Response[Any]:
        """Everything known about the competence is forgotten, once the box is ticked."""
        form = await read_form(request)
        if not form.flag("sure"):
            errors = Errors()
            errors.add("sure", N_("Cochez cette case pour confirmer : une remise à zéro ne s'annule pas."))
            return await _competence_page(request, code, user, errors=errors, status_code=422)
        await competence_tests.reset(user, code, now())
        return redirect(request, f"/competences/{code}")


ROUTES = [ProfileController, CompetenceController]

__all__ = ["ROUTES", "personal_data"]  # imported for what it registers


async def _competence_page(
    request: AnyRequest, code: str, user: int, *, errors: Errors | None = None, status_code: int = 200
) -> Response[Any]:
    found = await queries.competence_page(
        user, code, settings().max_reachable_level, visitor_of(request).language, now()
    )
    if errors and not found.card.scorecard.can_reset:  # no box to tick: the page says what is possible, and when
        return redirect(request, f"/competences/{code}")
    return page(request, "profile/competence", status_code=status_code, found=found, card=found.card, errors=errors)
