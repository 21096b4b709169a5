"""The verbs of a request for a space: ask, accept, decline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.accounts import audit
from app.accounts.identity import normal_email
from app.lib.codes import draw_id
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations import organisations
from app.organisations.orga import ORGA
from app.organisations.organisations import Kind
from app.organisations.requests.emails import post_acknowledgement, post_declined, post_opened
from app.organisations.requests.refusals import RequestDecided
from app.organisations.requests.tables import SpaceRequest
from app.organisations.team import invitations
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction

ACKNOWLEDGED_EVERY = timedelta(hours=1)
"""Anyone may type anyone's address in the public form: it receives one message in that time, not one per request."""


@dataclass(frozen=True)
class Asked:
    """What somebody wrote in the public form."""

    organisation_name: str
    kind: Kind
    first_name: str
    last_name: str
    email: str
    job: str
    external_id: str = ""
    province: str = ""
    learners: int | None = None
    message: str = ""


async def ask(asked: Asked, client_token: str, language: str, at: datetime) -> None:
    """Record the request and acknowledge it by e-mail. The same form sent twice is one request."""
    recently = await SpaceRequest.exists().where(
        (SpaceRequest.email == normal_email(asked.email)) & (SpaceRequest.created_at > at - ACKNOWLEDGED_EVERY)
    )
    stored = await _insert(asked, client_token, at)
    if not stored and not await _is_the_same(asked, client_token):  # Back, and the form filled in for another one
        stored = await _insert(asked, draw_id(32), at)
    if stored and not recently:
        post_acknowledgement(asked.email, language)


async def accept(
    request: int,
    by: int,
    at: datetime,
    *,
    name: str,
    kind: Kind,
    external_id: str | None = None,
    province: str = "",
    manages_learners: bool = False,
    uses_credits: bool = False,
) -> int:
    """The organisation that the request becomes; who asked is invited to it by e-mail, as its administrator.

    Accepting again is harmless and gives the same organisation. Raises NotFound, or RequestDecided after a refusal.
    """
    async with write_transaction():
        email = await _decide(request, by, at)
        if email is None:
            return await _became(request)
        made = await organisations.create(
            name,
            kind,
            at,
            external_id=external_id or None,
            province=province,
            manages_learners=manages_learners,
            uses_credits=uses_credits,
        )
        await SpaceRequest.update({SpaceRequest.organisation: made}).where(SpaceRequest.id == request)
        await audit.record("request.accepted", by=by, kind="request", subject=request, at=at, organisation=made)
        sent = await invitations.invite(ORGA, made, [email], "administrator", by, at)
    await post_opened(sent, name)
    return made


async def decline(request: int, by: int, at: datetime, reason: str = "") -> None:
    """Refuse it, and say so politely to who asked, with the reason. Declining again is harmless.

    Raises NotFound, or RequestDecided when it was accepted.
    """
    async with write_transaction():
        email = await _decide(request, by, at)
        if email is None:
            if await SpaceRequest.exists().where(
                (SpaceRequest.id == request) & SpaceRequest.organisation.is_not_null()
            ):
                raise RequestDecided
            return
        await audit.record("request.declined", by=by, kind="request", subject=request, at=at)
    await post_declined(email, reason)


async def _decide(request: int, by: int, at: datetime) -> str | None:
    """The address of who asked; None when it was decided before. Raises NotFound."""
    if not is_row_id(request):
        raise NotFound
    rows = (
        await SpaceRequest.update({SpaceRequest.decided_at: at, SpaceRequest.decided_by: by})
        .where((SpaceRequest.id == request) & SpaceRequest.decided_at.is_null())
        .returning(SpaceRequest.email)
    )
    if rows:
        return str(rows[0]["email"])
    if not await SpaceRequest.exists().where(SpaceRequest.id == request):
        raise NotFound
    return None


async def _became(request: int) -> int:
    rows = await SpaceRequest.select(SpaceRequest.organisation).where(SpaceRequest.id == request)
    if rows[0]["organisation"] is None:
        raise RequestDecided
    return int(rows[0]["organisation"])


async def _insert(asked: Asked, client_token: str, at: datetime) -> bool:
    row = SpaceRequest(
        organisation_name=asked.organisation_name,
        kind=asked.kind,
        external_id=asked.external_id,
        province=asked.province,
        first_name=asked.first_name,
        last_name=asked.last_name,
        email=normal_email(asked.email),
        job=asked.job,
        learners=asked.learners,
        message=asked.message,
        client_token=client_token,
        created_at=at,
    )
    try:
        async with write_transaction():
            await SpaceRequest.insert(row)
    except Exception as error:
        if not is_unique_violation(error):
            raise
        return False
    return True


async def _is_the_same(asked: Asked, client_token: str) -> bool:
    return await SpaceRequest.exists().where(
        (SpaceRequest.client_token == client_token)
        & (SpaceRequest.email == normal_email(asked.email))
        & (SpaceRequest.organisation_name == asked.organisation_name)
    )
