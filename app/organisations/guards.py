"""Who may enter Pix Orga: the dependencies of its pages.

dependencies = {"member": Provide(member)}

async def show(self, request: Request, member: NamedDependency[Member]) -> …
"""

from __future__ import annotations

from typing import Any

from litestar import Request

from app.accounts.guards import signed_in
from app.lib.msgids import N_
from app.lib.refusals import Refusal
from app.organisations.members import Member, member_of
from app.organisations.space.terms import has_accepted_terms
from app.web.errors import SignInNeeded


class NoMembership(SignInNeeded):
    """This account works for no organisation: `/orga` explains how to get a space."""

    step = "/orga"


class OrgaTermsNeeded(SignInNeeded):
    """The terms of Pix Orga come first."""

    step = "/orga/conditions"


class AdministratorsOnly(Refusal):
    """A member asks for what only the administrators of the organisation do."""

    status = 403
    message = N_("Seuls les administrateurs de votre espace peuvent faire cela. Demandez à l’un d’eux.")


async def member(request: Request[Any, Any, Any]) -> Member:
    """The member in the organisation of the moment. Raises SignInNeeded, NoMembership or OrgaTermsNeeded.

    As with the terms of use, terms are asked before showing a page, never in the middle of sending a form.
    """
    found = await member_of(signed_in(request))
    if found is None:
        raise NoMembership
    if request.method in ("GET", "HEAD") and not await has_accepted_terms(found.user):
        raise OrgaTermsNeeded
    return found


async def member_whatever_the_terms(request: Request[Any, Any, Any]) -> Member:
    """The same for the few pages one may always use: accepting the terms, choosing another organisation, leaving."""
    found = await member_of(signed_in(request))
    if found is None:
        raise NoMembership
    return found


async def administrator(request: Request[Any, Any, Any]) -> Member:
    """The same, for administrators of the organisation. Raises AdministratorsOnly."""
    found = await member(request)
    if not found.is_administrator:
        raise AdministratorsOnly
    return found
