"""`/admin/certifications/{session}/candidats/{candidate}`: a test, its questions, what happened in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from app.certification.events import verify
from app.certification.results import decisions
from app.certification.results.changes import CHANGES, changes_of
from app.certification.results.controllers.officers import DONE, LIST, Officer, done, path_of, seen_test
from app.certification.results.histories import history_of, names_of
from app.certification.results.outcomes import LEVELS, Audience
from app.certification.results.queries import FinalizedSession, TakenTest
from app.certification.results.questions import questions_of
from app.certification.results.reports import RESOLUTIONS, WORDS
from app.certification.results.standing import standing
from app.certification.results.what_happened import ENDED_BY, EVENTS, events_of
from app.lib.clock import now
from app.lib.msgids import N_
from app.lib.row_ids import row_id
from app.web.forms import Errors, parse_form, read_form
from app.web.messages import Message
from app.web.pages import AnyRequest, page, redirect

AUDIENCES: Mapping[Audience, tuple[str, str]] = {
    "candidate": (
        N_("Pour le candidat"),
        N_("Le candidat le lit avec son résultat ; la page de vérification ne le montre pas."),
    ),
    "centre": (
        N_("Pour le centre"),
        N_("Le centre le lit sur la page de la session et dans le fichier des résultats, une fois publiés."),
    ),
    "internal": (N_("Interne"), N_("Il ne quitte jamais l’administration.")),
}
"""What each comment is called, and who reads it."""
EFFECTS = ("neutralised", "counted", "")
LONGEST = 2_000


class TakenTestController(Controller):
    """A test: its result and its history, its questions, its events; comments, questions left out."""

    path = LIST + "/{session:int}/candidats/{candidate:int}"

    @get()
    async def show(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[bytes]:
        """Its result, and what is decided of it."""
        found, test = await seen_test(session, candidate)
        return await taken_test_page(request, staff, found, test)

    @get("/questions")
    async def questions(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[bytes]:
        """Each question, and its answer."""
        found, test = await seen_test(session, candidate)
        return page(
            request,
            "certification/results/questions",
            staff=staff,
            session=found,
            test=test,
            questions=await questions_of(test),
            words=WORDS,
            done=done(parse_form(request.scope["query_string"])),
        )

    @get("/deroulement")
    async def events(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[bytes]:
        """What happened, and whether its chain holds."""
        found, test = await seen_test(session, candidate)
        return page(
            request,
            "certification/results/events",
            staff=staff,
            session=found,
            test=test,
            broken=await verify(test.id),
            events=await events_of(test.id),
            kinds=EVENTS,
            ends=ENDED_BY,
            words=WORDS,
            done=None,
        )

    @post("/commentaire")
    async def comment(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[Any]:
        """« Enregistrer le commentaire »."""
        found, test = await seen_test(session, candidate)
        form = await read_form(request)
        audience = next((one for one in AUDIENCES if one == form.text("audience")), None)
        text, errors = form.text("comment"), Errors()
        if audience is None:
            errors.add("form", N_("Dites à qui s’adresse ce commentaire"))
        elif len(text) > LONGEST:
            errors.add(audience, Message(N_("%(most)s caractères au plus"), most=LONGEST))
        if audience is None or errors:
            return await taken_test_page(
                request, staff, found, test, comments={audience: text} if audience else {}, errors=errors
            )
        await decisions.comment(found, test, text, row_id(form.text("result")), staff.user, now(), audience=audience)
        return redirect(request, f"{path_of(found, test)}?{DONE}=commentaire")

    @post("/questions")
    async def decide_question(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[Any]:
        """« Neutraliser », « Compter » or « Laisser aux règles », for a test on the profile."""
        found, test = await seen_test(session, candidate)
        form = await read_form(request)
        challenge, effect = form.text("challenge"), form.text("effect")
        here = f"{path_of(found, test)}/questions"
        if found.method != "profile" or effect not in EFFECTS:
            return redirect(request, here)
        if not any(one.challenge == challenge and one.result for one in await questions_of(test)):
            return redirect(request, here)
        seen = row_id(form.text("result"))
        await decisions.decide_question(found, test, challenge, effect, seen, staff.user, now())
        return redirect(request, f"{here}?{DONE}=question")


async def taken_test_page(
    request: AnyRequest,
    staff: Officer,
    session: FinalizedSession,
    test: TakenTest,
    *,
    comments: Mapping[Audience, str] | None = None,
    resolution: tuple[int, str] = (0, ""),
    errors: Errors | None = None,
) -> Response[bytes]:
    """`comments`, `resolution`: what was typed, to show again; the report that it is about, and the words."""
    history = await history_of(test.id)
    signed = test.outcome.comments.signed if test.outcome else {}
    kept: Mapping[Audience, str] = {
        one: test.outcome.comments.said_to(one) if test.outcome else "" for one in AUDIENCES
    }
    return page(
        request,
        "certification/results/test",
        status_code=422 if errors else 200,
        staff=staff,
        session=session,
        test=test,
        decision=standing(test.outcome.comments) if test.outcome else None,
        broken=await verify(test.id),
        history=changes_of(history),
        changes=CHANGES,
        names=await names_of({one.officer for one in history} | {one.by for one in signed.values()}),
        levels=LEVELS,
        words=WORDS,
        ways=RESOLUTIONS,
        resolution=resolution,
        audiences=AUDIENCES,
        comments={**kept, **(comments or {})},
        longest=LONGEST,
        done=done(parse_form(request.scope["query_string"])),
        errors=errors or Errors(),
    )
