"""The verbs of an organisation and its team."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from piccolo.columns import Column

from app.accounts import audit
from app.accounts.identity import unaccented
from app.lib.refusals import NotFound
from app.organisations.groups import makes_loop
from app.organisations.refusals import ParentLoop, ParentUnknown
from app.organisations.tables import Membership, Organisation, OrganisationTag
from app.organisations.team.tables import Invitation
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction

Kind = Literal["SCO", "SUP", "PRO"]
Role = Literal["administrator", "member"]


@dataclass(frozen=True)
class Details:
    """What the service's staff says of an organisation; all of it may change."""

    name: str
    kind: Kind
    external_id: str = ""
    province: str = ""
    email: str = ""
    parent: int | None = None
    tags: tuple[str, ...] = ()
    manages_learners: bool = False
    uses_credits: bool = False
    shows_skills: bool = False


async def create(
    name: str,
    kind: Kind,
    now: datetime,
    *,
    external_id: str | None = None,
    province: str = "",
    manages_learners: bool = False,
    uses_credits: bool = False,
) -> int:
    """A new organisation; its id."""
    async with write_transaction():
        rows = await Organisation.insert(
            Organisation(
                name=name,
                search_name=unaccented(name),
                kind=kind,
                external_id=external_id,
                province=province,
                manages_learners=manages_learners,
                uses_credits=uses_credits,
                created_at=now,
            )
        )
    return int(rows[0]["id"])


async def open_space(details: Details, by: int, at: datetime, *, sending: str | None) -> int:
    """A new organisation, by the staff; its id. The same form (`sending`) sent again gives the same one.

    Raises ParentUnknown.
    """
    try:
        async with write_transaction():
            if details.parent is not None:
                await _check_parent(None, details.parent)
            row = Organisation(**_columns(details), created_at=at, sending=sending)
            made = int((await Organisation.insert(row))[0]["id"])
            await _tag(made, details.tags)
            await _note("created", made, by, at, name=details.name)
            return made
    except Exception as error:
        if not is_unique_violation(error):
            raise
    (known,) = await Organisation.select(Organisation.id).where(Organisation.sending == sending)
    return int(known["id"])


async def edit(organisation: int, details: Details, by: int, at: datetime) -> list[str]:
    """Says it otherwise; which fields changed. Raises NotFound, ParentUnknown or ParentLoop."""
    async with write_transaction():
        await _hold({organisation, details.parent or organisation})
        known = await Organisation.select(*_COLUMNS).where(Organisation.id == organisation).first()
        if known is None:
            raise NotFound
        if details.parent is not None and details.parent != known["parent"]:
            await _check_parent(organisation, details.parent)
        wanted = _columns(details)
        changed = [name for name in wanted if name != "search_name" and wanted[name] != known[name]]
        if changed:
            await Organisation.update(wanted).where(Organisation.id == organisation)
        if await _tag(organisation, details.tags):
            changed.append("tags")
        if changed:
            await _note("edited", organisation, by, at, fields=", ".join(sorted(changed)))
    return changed


async def archive(organisation: int, by: int, at: datetime) -> None:
    """Its team enters no more, the invitations that wait are cancelled. Archiving again is harmless.

    Its campaigns are closed by the room above: see `app.admin.closures`. Raises NotFound.
    """
    async with write_transaction():
        rows = (
            await Organisation.update({Organisation.archived_at: at})
            .where((Organisation.id == organisation) & Organisation.archived_at.is_null())
            .returning(Organisation.id)
        )
        if not rows:
            await _must_exist(organisation)
            return
        waiting = (
            await Invitation.update({Invitation.cancelled_at: at})
            .where(
                (Invitation.organisation == organisation)
                & Invitation.accepted_at.is_null()
                & Invitation.cancelled_at.is_null()
            )
            .returning(Invitation.id, Invitation.email)
        )
        for one in waiting:
            await audit.record(
                "invitation.cancelled",
                by=by,
                kind="invitation",
                subject=one["id"],
                at=at,
                organisation=organisation,
                email=one["email"],
            )
        await _note("archived", organisation, by, at)


async def unarchive(organisation: int, by: int, at: datetime) -> None:
    """Its team enters again; campaigns and invitations stay as they are. Twice is harmless. Raises NotFound."""
    async with write_transaction():
        rows = (
            await Organisation.update({Organisation.archived_at: None})
            .where((Organisation.id == organisation) & Organisation.archived_at.is_not_null())
            .returning(Organisation.id)
        )
        if rows:
            await _note("unarchived", organisation, by, at)
        else:
            await _must_exist(organisation)


async def add_member(organisation: int, user: int, role: Role, now: datetime) -> None:
    """Someone joins the team; joining twice keeps the first role."""
    async with write_transaction():
        known = await Membership.exists().where((Membership.organisation == organisation) & (Membership.user == user))
        if not known:
            await Membership.insert(Membership(organisation=organisation, user=user, role=role, created_at=now))


_COLUMNS: tuple[Column, ...] = (
    Organisation.name,
    Organisation.kind,
    Organisation.external_id,
    Organisation.province,
    Organisation.email,
    Organisation.parent,
    Organisation.manages_learners,
    Organisation.uses_credits,
    Organisation.shows_skills,
)


def _columns(details: Details) -> dict[Any, Any]:
    return {
        "name": details.name,
        "search_name": unaccented(details.name),
        "kind": details.kind,
        "external_id": details.external_id or None,
        "province": details.province,
        "email": details.email,
        "parent": details.parent,
        "manages_learners": details.manages_learners,
        "uses_credits": details.uses_credits,
        "shows_skills": details.shows_skills,
    }


async def _hold(organisations: Collection[int]) -> None:
    """For this transaction alone: who changes one of them at the same time waits for its end, always in the same order.

    Attaching each of two to the other touches two rows: neither would see the other's change on PostgreSQL.
    """
    for one in sorted(organisations):
        await Organisation.update({Organisation.name: Organisation.name}).where(Organisation.id == one)


async def _check_parent(organisation: int | None, parent: int) -> None:
    """Raises ParentUnknown or ParentLoop."""
    if not await Organisation.exists().where((Organisation.id == parent) & Organisation.archived_at.is_null()):
        raise ParentUnknown
    rows = await Organisation.select(Organisation.id, Organisation.parent).where(Organisation.parent.is_not_null())
    if organisation is not None and makes_loop(organisation, parent, {row["id"]: row["parent"] for row in rows}):
        raise ParentLoop


async def _tag(organisation: int, tags: Collection[str]) -> bool:
    """These are its tags now; whether that changes anything."""
    rows = await OrganisationTag.select(OrganisationTag.name).where(OrganisationTag.organisation == organisation)
    known = {row["name"] for row in rows}
    gone, new = known - set(tags), [name for name in tags if name not in known]
    if gone:
        await OrganisationTag.delete().where(
            (OrganisationTag.organisation == organisation) & OrganisationTag.name.is_in(sorted(gone))
        )
    if new:
        await OrganisationTag.insert(*(OrganisationTag(organisation=organisation, name=name) for name in new))
    return bool(gone or new)


async def _must_exist(organisation: int) -> None:
    if not await Organisation.exists().where(Organisation.id == organisation):
        raise NotFound


async def _note(what: str, organisation: int, by: int, at: datetime, **details: audit.Detail) -> None:
    await audit.record(
        f"organisation.{what}",
        by=by,
        kind="organisation",
        subject=organisation,
        at=at,
        organisation=organisation,
        **details,
    )
