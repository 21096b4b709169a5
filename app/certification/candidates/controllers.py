"""`/certif/sessions/{session}/candidats`: who is enrolled, and enrolling."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.types import ControllerRouterHandler

from app.certification.candidates import candidates, forms, lists, queries
from app.certification.candidates.identity import BILLINGS, read_identity
from app.certification.candidates.queries import SeenCandidate
from app.certification.candidates.refusals import CandidateTwice, NoOrganisation
from app.certification.candidates.typed import Typed
from app.certification.guards import candidate_seen, session_seen
from app.certification.pages import certif_page
from app.certification.results.outcomes import LEVELS
from app.certification.results.published import results_of_session
from app.certification.sessions.controllers import LIST
from app.certification.sessions.queries import TeamSession
from app.lib.clock import now
from app.lib.fingerprints import fingerprint
from app.lib.msgids import N_
from app.lib.row_ids import row_id
from app.web.formats import local_time
from app.web.forms import Errors, Form, parse_form, read_form
from app.web.listing import PAGE, address, number_of, slice_of
from app.web.messages import Message, counted
from app.web.pages import AnyRequest, redirect

DONE = "fait"
COUNT = "nombre"
_DONE = {
    "inscription": N_("Le candidat est inscrit."),
    "modification": N_("Les informations du candidat sont enregistrées."),
    "retrait": N_("Le candidat n’est plus inscrit."),
    "liste": N_("La liste des candidats est remplacée."),
}
"""What `?fait=` says."""


class CandidatesController(Controller):
    """The candidates of a session."""

    path = LIST + "/{session:int}/candidats"
    dependencies = {"seen": Provide(session_seen)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[bytes]:
        """« Candidats »: by name; once they are published, with their results."""
        return certif_page(
            request,
            seen.member,
            "certification/candidates",
            session=seen,
            candidates=await queries.candidates_of(seen.id),
            results={one.candidate: one.outcome for one in await results_of_session(seen.id)},
            levels=LEVELS,
            done=_done(parse_form(request.scope["query_string"])),
        )

    @get("/inscription")
    async def ask(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[Any]:
        """An empty form."""
        if not seen.may_enrol:
            return redirect(request, _list_of(seen))
        return _form(request, seen, forms.blank(school=seen.member.is_school))

    @post("/inscription")
    async def enrol(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[Any]:
        """« Inscrire »."""
        school = seen.member.is_school
        typed = forms.read(await read_form(request), school=school)
        identity, errors = read_identity(typed, local_time(now()).date(), school=school)
        if identity is None:
            return _form(request, seen, typed, errors)
        try:
            sending = fingerprint(typed.client_token, seen.member.user, typed)
            await candidates.enrol(seen.id, identity, now(), by=seen.member.user, sending=sending)
        except CandidateTwice as refusal:
            errors.add("last_name", refusal.message)
            return _form(request, seen, typed, errors)
        return redirect(request, f"{_list_of(seen)}?{DONE}=inscription")

    @get("/eleves")
    async def pupils(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[Any]:
        """The people of the centre's organisation, by division."""
        if not seen.may_enrol:
            return redirect(request, _list_of(seen))
        return await _pupils(request, seen)

    @post("/eleves")
    async def enrol_pupils(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[Any]:
        """Those whose box is ticked."""
        organisation, form = _organisation_of(seen), await read_form(request)
        chosen = [number for number in map(row_id, form.all("learner")) if number]
        if not chosen:
            errors = Errors()
            errors.add("learner", N_("Cochez au moins une personne"))
            return await _pupils(request, seen, errors)
        billing = "" if seen.member.is_school else "free"
        new = await lists.enrol_pupils(seen.id, organisation, chosen, seen.member.user, now(), billing=billing)
        return redirect(request, f"{_list_of(seen)}?{DONE}=eleves&{COUNT}={new}")


class CandidateController(Controller):
    """One candidate, until she joins."""

    path = LIST + "/{session:int}/candidats/{candidate:int}"
    dependencies = {"seen": Provide(candidate_seen)}  # noqa: RUF012

    @get()
    async def ask(self, request: AnyRequest, seen: NamedDependency[SeenCandidate]) -> Response[bytes]:
        """The form, as she is."""
        return _form(request, seen.session, forms.as_it_is(seen), candidate=seen)

    @post()
    async def edit(self, request: AnyRequest, seen: NamedDependency[SeenCandidate]) -> Response[Any]:
        """« Enregistrer »."""
        school = seen.session.member.is_school
        typed = forms.read(await read_form(request), school=school)
        identity, errors = read_identity(typed, local_time(now()).date(), school=school)
        if identity is None:
            return _form(request, seen.session, typed, errors, candidate=seen)
        try:
            await candidates.edit(seen.session.id, seen.id, identity, seen.session.member.user, now())
        except CandidateTwice as refusal:
            errors.add("last_name", refusal.message)
            return _form(request, seen.session, typed, errors, candidate=seen)
        return redirect(request, f"{_list_of(seen.session)}?{DONE}=modification")


class CandidateRemovalController(Controller):
    """Taking one off the list, until she joins."""

    path = LIST + "/{session:int}/candidats/{candidate:int}/retrait"
    dependencies = {"seen": Provide(session_seen)}  # noqa: RUF012

    @get(dependencies={"found": Provide(candidate_seen)})
    async def ask(self, request: AnyRequest, found: NamedDependency[SeenCandidate]) -> Response[Any]:
        """Whom, and the button."""
        if not found.may_change:
            return redirect(request, _list_of(found.session))
        return certif_page(
            request, found.session.member, "certification/candidate_removal", session=found.session, candidate=found
        )

    @post()
    async def remove(
        self, request: AnyRequest, seen: NamedDependency[TeamSession], candidate: FromPath[int]
    ) -> Response[Any]:
        """She is no longer enrolled; nor was she the second time."""
        await candidates.remove(seen.id, candidate, seen.member.user, now())
        return redirect(request, f"{_list_of(seen)}?{DONE}=retrait")


def _list_of(session: TeamSession) -> str:
    return f"{LIST}/{session.id}/candidats"


def _organisation_of(session: TeamSession) -> int:
    """Raises NoOrganisation."""
    if session.member.organisation is None:
        raise NoOrganisation
    return session.member.organisation


def _form(
    request: AnyRequest,
    session: TeamSession,
    typed: Typed,
    errors: Errors | None = None,
    *,
    candidate: SeenCandidate | None = None,
) -> Response[bytes]:
    return certif_page(
        request,
        session.member,
        "certification/candidate",
        status_code=422 if errors else 200,
        session=session,
        candidate=candidate,
        typed=typed,
        errors=errors or Errors(),
        billings=BILLINGS.items(),
    )


async def _pupils(request: AnyRequest, session: TeamSession, errors: Errors | None = None) -> Response[bytes]:
    organisation, query = _organisation_of(session), parse_form(request.scope["query_string"])
    group = query.text("groupe")
    part = slice_of(query, await queries.pupil_count(organisation, group))
    return certif_page(
        request,
        session.member,
        "certification/pupils",
        status_code=422 if errors else 200,
        session=session,
        group=group,
        groups=[(one, one) for one in await queries.pupil_groups(organisation)],
        pupils=await queries.pupils(organisation, session.id, group, part.size, part.offset),
        part=part,
        pages=address(f"{_list_of(session)}/eleves", query, **{PAGE: ""}),
        here=address(f"{_list_of(session)}/eleves", query, **{PAGE: part.page}),
        errors=errors or Errors(),
    )


def _done(query: Form) -> Message | None:
    if query.text(DONE) == "eleves":
        new = number_of(query, COUNT)
        if not new:
            return Message(N_("Ces personnes étaient déjà inscrites."))
        return counted(
            "Une personne est inscrite : complétez sa naissance.",
            "%(count)s personnes sont inscrites : complétez leur naissance.",
            new,
        )
    words = _DONE.get(query.text(DONE))
    return Message(words) if words else None


ROUTES: list[ControllerRouterHandler] = [CandidatesController, CandidateController, CandidateRemovalController]
