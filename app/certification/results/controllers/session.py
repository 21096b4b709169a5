"""`/admin/certifications/{session}`: what its centre said, its tests; who looks after it; its publication."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from app.certification.results import decisions, looking_after, publication
from app.certification.results.controllers.officers import DONE, HERE, LIST, Officer, done
from app.certification.results.outcomes import LEVELS
from app.certification.results.queries import FinalizedSession, finalized_session
from app.lib.clock import now
from app.lib.row_ids import row_id
from app.web.confirming import unsure
from app.web.forms import Errors, parse_form, read_form
from app.web.pages import AnyRequest, page, redirect


class FinalizedSessionController(Controller):
    """One session."""

    path = LIST + "/{session:int}"

    @get()
    async def show(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int]
    ) -> Response[bytes]:
        """What the centre said, and its tests."""
        return _session(request, staff, await finalized_session(session))

    @post("/attribution")
    async def take(self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int]) -> Response[Any]:
        """« M’attribuer cette session »."""
        seen = row_id((await read_form(request)).text("officer"))
        await looking_after.take((await finalized_session(session)).id, staff.user, seen, now())
        return redirect(request, f"{HERE}/{session}?{DONE}=attribution")

    @post("/liberation")
    async def release(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int]
    ) -> Response[Any]:
        """« Ne plus m’en occuper »."""
        await looking_after.release((await finalized_session(session)).id, staff.user, now())
        return redirect(request, f"{HERE}/{session}?{DONE}=liberation")

    @post("/notation")
    async def score_again(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int]
    ) -> Response[Any]:
        """« Noter à nouveau tous les tests »."""
        seen = row_id((await read_form(request)).text("result"))
        await decisions.score_all_again(await finalized_session(session), seen, staff.user, now())
        return redirect(request, f"{HERE}/{session}?{DONE}=notation")

    @post("/publication")
    async def publish(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int]
    ) -> Response[Any]:
        """« Publier les résultats »; when a report waits to be read, once the box is ticked."""
        found = await finalized_session(session)
        heedless = found.unread and found.publishable and found.published_at is None
        if heedless and (errors := unsure(await read_form(request))):
            return _session(request, staff, found, errors)
        await publication.publish(found.id, staff.user, now())
        return redirect(request, f"{HERE}/{session}?{DONE}=publication")


class UnpublicationController(Controller):
    """Taking the publication back."""

    path = LIST + "/{session:int}/depublication"

    @get()
    async def ask(self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int]) -> Response[Any]:
        """What it does."""
        found = await finalized_session(session)
        if found.published_at is None:
            return redirect(request, f"{HERE}/{session}")
        return _unpublication(request, staff, found)

    @post()
    async def unpublish(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int]
    ) -> Response[Any]:
        """« Dépublier », once the box is ticked."""
        found = await finalized_session(session)
        if errors := unsure(await read_form(request)):
            return _unpublication(request, staff, found, errors)
        await publication.unpublish(found.id, staff.user, now())
        return redirect(request, f"{HERE}/{session}?{DONE}=depublication")


class ReopeningController(Controller):
    """Giving the session back to its centre."""

    path = LIST + "/{session:int}/reouverture"

    @get()
    async def ask(self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int]) -> Response[Any]:
        """What it does."""
        found = await finalized_session(session)
        if found.published_at is not None:
            return redirect(request, f"{HERE}/{session}")
        return _reopening(request, staff, found)

    @post()
    async def reopen(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int]
    ) -> Response[Any]:
        """« Rouvrir la session », once the box is ticked; a second time changes nothing."""
        form = await read_form(request)
        if errors := unsure(form):
            return _reopening(request, staff, await finalized_session(session), errors)
        await looking_after.reopen(session, staff.user, now())
        return redirect(request, f"{HERE}?{DONE}=reouverture")


def _session(
    request: AnyRequest, staff: Officer, session: FinalizedSession, errors: Errors | None = None
) -> Response[bytes]:
    return page(
        request,
        "certification/results/session",
        status_code=422 if errors else 200,
        staff=staff,
        session=session,
        levels=LEVELS,
        done=done(parse_form(request.scope["query_string"])),
        errors=errors,
    )


def _unpublication(
    request: AnyRequest, staff: Officer, session: FinalizedSession, errors: Errors | None = None
) -> Response[bytes]:
    status = 422 if errors else 200
    return page(
        request, "certification/results/unpublication", status_code=status, staff=staff, session=session, errors=errors
    )


def _reopening(
    request: AnyRequest, staff: Officer, session: FinalizedSession, errors: Errors | None = None
) -> Response[bytes]:
    status = 422 if errors else 200
    return page(
        request, "certification/results/reopening", status_code=status, staff=staff, session=session, errors=errors
    )
