"""`/certif/sessions/{session}/finalisation`: what went wrong, candidate by candidate, then the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.certification.candidates.queries import SeenCandidate
from app.certification.closing import closing, drafts, forms
from app.certification.closing.queries import absent_from, draft_of
from app.certification.closing.refusals import NobodyStarted, ReasonMissing
from app.certification.guards import candidate_seen, session_seen
from app.certification.pages import certif_page
from app.certification.results.queries import TakenTest, tests_of
from app.certification.results.reports import ABOUT_CANDIDATES, ABOUT_QUESTIONS, MOST_QUESTION, WORDS
from app.certification.sessions.queries import TeamSession
from app.lib.clock import now
from app.lib.refusals import NotFound
from app.lib.row_ids import row_id
from app.web.forms import Errors, read_form
from app.web.pages import AnyRequest, redirect

LIST = "/certif/sessions"


class ClosingController(Controller):
    """The session as a whole."""

    path = LIST + "/{session:int}/finalisation"
    dependencies = {"seen": Provide(session_seen)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def ask(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[bytes]:
        """Every test begun, and what the centre has to say; once it is said, that it is."""
        tests = await tests_of(seen.id)
        return await _page(request, seen, tests, forms.typed_before(await draft_of(seen.id, tests)))

    @post()
    async def finalise(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[Any]:
        """« Finaliser la session »; a second time changes nothing."""
        here = f"{LIST}/{seen.id}/finalisation"
        if seen.finalized_at is not None:
            return redirect(request, here)
        tests = await tests_of(seen.id)
        typed = forms.read(await read_form(request), tests)
        errors = forms.to_correct(typed, tests)
        if not errors:
            try:
                await closing.finalise(seen.id, seen.method, forms.said_of(typed), seen.member.user, now())
            except NobodyStarted as refusal:
                errors.add("form", refusal.message)
            except ReasonMissing as refusal:  # begun after the form was shown
                errors.add("form", refusal.message)
        return await _page(request, seen, tests, typed, errors) if errors else redirect(request, here)


class ReportsController(Controller):
    """What went wrong for a candidate."""

    path = LIST + "/{session:int}/finalisation/{candidate:int}"
    dependencies = {"seen": Provide(candidate_seen)}  # noqa: RUF012

    @get()
    async def ask(self, request: AnyRequest, seen: NamedDependency[SeenCandidate]) -> Response[bytes]:
        """What was reported, and a form for more."""
        return _reports_page(request, seen, await _test(seen), forms.TypedReport())

    @post("/brouillon")
    async def to_reports(self, request: AnyRequest, seen: NamedDependency[SeenCandidate]) -> Response[Any]:
        """« Ajouter un signalement », from the page of the session: what was typed there is kept on the way."""
        tests = await tests_of(seen.session.id)
        _own(seen, tests)
        typed = forms.read(await read_form(request), tests)
        if errors := forms.too_long(typed):
            return await _page(request, seen.session, tests, typed, errors)
        await drafts.keep(seen.session.id, forms.as_draft(typed))
        return redirect(request, _reports_path(seen))

    @post()
    async def add(self, request: AnyRequest, seen: NamedDependency[SeenCandidate]) -> Response[Any]:
        """« Ajouter »."""
        test = await _test(seen)
        typed = forms.read_report(await read_form(request))
        if errors := forms.check_report(typed):
            return _reports_page(request, seen, test, typed, errors)
        question = forms.question_of(typed)
        text = "" if typed.code == "C6" else typed.text
        await closing.report(seen.session.id, test.id, typed.code, question, text, seen.session.member.user, now())
        return redirect(request, _reports_path(seen))

    @post("/suppression")
    async def withdraw(self, request: AnyRequest, seen: NamedDependency[SeenCandidate]) -> Response[Any]:
        """« Retirer »."""
        report = row_id((await read_form(request)).text("report"))
        await closing.withdraw(seen.session.id, (await _test(seen)).id, report)
        return redirect(request, _reports_path(seen))


ROUTES: list[ControllerRouterHandler] = [ClosingController, ReportsController]


async def _page(
    request: AnyRequest,
    seen: TeamSession,
    tests: Sequence[TakenTest],
    typed: forms.Typed,
    errors: Errors | None = None,
) -> Response[bytes]:
    return certif_page(
        request,
        seen.member,
        "certification/closing/session",
        status_code=422 if errors else 200,
        session=seen,
        finished=[one for one in tests if one.finished],
        unfinished=[one for one in tests if not one.finished],
        typed=typed,
        errors=errors or Errors(),
        reasons=list(forms.REASONS.items()),
        yes_no=list(forms.YES_NO.items()),
        longest=forms.LONGEST,
        absent=await absent_from(seen.id),
        reopened=any(one.outcome is not None for one in tests),
    )


def _reports_page(
    request: AnyRequest, seen: SeenCandidate, test: TakenTest, typed: forms.TypedReport, errors: Errors | None = None
) -> Response[bytes]:
    return certif_page(
        request,
        seen.session.member,
        "certification/closing/reports",
        status_code=422 if errors else 200,
        session=seen.session,
        test=test,
        typed=typed,
        errors=errors or Errors(),
        words=WORDS,
        categories=[*ABOUT_CANDIDATES.items(), *ABOUT_QUESTIONS.items()],
        most_question=MOST_QUESTION,
        longest=forms.LONGEST,
    )


async def _test(seen: SeenCandidate) -> TakenTest:
    return _own(seen, await tests_of(seen.session.id))


def _own(seen: SeenCandidate, tests: Sequence[TakenTest]) -> TakenTest:
    """Hers. Raises NotFound when she did not begin."""
    found = [one for one in tests if one.candidate == seen.id]
    if not found:
        raise NotFound
    return found[0]


def _reports_path(seen: SeenCandidate) -> str:
    return f"{LIST}/{seen.session.id}/finalisation/{seen.id}"
