"""What comes before the first question: instructions, the computer, the access code."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.types import ControllerRouterHandler

from app.accounts.guards import signed_in
from app.certification.taking import sittings
from app.certification.taking.browsers import browser_of, name_of
from app.certification.taking.queries import Candidacy, candidacy_of
from app.certification.taking.refusals import (
    AnotherTestRuns,
    NotAuthorised,
    SessionOver,
    SittingOver,
    TooManyCodes,
    WrongCode,
)
from app.lib.clock import now
from app.lib.msgids import N_
from app.lib.refusals import NotFound
from app.web.cookies import sign, unsign
from app.web.downloads import download_headers
from app.web.forms import Errors, parse_form, read_form
from app.web.languages import LANGUAGES, translator
from app.web.pages import AnyRequest, page, piece, redirect
from app.web.security_log import note_refusal
from app.web.visitor import visitor_of

PAGES = 5
COMMITMENT = "certification-commitment"
TRIAL_FILE = N_("Ce fichier s’ouvre : votre poste est prêt pour les questions qui en donnent un.")


class InstructionsController(Controller):
    """`/certifications/{candidate}/…`: from the instructions to the first question."""

    path = "/certifications/{candidate:int}"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get("/consignes/{card:int}")
    async def read(
        self, request: AnyRequest, user: NamedDependency[int], candidate: FromPath[int], card: FromPath[int]
    ) -> Response[Any]:
        """One page of the instructions."""
        seen = await candidacy_of(user, candidate, now())
        if not 1 <= card <= PAGES:
            raise NotFound
        return _instructions(request, seen, card, Errors())

    @post("/engagement")
    async def commit(self, request: AnyRequest, user: NamedDependency[int], candidate: FromPath[int]) -> Response[Any]:
        """She commits herself to the rules: without that, no test."""
        seen = await candidacy_of(user, candidate, now())
        errors = Errors()
        if not (await read_form(request)).flag("commitment"):
            errors.add("commitment", N_("Cochez la case pour vous engager à respecter les règles"))
            return _instructions(request, seen, PAGES, errors)
        return redirect(request, f"/certifications/{seen.id}/poste?engagement={sign(str(seen.id), COMMITMENT)}")

    @get("/poste")
    async def check(self, request: AnyRequest, user: NamedDependency[int], candidate: FromPath[int]) -> Response[Any]:
        """Her computer, before the code."""
        seen = await candidacy_of(user, candidate, now())
        proof = _proof(parse_form(request.scope["query_string"]).text("engagement"), seen)
        return _check_page(request, f"/certifications/{seen.id}/code?engagement={proof}")

    @get("/code")
    async def ask_code(
        self, request: AnyRequest, user: NamedDependency[int], candidate: FromPath[int]
    ) -> Response[Any]:
        """The access code, and the language of the test."""
        seen = await candidacy_of(user, candidate, now())
        proof = _proof(parse_form(request.scope["query_string"]).text("engagement"), seen)
        if not proof and seen.test is None:
            return redirect(request, f"/certifications/{seen.id}/consignes/{PAGES}")
        return _code_page(request, seen, proof, "", visitor_of(request).language, Errors())

    @post("/code")
    async def start(self, request: AnyRequest, user: NamedDependency[int], candidate: FromPath[int]) -> Response[Any]:
        """« Commencer mon test »."""
        seen = await candidacy_of(user, candidate, now())
        form = await read_form(request)
        code, locale, errors = form.text("code")[:20], form.text("locale"), Errors()
        proof = _proof(form.text("engagement"), seen)
        if not proof and seen.test is None:
            note_refusal(request, "NoCommitment")
            return redirect(request, f"/certifications/{seen.id}/consignes/{PAGES}")
        if not code:
            errors.add("code", N_("Indiquez le code d’accès"))
        if locale not in LANGUAGES:
            errors.add("locale", N_("Choisissez la langue du test"))
        if not errors:
            try:
                assessment = await sittings.start(user, seen.id, code, locale, browser_of(request), now())
            except (WrongCode, TooManyCodes, SessionOver, NotAuthorised, AnotherTestRuns) as refusal:
                note_refusal(request, refusal)
                errors.add("code" if isinstance(refusal, WrongCode) else "form", refusal.message)
                refused = 429 if isinstance(refusal, TooManyCodes) else 422
                return _code_page(request, seen, proof, code, locale, errors, refused)
            except SittingOver as refusal:
                note_refusal(request, refusal)
                return redirect(request, "/certifications/fin")
            else:
                return redirect(request, f"/evaluations/{assessment}")
        return _code_page(request, seen, proof, code, locale, errors)


class ComputerController(Controller):
    """`/certifications/poste`: a computer that is checked before the day."""

    path = "/certifications/poste"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012

    @get()
    async def check(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:  # noqa: ARG002
        """Is this computer ready? Also before the day."""
        return _check_page(request, "")

    @get("/essai")
    async def try_connection(self, request: AnyRequest, user: NamedDependency[int]) -> Response[Any]:  # noqa: ARG002
        """Asked for by the script: it runs, and the connection works."""
        return piece(request, "certification/taking/connected")

    @get("/fichier")
    async def try_file(self, request: AnyRequest, user: NamedDependency[int]) -> Response[bytes]:  # noqa: ARG002
        """A file to open."""
        words = translator(visitor_of(request).language)(TRIAL_FILE)
        return Response(
            words.encode(), media_type="text/plain; charset=utf-8", headers=download_headers("essai-pix.txt")
        )


ROUTES: list[ControllerRouterHandler] = [InstructionsController, ComputerController]


def _instructions(request: AnyRequest, seen: Candidacy, card: int, errors: Errors) -> Response[Any]:
    return page(
        request,
        "certification/taking/instructions",
        status_code=422 if errors else 200,
        seen=seen,
        card=card,
        cards=PAGES,
        errors=errors,
    )


def _check_page(request: AnyRequest, after: str) -> Response[Any]:
    return page(request, "certification/taking/computer", browser=name_of(request), after=after)


def _code_page(
    request: AnyRequest, seen: Candidacy, proof: str, code: str, locale: str, errors: Errors, refused: int = 422
) -> Response[Any]:
    return page(
        request,
        "certification/taking/code",
        status_code=refused if errors else 200,
        seen=seen,
        proof=proof,
        code=code,
        locale=locale,
        errors=errors,
    )


def _proof(token: str, seen: Candidacy) -> str:
    """The proof that she committed herself, when it is one."""
    return token if unsign(token, COMMITMENT) == str(seen.id) else ""
