"""The learner's pages during the test: leaving, coming back, an alert, the end."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.accounts.guards import signed_in
from app.certification.taking import alerts, sittings
from app.certification.taking.browsers import browser_of
from app.certification.taking.preparation_controllers import ROUTES as PREPARATION
from app.certification.taking.queries import latest_test
from app.certification.taking.refusals import NothingRuns, NotThisQuestion
from app.lib.clock import now
from app.web.forms import read_form
from app.web.pages import AnyRequest, page, redirect
from app.web.security_log import note_refusal


class SittingController(Controller):
    """`/certifications/…`, about the test that she began last: the pages of the evaluation lead there."""

    path = "/certifications"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012

    @get("/quitter")
    async def ask_to_leave(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """What leaving means."""
        seen = await latest_test(user, now())
        if seen.state != "running":
            return redirect(request, "/certifications/fin")
        return page(request, "certification/taking/leaving", seen=seen)

    @post("/quitter")
    async def leave(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """« Quitter le test »."""
        await sittings.leave(user, await latest_test(user, now()), now())
        return redirect(request, "/certifications")

    @post("/reprise")
    async def come_back(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """« Reprendre mon test »: once the invigilator says so."""
        seen = await latest_test(user, now())
        try:
            return redirect(request, f"/evaluations/{await sittings.come_back(user, seen, browser_of(request), now())}")
        except NothingRuns as refusal:
            note_refusal(request, refusal)
            return redirect(request, "/certifications/fin")

    @get("/ailleurs")
    async def elsewhere(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """The test goes on in another browser than this one."""
        seen = await latest_test(user, now())
        if seen.state != "running":
            return redirect(request, "/certifications/fin")
        return page(request, "certification/taking/elsewhere", seen=seen)

    @get("/alerte")
    async def ask_alert(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """What an alert does, before it is sent."""
        seen = await latest_test(user, now())
        if seen.state != "running":
            return redirect(request, "/certifications/fin")
        if seen.hold:
            return redirect(request, f"/evaluations/{seen.assessment}")
        return page(request, "certification/taking/alert", seen=seen)

    @post("/alerte")
    async def alert(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """« Signaler un problème »: the test waits. One that comes late says nothing of the question asked now."""
        seen = await latest_test(user, now())
        challenge = (await read_form(request)).text("challenge")
        try:
            await alerts.signal(user, seen, challenge, now())
        except NothingRuns as refusal:
            note_refusal(request, refusal)
            return redirect(request, "/certifications/fin")
        except NotThisQuestion as refusal:
            note_refusal(request, refusal)
        return redirect(request, f"/evaluations/{seen.assessment}")

    @get("/fin")
    async def over(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:
        """It is over, and how."""
        seen = await latest_test(user, now())
        if seen.state == "running":
            return redirect(request, "/certifications")
        await sittings.settle(seen, now())
        await sittings.see_end(seen, now())
        return page(request, "certification/taking/over", seen=await latest_test(user, now()))


ROUTES: list[ControllerRouterHandler] = [*PREPARATION, SittingController]
