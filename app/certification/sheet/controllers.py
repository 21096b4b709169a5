"""`/certif/sessions/{session}/candidats/liste`: the candidates as a sheet."""

from __future__ import annotations

import asyncio
from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.certification.candidates import lists
from app.certification.candidates.queries import candidates_of
from app.certification.candidates.refusals import SheetTooLate
from app.certification.guards import session_seen
from app.certification.pages import certif_page
from app.certification.sessions.controllers import LIST
from app.certification.sessions.queries import TeamSession
from app.certification.sheet.sheets import MOST_ERRORS, Fault, candidates_sheet, read_candidates
from app.lib.clock import now
from app.lib.msgids import N_
from app.lib.ods import MIMETYPE
from app.web.downloads import download_headers
from app.web.formats import local_time
from app.web.forms import read_upload
from app.web.messages import Message
from app.web.pages import AnyRequest, redirect
from app.web.security_log import note_refusal
from app.web.visitor import visitor_of


class SheetController(Controller):
    """Downloaded filled in, sent back to replace the list."""

    path = LIST + "/{session:int}/candidats"
    dependencies = {"seen": Provide(session_seen)}  # noqa: RUF012 (Litestar's way)

    @get("/liste.ods", media_type=MIMETYPE)
    async def download(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[bytes]:
        """The sheet, with those who are enrolled."""
        enrolled, school = await candidates_of(seen.id), seen.member.is_school
        sheet = await asyncio.to_thread(candidates_sheet, enrolled, visitor_of(request).language, school=school)
        return Response(sheet, media_type=MIMETYPE, headers=dict(download_headers(f"candidats-{seen.id}.ods")))

    @get("/liste")
    async def ask(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[Any]:
        """How it works, and the file to choose."""
        return _page(request, seen, [])

    @post("/liste")
    async def replace(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[Any]:
        """The list becomes that of the sheet; nothing changes when one line is wrong."""
        if seen.joined:
            raise SheetTooLate
        content = await read_upload(request, "sheet")
        if not content:
            return _page(request, seen, [Fault(0, "", Message(N_("Choisissez un fichier")))])
        today, school = local_time(now()).date(), seen.member.is_school
        read = await asyncio.to_thread(read_candidates, content, today, school=school)
        if read.faults:
            if read.unreadable:
                note_refusal(request, "UnreadableSheet")
            return _page(request, seen, read.faults)
        await lists.replace_all(seen.id, read.identities, seen.member.user, now())
        return redirect(request, f"{LIST}/{seen.id}/candidats?fait=liste")


def _page(request: AnyRequest, session: TeamSession, faults: list[Fault]) -> Response[bytes]:
    return certif_page(
        request,
        session.member,
        "certification/sheet",
        status_code=422 if faults else 200,
        session=session,
        faults=faults[:MOST_ERRORS],
        more=max(0, len(faults) - MOST_ERRORS),
    )


ROUTES: list[ControllerRouterHandler] = [SheetController]
