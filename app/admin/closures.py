"""What closes in several rooms at once: an organisation, a person's account. Each room closes its part."""

from __future__ import annotations

from datetime import datetime

from app.accounts import audit, people, personal_data
from app.accounts.emails import post_account_erased
from app.accounts.tables import User
from app.admin.guards import Staff
from app.admin.refusals import NotOnOneself, StaffFirst
from app.campaigns import campaigns
from app.certification.certif import CERTIF
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations import organisations
from app.organisations.orga import ORGA
from app.organisations.team import memberships
from app.persistence.transactions import write_transaction


async def close_organisation(organisation: int, by: int, at: datetime) -> None:
    """Archived: its team enters no more, nobody starts its campaigns, its invitations are dead. Twice is harmless.

    Raises NotFound.
    """
    async with write_transaction():
        await organisations.archive(organisation, by, at)
        await campaigns.archive_all(organisation, by, at)


async def anonymise(user: int, staff: Staff, at: datetime, *, tell_her: bool) -> None:
    """Erases somebody everywhere, also where she may not do it alone: her teams lose her, whatever her role there.

    What she took part in stays, as nobody's. Twice is harmless. Raises NotFound, NotOnOneself or StaffFirst.
    """
    person = await people.find_by_id(user) if is_row_id(user) else None
    if person is None:
        if is_row_id(user) and await User.exists().where((User.id == user) & User.anonymised_at.is_not_null()):
            return
        raise NotFound
    check_may_touch(staff, user, person.staff_role)
    async with write_transaction():
        if not await _still_somebody(user):
            return
        for space in (ORGA, CERTIF):
            await memberships.end_everywhere(space, user, staff.user, at)
        await personal_data.erase_everywhere(user)
        await audit.record("user.anonymised", by=staff.user, kind="user", subject=user, at=at)
    if tell_her and person.email is not None:
        post_account_erased(person.email, person.language)


def check_may_touch(staff: Staff, user: int, role: str | None) -> None:
    """Raises NotOnOneself, or StaffFirst when somebody of the staff is not hers to touch."""
    if user == staff.user:
        raise NotOnOneself
    if role is not None and not staff.may("staff.appoint"):
        raise StaffFirst


async def _still_somebody(user: int) -> bool:
    """Held until the end of the transaction: who erases the same person at the same time waits, and finds nobody."""
    held = (
        await User.update({User.first_name: User.first_name})
        .where((User.id == user) & User.anonymised_at.is_null())
        .returning(User.id)
    )
    return bool(held)
