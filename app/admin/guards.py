"""Who may enter the administration: the dependencies of its pages.

dependencies = {"staff": Provide(staff)}

async def show(self, request: Request, staff: NamedDependency[Staff]) -> …
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from litestar import Request

from app.accounts import people
from app.accounts.guards import signed_in
from app.lib.msgids import N_
from app.lib.refusals import NotFound, Refusal
from app.web.visitor import visitor_of

EDITORS = ("superadmin", "support", "metier")
"""Who changes target profiles, stages and badges; the others read."""


@dataclass(frozen=True)
class Staff:
    """Someone of the service's own staff; `role` is one of `people.STAFF_ROLES`."""

    user: int
    role: str

    @property
    def edits_profiles(self) -> bool:
        return self.role in EDITORS


class NotYourPart(Refusal):
    """Another role of the staff does that."""

    status = 403
    message = N_("Votre rôle dans l’équipe de Pix ne permet pas de faire cela.")


async def staff(request: Request[Any, Any, Any]) -> Staff:
    """Anyone of the staff. Raises SignInNeeded; for other people the administration does not exist."""
    user = signed_in(request)
    if not visitor_of(request).is_staff:
        raise NotFound
    person = await people.find_by_id(user)
    if person is None or person.staff_role is None:
        raise NotFound
    return Staff(user, person.staff_role)


async def profile_editor(request: Request[Any, Any, Any]) -> Staff:
    """Who may change target profiles, stages and badges. Raises NotYourPart for another role."""
    found = await staff(request)
    if not found.edits_profiles:
        raise NotYourPart
    return found
