"""`/admin/certifications/{session}/candidats/{candidate}/identite`: a name or a birth that was wrong."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from app.certification.candidates import corrections, forms
from app.certification.candidates.civil_status import read_civil_status
from app.certification.candidates.refusals import CandidateTwice
from app.certification.candidates.typed import Typed
from app.certification.results.controllers.officers import DONE, LIST, Officer, path_of, seen_test
from app.certification.results.queries import FinalizedSession, TakenTest
from app.lib.clock import now
from app.lib.msgids import N_
from app.web.formats import local_time
from app.web.forms import Errors, read_form
from app.web.pages import AnyRequest, page, redirect


class IdentityController(Controller):
    """Who the candidate is, as the certificate says it."""

    path = LIST + "/{session:int}/candidats/{candidate:int}/identite"

    @get()
    async def ask(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[Any]:
        """The form, as she is."""
        found, test = await seen_test(session, candidate)
        known = await corrections.correctable(found.id, test.candidate)
        return _page(request, staff, found, test, forms.as_it_is(known), "")

    @post()
    async def correct(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[Any]:
        """« Corriger l’identité »."""
        found, test = await seen_test(session, candidate)
        form = await read_form(request)
        typed, reason = forms.read(form, school=True), corrections.reason_of(form.text("reason"))
        person, errors = read_civil_status(typed, local_time(now()).date())
        if reason is None:
            errors.add("reason", N_("Choisissez la raison de cette correction"))
        if person is None or reason is None:
            return _page(request, staff, found, test, typed, reason or "", errors)
        try:
            await corrections.correct(found.id, test.candidate, person, reason, staff.user, now())
        except CandidateTwice as refusal:
            errors.add("last_name", refusal.message)
            return _page(request, staff, found, test, typed, reason, errors)
        return redirect(request, f"{path_of(found, test)}?{DONE}=identite")


def _page(
    request: AnyRequest,
    staff: Officer,
    session: FinalizedSession,
    test: TakenTest,
    typed: Typed,
    reason: str,
    errors: Errors | None = None,
) -> Response[bytes]:
    return page(
        request,
        "certification/results/identity",
        status_code=422 if errors else 200,
        staff=staff,
        session=session,
        test=test,
        typed=typed,
        reason=reason,
        reasons=list(corrections.REASONS.items()),
        errors=errors or Errors(),
    )
