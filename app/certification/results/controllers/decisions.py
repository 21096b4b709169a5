"""`/admin/certifications/{session}/candidats/{candidate}/…`: what an officer decides of a test and of its reports."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from app.certification.results import decisions, resolutions
from app.certification.results.controllers.officers import DONE, LIST, Officer, path_of, seen_test
from app.certification.results.controllers.taken_tests import taken_test_page
from app.certification.results.queries import FinalizedSession, TakenTest
from app.certification.results.standing import Decision
from app.lib.clock import now
from app.lib.msgids import N_
from app.lib.row_ids import row_id
from app.web.confirming import unsure
from app.web.forms import Errors, read_form
from app.web.messages import Message
from app.web.pages import AnyRequest, page, redirect

LONGEST_RESOLUTION = 500


class _HeavyDecision(Controller):
    """A decision that is asked for twice."""

    decision: Decision

    @get()
    async def ask(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[Any]:
        """What it does."""
        found, test = await seen_test(session, candidate)
        if found.published_at is not None:
            return redirect(request, path_of(found, test))
        return self._page(request, staff, found, test, test.outcome.id if test.outcome else 0)

    @post()
    async def decide(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[Any]:
        """Decided, once the box is ticked."""
        found, test = await seen_test(session, candidate)
        form = await read_form(request)
        seen = row_id(form.text("result"))
        if errors := unsure(form):
            return self._page(request, staff, found, test, seen, errors)
        await decisions.decide(found, test, self.decision, seen, staff.user, now())
        return redirect(request, f"{path_of(found, test)}?{DONE}=decision")

    def _page(
        self,
        request: AnyRequest,
        staff: Officer,
        session: FinalizedSession,
        test: TakenTest,
        seen: int,
        errors: Errors | None = None,
    ) -> Response[bytes]:
        return page(
            request,
            "certification/results/decision",
            status_code=422 if errors else 200,
            staff=staff,
            session=session,
            test=test,
            decision=self.decision,
            seen=seen,
            errors=errors,
        )


class CancellationController(_HeavyDecision):
    """« Annuler la certification »."""

    path = LIST + "/{session:int}/candidats/{candidate:int}/annulation"
    decision = "cancel"


class FraudController(_HeavyDecision):
    """« Rejeter pour fraude »."""

    path = LIST + "/{session:int}/candidats/{candidate:int}/fraude"
    decision = "reject"


class LighterDecisionsController(Controller):
    """What takes nothing away: reinstating, scoring again, reports."""

    path = LIST + "/{session:int}/candidats/{candidate:int}"

    @post("/retablissement")
    async def reinstate(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[Any]:
        """« Lever l’annulation », « Lever le rejet »."""
        found, test = await seen_test(session, candidate)
        seen = row_id((await read_form(request)).text("result"))
        await decisions.reinstate(found, test, seen, staff.user, now())
        return redirect(request, f"{path_of(found, test)}?{DONE}=decision")

    @post("/notation")
    async def score_again(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[Any]:
        """« Noter à nouveau »."""
        found, test = await seen_test(session, candidate)
        seen = row_id((await read_form(request)).text("result"))
        await decisions.score_again(found, test, seen, staff.user, now())
        return redirect(request, f"{path_of(found, test)}?{DONE}=notation")

    @post("/signalement")
    async def resolve(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[Any]:
        """« Marquer comme traité », with what was done about it."""
        found, test = await seen_test(session, candidate)
        form = await read_form(request)
        report, text = row_id(form.text("report")), form.text("resolution")
        errors, field = Errors(), f"resolution-{report}"
        if not text:
            errors.add(field, N_("Dites ce qui a été décidé de ce signalement"))
        elif len(text) > LONGEST_RESOLUTION:
            errors.add(field, Message(N_("%(most)s caractères au plus"), most=LONGEST_RESOLUTION))
        if errors:
            return await taken_test_page(request, staff, found, test, resolution=(report, text), errors=errors)
        await resolutions.resolve(found, test, report, text, staff.user, now())
        return redirect(request, f"{path_of(found, test)}?{DONE}=signalement")

    @post("/signalement/reouverture")
    async def reopen(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[Any]:
        """« Rouvrir »."""
        found, test = await seen_test(session, candidate)
        report = row_id((await read_form(request)).text("report"))
        await resolutions.reopen(found, test, report, staff.user, now())
        return redirect(request, f"{path_of(found, test)}?{DONE}=signalement")
