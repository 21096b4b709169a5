"""`/certif/sessions`: the list, a new one, one of them, its changes and its end."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.certification.guards import member, session_seen
from app.certification.members import CentreMember
from app.certification.pages import certif_page
from app.certification.results.centre_comments import comments_for_centre
from app.certification.sessions import forms, sessions
from app.certification.sessions.queries import TeamSession, session_count, sessions_of
from app.lib.clock import now
from app.lib.fingerprints import fingerprint
from app.lib.msgids import N_
from app.web.confirming import CONFIRM_DELETION, unsure
from app.web.forms import Errors, Form, parse_form, read_form
from app.web.listing import PAGE, address, number_of, slice_of
from app.web.messages import Message, counted
from app.web.pages import AnyRequest, redirect

LIST = "/certif/sessions"
DONE = "fait"
COUNT = "nombre"
DELETED, IMPORTED = "suppression", "import"


class SessionsController(Controller):
    """Every session of the centre."""

    path = LIST
    dependencies = {"member": Provide(member)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[bytes]:
        """One page of the list."""
        query = parse_form(request.scope["query_string"])
        part = slice_of(query, await session_count(member.centre))
        kept = Form({name: values for name, values in query.raw.items() if name not in (DONE, COUNT)})
        return certif_page(
            request,
            member,
            "certification/sessions",
            sessions=await sessions_of(member.centre, part.size, part.offset),
            part=part,
            pages=address(LIST, kept, **{PAGE: ""}),
            done=_done(query),
        )

    @get("/creation")
    async def ask(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[bytes]:
        """An empty form."""
        return _creation(request, member, forms.blank())

    @post("/creation")
    async def create(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[Any]:
        """« Créer la session »."""
        typed = forms.read(await read_form(request))
        if errors := forms.to_correct(typed, now()):
            return _creation(request, member, typed, errors)
        sending = fingerprint(typed.client_token, member.user, typed)
        made = await sessions.create(member.centre, forms.planned_of(typed), member.user, now(), sending=sending)
        return redirect(request, f"{LIST}/{made}")


class SessionController(Controller):
    """One session, for the whole team of its centre."""

    path = LIST + "/{session:int}"
    dependencies = {"seen": Provide(session_seen)}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[bytes]:
        """« Détails »: what it is, its codes, its documents."""
        return certif_page(
            request,
            seen.member,
            "certification/session",
            session=seen,
            methods=forms.METHODS,
            comments=await comments_for_centre(seen.id) if seen.status == "processed" else (),
        )

    @get("/modification")
    async def ask(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[Any]:
        """The form, as the session is."""
        if not seen.may_edit:
            return redirect(request, f"{LIST}/{seen.id}")
        return _edition(request, seen, forms.as_it_is(seen))

    @post("/modification")
    async def edit(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[Any]:
        """« Enregistrer »."""
        typed = forms.read(await read_form(request))
        if errors := forms.to_correct(typed, now(), already=seen.starts_at):
            return _edition(request, seen, typed, errors)
        await sessions.edit(seen.id, forms.planned_of(typed), seen.member.user, now())
        return redirect(request, f"{LIST}/{seen.id}")


class SessionDeletionController(Controller):
    """Deleting it, while nobody joined."""

    path = LIST + "/{session:int}/suppression"
    dependencies = {"seen": Provide(session_seen)}  # noqa: RUF012

    @get()
    async def ask(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[Any]:
        """How many candidates go with it, and the box to tick."""
        if not seen.may_delete:
            return redirect(request, f"{LIST}/{seen.id}")
        return certif_page(request, seen.member, "certification/session_deletion", session=seen)

    @post()
    async def delete(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[Any]:
        """Deletes it, once the box is ticked."""
        if errors := unsure(await read_form(request), CONFIRM_DELETION):
            return certif_page(
                request, seen.member, "certification/session_deletion", status_code=422, session=seen, errors=errors
            )
        await sessions.delete(seen.id, seen.member.user, now())
        return redirect(request, f"{LIST}?{DONE}={DELETED}")


def _done(query: Form) -> Message | None:
    """What `?fait=` says."""
    if query.text(DONE) == DELETED:
        return Message(N_("La session est supprimée."))
    if query.text(DONE) != IMPORTED:
        return None
    count = number_of(query, COUNT)
    if not count:
        return Message(N_("L’import est déjà enregistré."))
    return counted(
        "L’import est enregistré : une session est créée ou complétée.",
        "L’import est enregistré : %(count)s sessions sont créées ou complétées.",
        count,
    )


def _creation(
    request: AnyRequest, member: CentreMember, typed: forms.Typed, errors: Errors | None = None
) -> Response[bytes]:
    return certif_page(
        request,
        member,
        "certification/session_creation",
        status_code=422 if errors else 200,
        typed=typed,
        errors=errors or Errors(),
        methods=forms.METHODS.items(),
    )


def _edition(request: AnyRequest, seen: TeamSession, typed: forms.Typed, errors: Errors | None = None) -> Response[Any]:
    return certif_page(
        request,
        seen.member,
        "certification/session_edition",
        status_code=422 if errors else 200,
        session=seen,
        typed=typed,
        errors=errors or Errors(),
        methods=forms.METHODS.items(),
    )


ROUTES: list[ControllerRouterHandler] = [SessionsController, SessionController, SessionDeletionController]
