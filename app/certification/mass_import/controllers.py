"""`/certif/sessions/import`: a file of sessions and candidates, in two steps."""

from __future__ import annotations

import asyncio
import hashlib
from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.certification.guards import import_seen, member
from app.certification.mass_import import imports, personal_data
from app.certification.mass_import.checks import check
from app.certification.mass_import.columns import OF_SESSIONS, model, of_candidates
from app.certification.mass_import.csv_reading import LARGEST_FILE, too_large
from app.certification.mass_import.drafts import Draft
from app.certification.mass_import.problems import Problem
from app.certification.mass_import.queries import Waiting, recap_of
from app.certification.mass_import.reading import Read, read_file
from app.certification.mass_import.refusals import ImportOutdated, ImportTooOld
from app.certification.members import CentreMember
from app.certification.pages import certif_page
from app.certification.sessions.controllers import COUNT, DONE, IMPORTED, LIST
from app.lib.clock import now
from app.lib.msgids import N_
from app.web.downloads import download_headers, file_name
from app.web.forms import Errors, read_upload
from app.web.languages import translator
from app.web.messages import Message
from app.web.pages import AnyRequest, redirect
from app.web.security_log import note_refusal
from app.web.visitor import visitor_of

PATH = LIST + "/import"
LARGEST_BODY = LARGEST_FILE + 10_000
"""The file and the rest of its form."""
UNREADABLE = ("FILE_NOT_CSV", "FILE_TOO_LARGE", "FILE_TOO_LONG")
"""What no office sends by mistake every day: written in the log."""


class UploadController(Controller):
    """Step 1: how it works, the model, the file."""

    path = PATH
    dependencies = {"member": Provide(member)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def ask(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[bytes]:
        """The page."""
        return _upload(request, member)

    @get("/modele.csv", media_type="text/csv")
    async def download(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[bytes]:
        """Its titles alone, in the language of who asks."""
        words = translator(visitor_of(request).language)
        headers = download_headers(file_name(words(N_("modele-sessions-candidats")), "csv"))
        content = model(words, school=member.is_school).encode()
        return Response(content, media_type="text/csv; charset=utf-8", headers=dict(headers))

    @post(request_max_body_size=LARGEST_BODY)
    async def send(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[Any]:
        """« Vérifier le fichier »: nothing is written but what waits for the confirmation."""
        if (request.content_length or 0) > LARGEST_BODY:
            note_refusal(request, "UnreadableFile")
            return _upload(request, member, too_large(), status_code=413)
        content = await read_upload(request, "sheet")
        if not content:
            return _upload(request, member, Message(N_("Choisissez un fichier")), status_code=422)
        at = now()
        read = await asyncio.to_thread(read_file, content, at, school=member.is_school)
        await check(member.centre, read.sessions, at, read.problems)
        if read.problems.errors:
            return _to_correct(request, member, read)
        draft = Draft(read.sessions, read.counts, read.problems.warnings, read.problems.warning_count)
        sending = hashlib.sha256(b"%d\n%b" % (member.user, content)).hexdigest()[:40]
        waiting = await imports.keep(member.centre, draft, member.user, at, sending=sending)
        return redirect(request, f"{PATH}/{waiting}")


class RecapController(Controller):
    """Step 2: what the file would do, for who sent it alone."""

    path = PATH + "/{waiting:int}"
    dependencies = {"seen": Provide(import_seen)}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, seen: NamedDependency[Waiting]) -> Response[Any]:
        """The recap; done already, the sessions."""
        return await _recap(request, seen)

    @post("/confirmation")
    async def confirm(self, request: AnyRequest, seen: NamedDependency[Waiting]) -> Response[Any]:
        """« Confirmer l’import »: all of it, or nothing."""
        try:
            count = await imports.confirm(seen.id, seen.member.user, now())
        except ImportTooOld as refusal:
            return _upload(request, seen.member, Message(refusal.message), status_code=refusal.status)
        except ImportOutdated as refusal:
            return await _recap(request, seen, refusal)
        return redirect(request, f"{LIST}?{DONE}={IMPORTED}" + (f"&{COUNT}={count}" if count else ""))


def _to_correct(request: AnyRequest, member: CentreMember, read: Read) -> Response[bytes]:
    """Line by line; what is wrong with the whole file is said beside it."""
    first = read.problems.errors[0]
    if first.code in UNREADABLE:
        note_refusal(request, "UnreadableFile")
    if not first.line:
        return _upload(request, member, first.message, status_code=422)
    return _upload(request, member, read=read, status_code=422)


def _upload(
    request: AnyRequest,
    member: CentreMember,
    error: Message | None = None,
    *,
    read: Read | None = None,
    status_code: int = 200,
) -> Response[bytes]:
    errors = Errors()
    if error is not None:
        errors.add("sheet", error)
    return certif_page(
        request,
        member,
        "certification/mass_import/upload",
        status_code=status_code,
        errors=errors,
        read=read,
        columns=[(N_("La session"), OF_SESSIONS), (N_("Le candidat"), of_candidates(school=member.is_school))],
    )


async def _recap(request: AnyRequest, seen: Waiting, outdated: ImportOutdated | None = None) -> Response[Any]:
    if seen.confirmed_at is not None:
        return redirect(request, f"{LIST}?{DONE}={IMPORTED}")
    try:
        draft = imports.read_draft(seen.content, seen.created_at, now())
    except ImportTooOld as refusal:
        return _upload(request, seen.member, Message(refusal.message), status_code=refusal.status)
    problems: list[Problem] = list(outdated.problems) if outdated else []
    return certif_page(
        request,
        seen.member,
        "certification/mass_import/recap",
        status_code=outdated.status if outdated else 200,
        waiting=seen,
        draft=draft,
        sessions=await recap_of(seen.member.centre, draft),
        until=seen.created_at + imports.KEPT,
        problems=problems,
    )


ROUTES: list[ControllerRouterHandler] = [UploadController, RecapController]

__all__ = ["ROUTES", "personal_data"]  # imported for what it registers
