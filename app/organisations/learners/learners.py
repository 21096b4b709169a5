"""The verbs of a learner of an organisation."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from app.accounts import audit
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


async def put_in_group(organisation: int, learners: Collection[int], group: str, by: int, now: datetime) -> None:
    """These learners are in that group now, or in none if it is empty. Raises NotFound if one is not of the list."""
    async with write_transaction():
        await _must_be_its(organisation, learners)
        moved = (
            await Learner.update({Learner.group: group})
            .where(Learner.id.is_in(list(learners)) & (Learner.group != group))
            .returning(Learner.id)
        )
        if moved:
            await audit.record(
                "learner.grouped",
                by=by,
                kind="organisation",
                subject=organisation,
                at=now,
                organisation=organisation,
                group=group,
                count=len(moved),
            )


async def rename(organisation: int, learner: int, first_name: str, last_name: str, by: int, now: datetime) -> None:
    """The organisation calls her so; her account keeps its own names. Raises NotFound."""
    async with write_transaction():
        await _must_be_its(organisation, [learner])
        renamed = (
            await Learner.update(
                {
                    Learner.first_name: first_name,
                    Learner.last_name: last_name,
                    Learner.search_name: search_name(first_name, last_name),
                }
            )
            .where((Learner.id == learner) & ((Learner.first_name != first_name) | (Learner.last_name != last_name)))
            .returning(Learner.id)
        )
        if renamed:
            await audit.record(
                "learner.renamed", by=by, kind="learner", subject=learner, at=now, organisation=organisation
            )


async def remove(organisation: int, learners: Collection[int], by: int, now: datetime) -> list[int]:
    """Takes them off the list; those who were still there. Taking part again, one is back (see `learner_for`).

    Raises NotFound if one was never of the list.
    """
    async with write_transaction():
        await _must_be_its(organisation, learners, now_or_before=True)
        rows = (
            await Learner.update({Learner.deleted_at: now})
            .where(
                (Learner.organisation == organisation) & Learner.id.is_in(list(learners)) & Learner.deleted_at.is_null()
            )
            .returning(Learner.id)
        )
        if rows:
            await audit.record(
                "learner.removed",
                by=by,
                kind="organisation",
                subject=organisation,
                at=now,
                organisation=organisation,
                count=len(rows),
            )
    return [row["id"] for row in rows]


async def _must_be_its(organisation: int, learners: Collection[int], *, now_or_before: bool = False) -> None:
    hers = (Learner.organisation == organisation) & Learner.id.is_in(list(learners))
    found = await Learner.count().where(hers if now_or_before else hers & Learner.deleted_at.is_null())
    if found < len(set(learners)):
        raise NotFound


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
