"""`/admin/certifications`: the finalised sessions, their tests, what an officer decides of them, publication.

The administration says who may: `app/main.py` gives `staff` to these pages.
"""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.types import ControllerRouterHandler

from app.certification.results import decisions, publication
from app.certification.results.outcomes import LEVELS
from app.certification.results.queries import (
    FinalizedSession,
    Queue,
    TakenTest,
    finalized_session,
    history_of,
    published,
    unpublished,
)
from app.certification.results.reports import CATEGORIES
from app.lib.clock import now
from app.lib.msgids import N_
from app.lib.refusals import NotFound
from app.lib.row_ids import row_id
from app.web.forms import Errors, parse_form, read_form
from app.web.messages import Message
from app.web.pages import AnyRequest, page, redirect

LIST = "/certifications"
HERE = "/admin/certifications"
QUEUES: dict[str, Queue] = {"": "to_publish", "action": "action_required", "publiees": "published"}
"""By the word of the address."""
DECISIONS: dict[str, decisions.Decision] = {"cancel": "cancel", "reject": "reject"}
MOST_PUBLISHED = 100
LONGEST = 2_000


@runtime_checkable
class Officer(Protocol):
    """Who of the service's staff is here."""

    @property
    def user(self) -> int:
        """Her account."""


class FinalizedSessionsController(Controller):
    """Every session that its centre has finalised."""

    path = LIST

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Officer]) -> Response[bytes]:
        """One of the three lists."""
        queue = QUEUES.get(parse_form(request.scope["query_string"]).text("etat"), "to_publish")
        waiting = await unpublished()
        lists = {name: [one for one in waiting if one.queue == name] for name in ("to_publish", "action_required")}
        return page(
            request,
            "certification/results/sessions",
            staff=staff,
            queue=queue,
            sessions=await published(MOST_PUBLISHED) if queue == "published" else lists[queue],
            counts={name: len(found) for name, found in lists.items()},
        )


class FinalizedSessionController(Controller):
    """One of them."""

    path = LIST + "/{session:int}"

    @get()
    async def show(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int]
    ) -> Response[bytes]:
        """What the centre said, and its tests."""
        return _session_page(request, staff, await finalized_session(session))

    @post("/publication")
    async def publish(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int]
    ) -> Response[Any]:
        """« Publier les résultats »."""
        await publication.publish((await finalized_session(session)).id, staff.user, now())
        return redirect(request, f"{HERE}/{session}")

    @post("/depublication")
    async def unpublish(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int]
    ) -> Response[Any]:
        """« Dépublier »."""
        await publication.unpublish((await finalized_session(session)).id, staff.user, now())
        return redirect(request, f"{HERE}/{session}")


class TakenTestController(Controller):
    """A test: its result, its history, what is decided of it."""

    path = LIST + "/{session:int}/candidats/{candidate:int}"

    @get()
    async def show(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[bytes]:
        """All of it."""
        found = await finalized_session(session)
        return await _test_page(request, staff, found, _test(found, candidate))

    @post("/decision")
    async def decide(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[Any]:
        """« Annuler », « Rejeter pour fraude » or « Noter à nouveau »."""
        found = await finalized_session(session)
        test = _test(found, candidate)
        form = await read_form(request)
        decision, seen = DECISIONS.get(form.text("decision")), row_id(form.text("result"))
        if decision is not None:
            await decisions.decide(found, test, decision, seen, staff.user, now())
        elif form.text("decision") == "score":
            await decisions.score_again(found, test, seen, staff.user, now())
        else:
            errors = Errors()
            errors.add("form", N_("Choisissez une décision"))
            return await _test_page(request, staff, found, test, errors=errors)
        return redirect(request, _path(found, test))

    @post("/commentaire")
    async def comment(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[Any]:
        """« Enregistrer le commentaire »."""
        found = await finalized_session(session)
        test = _test(found, candidate)
        form = await read_form(request)
        text = form.text("comment")
        if len(text) > LONGEST:
            errors = Errors()
            errors.add("comment", Message(N_("%(most)s caractères au plus"), most=LONGEST))
            return await _test_page(request, staff, found, test, comment=text, errors=errors)
        await decisions.comment(found, test, text, row_id(form.text("result")), staff.user, now())
        return redirect(request, _path(found, test))

    @post("/signalement")
    async def resolve(
        self, request: AnyRequest, staff: NamedDependency[Officer], session: FromPath[int], candidate: FromPath[int]
    ) -> Response[Any]:
        """« Marquer comme traité »."""
        del staff
        found = await finalized_session(session)
        test = _test(found, candidate)
        await decisions.resolve(found, test, row_id((await read_form(request)).text("report")), now())
        return redirect(request, _path(found, test))


ROUTES: list[ControllerRouterHandler] = [FinalizedSessionsController, FinalizedSessionController, TakenTestController]


def _session_page(request: AnyRequest, staff: Officer, session: FinalizedSession) -> Response[bytes]:
    return page(request, "certification/results/session", staff=staff, session=session, levels=LEVELS)


async def _test_page(
    request: AnyRequest,
    staff: Officer,
    session: FinalizedSession,
    test: TakenTest,
    *,
    comment: str | None = None,
    errors: Errors | None = None,
) -> Response[bytes]:
    kept = test.outcome.comments.candidate if test.outcome else ""
    return page(
        request,
        "certification/results/test",
        status_code=422 if errors else 200,
        staff=staff,
        session=session,
        test=test,
        history=await history_of(test.id),
        levels=LEVELS,
        words=CATEGORIES,
        comment=kept if comment is None else comment,
        longest=LONGEST,
        errors=errors or Errors(),
    )


def _test(session: FinalizedSession, candidate: int) -> TakenTest:
    for one in session.tests:
        if one.candidate == candidate:
            return one
    raise NotFound


def _path(session: FinalizedSession, test: TakenTest) -> str:
    return f"{HERE}/{session.id}/candidats/{test.candidate}"
