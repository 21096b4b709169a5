"""The verbs of a learner of an organisation."""

from __future__ import annotations

from datetime import datetime

from app.accounts.identity import unaccented
from app.accounts.people import find_by_id
from app.lib.msgids import N_
from app.lib.refusals import NotFound, Refusal
from app.organisations.learners.tables import Learner
from app.persistence.transactions import write_transaction


class LearnerDisabled(Refusal):
    """This person has left the organisation."""

    status = 403
    message = N_("Vous ne faites plus partie de cette organisation : demandez à votre enseignant de vous y inscrire.")


async def learner_for(organisation: int, user: int, now: datetime) -> int:
    """The learner that `user` is in that organisation, made with the names of the account when there is none.

    Someone whom the organisation removed and who takes part again is its learner again. Raises LearnerDisabled.
    """
    async with write_transaction():
        rows = await Learner.select(Learner.id, Learner.disabled_at, Learner.deleted_at).where(
            (Learner.organisation == organisation) & (Learner.user == user)
        )
        if not rows:
            return await _insert(organisation, user, now)
        if rows[0]["disabled_at"] is not None:
            raise LearnerDisabled
        if rows[0]["deleted_at"] is not None:
            await Learner.update({Learner.deleted_at: None}).where(Learner.id == rows[0]["id"])
        return int(rows[0]["id"])


def search_name(first_name: str, last_name: str) -> str:
    """What lists are searched and sorted by: `carre louise`."""
    return " ".join(unaccented(f"{last_name} {first_name}").split())


async def _insert(organisation: int, user: int, now: datetime) -> int:
    person = await find_by_id(user)
    if person is None:
        raise NotFound
    rows = await Learner.insert(
        Learner(
            organisation=organisation,
            user=user,
            first_name=person.first_name,
            last_name=person.last_name,
            search_name=search_name(person.first_name, person.last_name),
            created_at=now,
        )
    ).returning(Learner.id)
    return int(rows[0]["id"])
