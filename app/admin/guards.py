"""Who may enter the administration: the dependencies of its pages, one for each right.

dependencies = {"staff": Provide(staff)}                     # anyone of the staff
dependencies = {"staff": Provide(who_may("users.edit"))}     # those whose role has this right

async def show(self, request: Request, staff: NamedDependency[Staff]) -> …
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
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


def who_may(right: Right) -> Callable[[Request[Any, Any, Any]], Awaitable[Staff]]:
    """The guard of a page for those whose role has this right; it raises NotYourPart for the others of the staff."""

    async def guard(request: Request[Any, Any, Any]) -> Staff:
        found = await staff(request)
        if not found.may(right):
            raise NotYourPart
        return found

    guard.__name__ = right
    return guard
