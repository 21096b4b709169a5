"""Pages where people arrive, and pages about the service."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.accounts.guards import signed_in
from app.content.releases import current_index
from app.evaluation.forms import read_values
from app.evaluation.presenting import control_of, present
from app.lib.clock import now
from app.public import queries
from app.public.queries import ShowcaseCard
from app.public.showcase import SEED, CannotSend, Values, grade
from app.settings import settings
from app.training.queries import Marks, both_lists
from app.web.accessibility_audit import audit
from app.web.forms import read_form
from app.web.messages import Message
from app.web.pages import page, redirect
from app.web.visitor import visitor_of

AnyRequest = Request[Any, Any, Any]


class HomeController(Controller):
    """The first page, for those who do not know Pix yet."""

    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get("/")
    async def show(self, request: AnyRequest) -> Response[Any]:
        """The mission, a code to type, challenges to try; people with an account go to their own page."""
        if visitor_of(request).signed_in:
            return redirect(request, "/accueil")
        return page(request, "public/home", **_shown(visitor_of(request).language))


class ShowcaseController(Controller):
    """Challenges to try without an account: nothing is kept."""

    path = "/vitrine/{slug:str}"
    opt = {"public": True}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, slug: FromPath[str]) -> Response[Any]:
        """The challenge."""
        return _showcase_page(request, queries.showcase_card(slug, visitor_of(request).language))

    @get("/reponses")
    async def start_again(self, request: AnyRequest, slug: FromPath[str]) -> Response[Any]:
        """The address of a correction, asked for by someone who changes language or types it."""
        return redirect(request, f"/vitrine/{queries.showcase_card(slug, visitor_of(request).language).showcase.slug}")

    @post("/reponses", status_code=200)
    async def answer(self, request: AnyRequest, slug: FromPath[str]) -> Response[Any]:
        """Its correction, and an invitation."""
        card = queries.showcase_card(slug, visitor_of(request).language)
        form = await read_form(request)
        values = read_values(form)
        graded = grade(card.challenge, values, skipped=form.text("action") == "skip")
        if isinstance(graded, CannotSend):
            return _showcase_page(request, card, values, graded)
        to_succeed, to_learn = both_lists(
            current_index(visitor_of(request).language),
            card.challenge.tutorials,
            card.challenge.more,
            f"/vitrine/{slug}",
            Marks(),
        )
        return page(
            request,
            "public/tried",
            card=card,
            view=present(card.challenge, SEED, values),
            result=graded.result,
            correction=graded.correction,
            tutorials=[*to_succeed, *to_learn],
            following=queries.next_card(slug, visitor_of(request).language),
        )


class DashboardController(Controller):
    """« Accueil » of someone with an account."""

    path = "/accueil"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """The score, what to go on with, what to read."""
        found = await queries.dashboard(user, settings().max_reachable_level, visitor_of(request).language, now())
        return page(request, "public/dashboard", found=found)


class ServiceController(Controller):
    """About the service: help, accessibility, legal pages."""

    opt = {"public": True}  # noqa: RUF012

    @get("/aide")
    async def help(self, request: AnyRequest) -> Response[Any]:
        """Questions and answers."""
        return page(request, "public/help", max_level=settings().max_reachable_level)

    @get("/accessibilite")
    async def accessibility(self, request: AnyRequest) -> Response[Any]:
        """The declaration, from the last audit."""
        return page(request, "public/accessibility", audit=audit())

    @get("/mentions-legales")
    async def legal(self, request: AnyRequest) -> Response[Any]:
        """Who publishes, who hosts, who owns."""
        return page(request, "public/legal", host=settings().base_url.split("://")[-1])

    @get("/donnees-personnelles")
    async def personal_data(self, request: AnyRequest) -> Response[Any]:
        """What is kept about people, and their rights."""
        return page(request, "public/personal_data")

    @get("/plan-du-site")
    async def site_map(self, request: AnyRequest) -> Response[Any]:
        """Every page one can go to."""
        return page(request, "public/site_map", **_shown(visitor_of(request).language))


def _shown(language: str) -> dict[str, Any]:
    """What may be tried, and what is tested."""
    return {"cards": queries.showcase_cards(language), "areas": queries.framework(language)}


ROUTES = [HomeController, ShowcaseController, DashboardController, ServiceController]


def _showcase_page(
    request: AnyRequest, card: ShowcaseCard, given: Values | None = None, refused: CannotSend | None = None
) -> Response[Any]:
    errors = refused.errors if refused else {}
    return page(
        request,
        "public/try",
        status_code=422 if refused else 200,
        card=card,
        view=present(card.challenge, SEED, given, errors),
        refused={control_of(card.challenge, name): Message(text) for name, text in errors.items()},
        errors=errors or None,
    )
