"""`/certif/surveillance/{session}`: the live list, and what is done there."""

from __future__ import annotations

import hashlib
from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.types import ControllerRouterHandler

from app.accounts.guards import signed_in
from app.certification.invigilation import presences
from app.certification.invigilation.door_controllers import ROUTES as DOOR
from app.certification.invigilation.doors import invigilator
from app.certification.invigilation.filtering import STATES, filtered, read_wanted
from app.certification.invigilation.queries import Line, counts, line_of, lines_of, room_of
from app.certification.taking import alerts, sittings
from app.certification.taking.alerts import REASONS
from app.lib.clock import now
from app.lib.msgids import N_
from app.lib.row_ids import row_id
from app.web.forms import Errors, parse_form, read_form
from app.web.listing import address
from app.web.pages import AnyRequest, is_partial, page, redirect, unchanged
from app.web.visitor import visitor_of

LONGEST_WORD = 200


class RoomController(Controller):
    """`/certif/surveillance/{session}`: the live list."""

    path = "/certif/surveillance/{session:int}"
    dependencies = {  # noqa: RUF012 (Litestar's way)
        "user": Provide(signed_in, sync_to_thread=False),
        "by": Provide(invigilator),
    }

    @get()
    async def show(self, request: AnyRequest, session: FromPath[int], by: NamedDependency[int]) -> Response[Any]:  # noqa: ARG002
        """The page asks for itself every 10 seconds; nothing is drawn when nothing moved."""
        return await _room(request, session, Errors())

    @post("/presences")
    async def confirm_all(self, request: AnyRequest, session: FromPath[int], by: NamedDependency[int]) -> Response[Any]:
        """« Confirmer toutes les présences »."""
        await presences.confirm_all(session, by, now())
        return _back(request, session)


class CandidateController(Controller):
    """`/certif/surveillance/{session}/candidats/{candidate}/…`: what is done about one of them."""

    path = "/certif/surveillance/{session:int}/candidats/{candidate:int}"
    dependencies = {  # noqa: RUF012
        "user": Provide(signed_in, sync_to_thread=False),
        "by": Provide(invigilator),
    }

    @post("/presence")
    async def confirm(
        self, request: AnyRequest, session: FromPath[int], candidate: FromPath[int], by: NamedDependency[int]
    ) -> Response[Any]:
        """« Confirmer la présence »."""
        line = await line_of(session, candidate, now())
        await presences.confirm(session, line.id, by, now())
        return _back(request, session, line)

    @post("/presence/annulation")
    async def cancel(
        self,
        request: AnyRequest,
        session: FromPath[int],
        candidate: FromPath[int],
        by: NamedDependency[int],  # noqa: ARG002
    ) -> Response[Any]:
        """« Annuler »: confirmed by mistake."""
        line = await line_of(session, candidate, now())
        await presences.cancel(session, line.id)
        return _back(request, session, line)

    @post("/reprise")
    async def authorise(
        self, request: AnyRequest, session: FromPath[int], candidate: FromPath[int], by: NamedDependency[int]
    ) -> Response[Any]:
        """« Autoriser la reprise »."""
        line = await line_of(session, candidate, now())
        await presences.refuse_finalised(session)
        if line.state == "waiting" and line.test is not None and line.assessment is not None:
            await sittings.authorise_resume(line.test, line.assessment, by, now())
        return _back(request, session, line)

    @get("/fin")
    async def ask_end(
        self,
        request: AnyRequest,
        session: FromPath[int],
        candidate: FromPath[int],
        by: NamedDependency[int],  # noqa: ARG002
    ) -> Response[Any]:
        """What ending a test means."""
        line = await line_of(session, candidate, now())
        if line.test is None or line.state == "over":
            return _back(request, session, line)
        return page(request, "certification/invigilation/ending", room=await room_of(session), line=line)

    @post("/fin")
    async def end(
        self, request: AnyRequest, session: FromPath[int], candidate: FromPath[int], by: NamedDependency[int]
    ) -> Response[Any]:
        """« Terminer le test »: for good."""
        line = await line_of(session, candidate, now())
        await presences.refuse_finalised(session)
        if line.test is not None and line.state != "over":
            await sittings.end(line.test, "invigilator", now(), by=by)
        return _back(request, session, line)

    @post("/signalement/rejet")
    async def dismiss(
        self, request: AnyRequest, session: FromPath[int], candidate: FromPath[int], by: NamedDependency[int]
    ) -> Response[Any]:
        """« Reprendre la même question »."""
        line = await line_of(session, candidate, now())
        await presences.refuse_finalised(session)
        form = await read_form(request)
        await alerts.dismiss(row_id(form.text("alert")), line.id, by, form.text("word")[:LONGEST_WORD], now())
        return _back(request, session, line)

    @post("/signalement/remplacement")
    async def replace(
        self, request: AnyRequest, session: FromPath[int], candidate: FromPath[int], by: NamedDependency[int]
    ) -> Response[Any]:
        """« Remplacer la question », with its reason."""
        line = await line_of(session, candidate, now())
        await presences.refuse_finalised(session)
        form = await read_form(request)
        if (reason := form.text("reason")) not in REASONS:
            errors = Errors()
            errors.add(f"reason-{line.id}", N_("Choisissez le motif"))
            return await _room(request, session, errors)
        await alerts.validate(row_id(form.text("alert")), line.id, by, reason, now())
        return _back(request, session, line)


ROUTES: list[ControllerRouterHandler] = [*DOOR, RoomController, CandidateController]


async def _room(request: AnyRequest, session: int, errors: Errors) -> Response[Any]:
    at, query = now(), parse_form(request.scope["query_string"])
    here, wanted = f"/certif/surveillance/{session}", read_wanted(query)
    room, lines = await room_of(session), await lines_of(session, at)
    tag = _fingerprint(room, lines, wanted, at.replace(second=0, microsecond=0), visitor_of(request).language)
    partial = is_partial(request) and not errors
    if partial and request.headers.get("if-none-match") == tag:
        return unchanged(tag)
    return page(
        request,
        "certification/invigilation/room",
        status_code=422 if errors else 200,
        headers={"ETag": tag} if partial else None,
        room=room,
        lines=filtered(lines, wanted),
        enrolled=len(lines),
        counts=counts(lines),
        wanted=wanted,
        named_states=STATES,
        here=here,
        asked=address(here, query),
        reasons=list(REASONS.items()),
        seen_at=at,
        errors=errors,
    )


def _fingerprint(*seen: object) -> str:
    """Of all that the list shows: the same as long as nothing moved, within a minute."""
    return f'W/"{hashlib.sha256(repr(seen).encode()).hexdigest()[:24]}"'


def _back(request: AnyRequest, session: int, line: Line | None = None) -> Response[Any]:
    """To the list, at the line of who was dealt with."""
    return redirect(request, f"/certif/surveillance/{session}" + (f"#candidate-{line.id}" if line else ""))
