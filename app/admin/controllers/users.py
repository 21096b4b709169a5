"""`/admin/utilisateurs`: finding somebody, correcting an account, unblocking, anonymising, appointing."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.accounts import support
from app.accounts.emails import post_address_changed
from app.accounts.refusals import AddressTaken, UsernameTaken
from app.accounts.support import Identity
from app.admin.closures import anonymise, check_may_touch
from app.admin.controllers.done import done
from app.admin.forms.users import NO_ROLE, ROLES, read_identity, read_role
from app.admin.guards import Staff, staff, who_may
from app.admin.pages import admin_page
from app.admin.queries import users as queries
from app.admin.queries.users import UserFacts
from app.lib.clock import now
from app.lib.refusals import NotFound
from app.web.confirming import unsure
from app.web.forms import Errors, parse_form, read_form
from app.web.listing import address
from app.web.pages import AnyRequest, redirect

LIST = "/admin/utilisateurs"


class UsersController(Controller):
    """The search."""

    path = LIST
    dependencies = {"staff": Provide(staff)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        """Those that match; nobody before something is looked for."""
        query = parse_form(request.scope["query_string"])
        words = query.text("q")[:100]
        people, part = await queries.users(words, query, now())
        return admin_page(
            request,
            staff,
            "admin/users",
            words=words,
            people=people,
            part=part,
            roles=ROLES,
            pages=address(LIST, query, page=""),
            sizes=address(LIST, query, taille=""),
        )


class UserController(Controller):
    """Somebody."""

    path = LIST + "/{person:int}"
    dependencies = {"staff": Provide(staff)}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff], person: FromPath[int]) -> Response[bytes]:
        """All that support needs to know."""
        found = await queries.user(person, now())
        return _page(request, staff, found, _identity(found), Errors())

    @post(dependencies={"staff": Provide(who_may("users.edit"))})
    async def edit(self, request: AnyRequest, staff: NamedDependency[Staff], person: FromPath[int]) -> Response[Any]:
        """Corrected; a former address is told about it."""
        found = await queries.user(person, now())
        _must_be_hers_to_edit(staff, found)
        typed, errors = read_identity(await read_form(request), _identity(found))
        if not errors:
            try:
                edited = await support.edit(person, typed, staff.user, now())
            except AddressTaken as refusal:
                errors.add("email", refusal.message)
            except UsernameTaken as refusal:
                errors.add("username", refusal.message)
            else:
                if edited.former_email is not None:
                    post_address_changed(edited.former_email, found.language)
                return redirect(request, f"{LIST}/{person}?fait=modification")
        return _page(request, staff, found, typed, errors)

    @post("/deblocage", dependencies={"staff": Provide(who_may("users.edit"))})
    async def unblock(self, request: AnyRequest, staff: NamedDependency[Staff], person: FromPath[int]) -> Response[Any]:
        """She may try her password again."""
        await support.unblock(person, staff.user, now())
        return redirect(request, f"{LIST}/{person}?fait=deblocage")

    @get("/anonymisation", dependencies={"staff": Provide(who_may("users.anonymise"))})
    async def ask_to_anonymise(
        self, request: AnyRequest, staff: NamedDependency[Staff], person: FromPath[int]
    ) -> Response[bytes]:
        """What would be erased."""
        found = await _somebody(person)
        check_may_touch(staff, person, found.staff_role or None)
        return _anonymising(request, staff, found, None, tell_her=True)

    @post("/anonymisation", dependencies={"staff": Provide(who_may("users.anonymise"))})
    async def anonymise(
        self, request: AnyRequest, staff: NamedDependency[Staff], person: FromPath[int]
    ) -> Response[Any]:
        """Erased, once the box is ticked."""
        found, form = await queries.user(person, now()), await read_form(request)
        if found.anonymised_at is None and (errors := unsure(form)):
            check_may_touch(staff, person, found.staff_role or None)
            return _anonymising(request, staff, found, errors, tell_her=form.flag("tell_her"))
        await anonymise(person, staff, now(), tell_her=form.flag("tell_her"))
        return redirect(request, f"{LIST}/{person}?fait=anonymisation")

    @get("/role", dependencies={"staff": Provide(who_may("staff.appoint"))})
    async def ask_role(
        self, request: AnyRequest, staff: NamedDependency[Staff], person: FromPath[int]
    ) -> Response[bytes]:
        """The roles of the staff, to choose."""
        found = await _somebody(person)
        check_may_touch(staff, person, None)
        return _role(request, staff, found, found.staff_role or NO_ROLE, Errors())

    @post("/role", dependencies={"staff": Provide(who_may("staff.appoint"))})
    async def appoint(self, request: AnyRequest, staff: NamedDependency[Staff], person: FromPath[int]) -> Response[Any]:
        """Of the staff in that role, or no longer."""
        found = await _somebody(person)
        check_may_touch(staff, person, None)
        form = read_role(await read_form(request))
        if form.errors:
            return _role(request, staff, found, form.typed, form.errors)
        await support.appoint(person, form.role, staff.user, now())
        return redirect(request, f"{LIST}/{person}?fait=role")


async def _somebody(person: int) -> UserFacts:
    """Raises NotFound for an erased account too: nothing is left to do there."""
    found = await queries.user(person, now())
    if found.anonymised_at is not None:
        raise NotFound
    return found


def _must_be_hers_to_edit(staff: Staff, found: UserFacts) -> None:
    """Raises StaffFirst: with another's address, one could sign in as a superadmin."""
    if found.id != staff.user:
        check_may_touch(staff, found.id, found.staff_role or None)


def _identity(found: UserFacts) -> Identity:
    return Identity(found.first_name, found.last_name, found.email, found.username, found.language)


def _page(request: AnyRequest, staff: Staff, found: UserFacts, typed: Identity, errors: Errors) -> Response[bytes]:
    return admin_page(
        request,
        staff,
        "admin/user",
        status_code=422 if errors else 200,
        person=found,
        typed=typed,
        roles=ROLES,
        touchable=found.anonymised_at is None and (staff.may("staff.appoint") or not found.staff_role),
        errors=errors,
        done=done(parse_form(request.scope["query_string"])),
    )


def _anonymising(
    request: AnyRequest, staff: Staff, found: UserFacts, errors: Errors | None, *, tell_her: bool
) -> Response[bytes]:
    return admin_page(
        request,
        staff,
        "admin/user_anonymising",
        status_code=422 if errors else 200,
        person=found,
        tell_her=tell_her,
        errors=errors,
    )


def _role(request: AnyRequest, staff: Staff, found: UserFacts, role: str, errors: Errors) -> Response[bytes]:
    return admin_page(
        request,
        staff,
        "admin/user_role",
        status_code=422 if errors else 200,
        person=found,
        role=role,
        roles=[*ROLES.items()],
        errors=errors,
    )
