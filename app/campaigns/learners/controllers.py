"""The learners of an organisation: the list, groups, one learner, removal."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.types import ControllerRouterHandler

from app.campaigns.learners import queries, removals
from app.campaigns.learners.forms import (
    COLUMNS,
    FROM_THE_HIGHEST,
    LIST,
    Chosen,
    Identity,
    query_of,
    read_chosen,
    read_identity,
    read_wanted,
)
from app.lib.clock import now
from app.organisations.guards import administrator, member
from app.organisations.learners import learners
from app.organisations.members import Member
from app.organisations.pages import orga_page
from app.web.forms import Errors, Form, parse_form, read_form
from app.web.listing import address
from app.web.pages import redirect
from app.web.sorting import headings

AnyRequest = Request[Any, Any, Any]
NOBODY_CHOSEN = Chosen((), "", "")


class LearnersController(Controller):
    """`/orga/eleves`."""

    path = LIST
    dependencies = {"member": Provide(member)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[Any]:
        return await _list(request, member, parse_form(request.scope["query_string"]), NOBODY_CHOSEN, None)

    @post("/groupe")
    async def put_in_group(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[Any]:
        """The ticked ones are in that group now."""
        chosen, errors = read_chosen(await read_form(request), with_group=True)
        return await _grouped(request, member, chosen, errors)

    @post("/sans-groupe")
    async def take_out_of_group(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[Any]:
        """The ticked ones are in no group any more."""
        chosen, errors = read_chosen(await read_form(request), with_group=False)
        return await _grouped(request, member, chosen, errors)


class LearnerController(Controller):
    """`/orga/eleves/{learner}`: what someone takes part in, across the campaigns."""

    path = LIST + "/{learner:int}"
    dependencies = {"member": Provide(member)}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, member: NamedDependency[Member], learner: FromPath[int]) -> Response[Any]:
        found = await queries.learner(member.organisation, learner)
        identity = Identity(found.first_name, found.last_name, found.group)
        return await _one(request, member, found, identity, None)

    @post()
    async def edit(self, request: AnyRequest, member: NamedDependency[Member], learner: FromPath[int]) -> Response[Any]:
        """Anyone of the team sets the group, administrators the names too."""
        found = await queries.learner(member.organisation, learner)
        form = await read_form(request)
        if not member.is_administrator:
            form = Form({**form.raw, "first_name": [found.first_name], "last_name": [found.last_name]})
        identity, errors = read_identity(form)
        if errors:
            return await _one(request, member, found, identity, errors)
        at, organisation = now(), member.organisation
        await learners.rename(organisation, learner, identity.first_name, identity.last_name, member.user, at)
        await learners.put_in_group(organisation, [learner], identity.group, member.user, at)
        return redirect(request, f"{LIST}/{learner}", swap=True)


class RemovalController(Controller):
    """`/orga/eleves/suppression`: for administrators."""

    path = LIST + "/suppression"
    dependencies = {"member": Provide(administrator)}  # noqa: RUF012

    @get()
    async def ask(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[Any]:
        """Who would go, and what with them."""
        chosen, errors = read_chosen(parse_form(request.scope["query_string"]), with_group=False)
        if errors:
            return await _list(request, member, query_of(chosen.suite), chosen, errors)
        people = await queries.names_of(member.organisation, chosen.learners)
        return orga_page(request, member, "learners/removal", people=people, suite=chosen.suite)

    @post()
    async def remove(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[Any]:
        """Done, and back to the list. Those already gone are no mistake."""
        chosen, errors = read_chosen(await read_form(request), with_group=False)
        if errors:
            return await _list(request, member, query_of(chosen.suite), chosen, errors)
        await removals.remove(member.organisation, chosen.learners, member.user, now())
        return redirect(request, chosen.suite, swap=True)


ROUTES: list[ControllerRouterHandler] = [LearnersController, LearnerController, RemovalController]


async def _grouped(request: AnyRequest, member: Member, chosen: Chosen, errors: Errors) -> Response[Any]:
    if errors:
        return await _list(request, member, query_of(chosen.suite), chosen, errors)
    await learners.put_in_group(member.organisation, chosen.learners, chosen.group, member.user, now())
    return redirect(request, chosen.suite, swap=True)


async def _list(
    request: AnyRequest, member: Member, query: Form, chosen: Chosen, errors: Errors | None
) -> Response[Any]:
    wanted = read_wanted(query)
    lines, part = await queries.learners(member.organisation, wanted, query)
    return orga_page(
        request,
        member,
        "learners/list",
        status_code=422 if errors else 200,
        groups=[(one, one) for one in await queries.groups_of(member.organisation)],
        wanted=wanted,
        lines=lines,
        part=part,
        headings=headings(LIST, query, COLUMNS, wanted.sorting, FROM_THE_HIGHEST),
        here=address(LIST, query, page=part.page if part.page > 1 else None),
        pages=address(LIST, query, page=""),
        sizes=address(LIST, query, taille=""),
        chosen=chosen,
        errors=errors,
    )


async def _one(
    request: AnyRequest, member: Member, found: queries.LearnerFacts, identity: Identity, errors: Errors | None
) -> Response[Any]:
    return orga_page(
        request,
        member,
        "learners/learner",
        status_code=422 if errors else 200,
        learner=found,
        identity=identity,
        groups=[(one, one) for one in await queries.groups_of(member.organisation)],
        errors=errors,
    )
