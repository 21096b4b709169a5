"""Who may enter the administration: the dependencies of its pages, one for each right.

dependencies = {"staff": Provide(staff)}

async def show(self, request: Request, staff: NamedDependency[Staff]) -> …
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from litestar import Request

from app.accounts import people
from app.accounts.guards import signed_in
from app.admin.rights import Right, may
from app.lib.msgids import N_
from app.lib.refusals import NotFound, Refusal
from app.web.visitor import visitor_of


@dataclass(frozen=True)
class Staff:
    """Someone of the service's own staff; `role` is one of `people.STAFF_ROLES`."""

    user: int
    role: str

    def may(self, right: Right) -> bool:
        """Whether her role allows it: what the pages show, and what the guards let through."""
        return may(self.role, right)

    @property
    def edits_profiles(self) -> bool:
        return self.may("profiles.edit")


class NotYourPart(Refusal):
    """Another role of the staff does that."""

    status = 403
    message = N_("Votre rôle dans l’équipe de Pix ne permet pas de faire cela.")


async def staff(request: Request[Any, Any, Any]) -> Staff:
    """Anyone of the staff. Raises SignInNeeded; for other people the administration does not exist.

    The role is read now: who loses it is out at the next page.
    """
    user = signed_in(request)
    if not visitor_of(request).is_staff:
        raise NotFound
    person = await people.find_by_id(user)
    if person is None or person.staff_role is None:
        raise NotFound
    return Staff(user, person.staff_role)


async def request_decider(request: Request[Any, Any, Any]) -> Staff:
    """Who reads, accepts and declines requests for a space. Raises NotYourPart for another role, as those below."""
    return await _who_may(request, "requests.decide")


async def organisation_editor(request: Request[Any, Any, Any]) -> Staff:
    """Who creates and changes organisations."""
    return await _who_may(request, "organisations.edit")


async def organisation_archiver(request: Request[Any, Any, Any]) -> Staff:
    """Who archives organisations, and opens them again."""
    return await _who_may(request, "organisations.archive")


async def team_inviter(request: Request[Any, Any, Any]) -> Staff:
    """Who invites people to the team of an organisation."""
    return await _who_may(request, "teams.invite")


async def lot_manager(request: Request[Any, Any, Any]) -> Staff:
    """Who adds and cancels lots of credits."""
    return await _who_may(request, "lots.manage")


async def profile_editor(request: Request[Any, Any, Any]) -> Staff:
    """Who changes target profiles, stages and badges."""
    return await _who_may(request, "profiles.edit")


async def user_editor(request: Request[Any, Any, Any]) -> Staff:
    """Who changes and unblocks people's accounts."""
    return await _who_may(request, "users.edit")


async def user_anonymiser(request: Request[Any, Any, Any]) -> Staff:
    """Who anonymises people."""
    return await _who_may(request, "users.anonymise")


async def superadmin(request: Request[Any, Any, Any]) -> Staff:
    """Who appoints the staff."""
    return await _who_may(request, "staff.appoint")


async def journal_reader(request: Request[Any, Any, Any]) -> Staff:
    """Who reads what everybody did."""
    return await _who_may(request, "journal.read")


async def _who_may(request: Request[Any, Any, Any], right: Right) -> Staff:
    found = await staff(request)
    if not found.may(right):
        raise NotYourPart
    return found
