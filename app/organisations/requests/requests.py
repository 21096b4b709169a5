"""The verbs of a request for a workplace, the same in every space: ask, accept, decline."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from piccolo.columns import Varchar

from app.accounts import audit
from app.accounts.identity import normal_email
from app.lib.codes import draw_id
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.organisations import Kind
from app.organisations.requests.emails import post_acknowledgement, post_declined, post_opened
from app.organisations.requests.refusals import RequestDecided
from app.organisations.spaces import Space
from app.organisations.team import invitations
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction

ACKNOWLEDGED_EVERY = timedelta(hours=1)
"""Anyone may type anyone's address in the public form: it receives one message in that time, not one per request."""


@dataclass(frozen=True)
class Asked:
    """What somebody wrote in the public form."""

    workplace_name: str
    kind: Kind
    first_name: str
    last_name: str
    email: str
    job: str
    external_id: str = ""
    province: str = ""
    """As `learners`, asked for an organisation only."""
    learners: int | None = None
    message: str = ""


async def ask(space: Space, asked: Asked, client_token: str, language: str, at: datetime) -> None:
    """Record the request and acknowledge it by e-mail. The same form sent twice is one request."""
    table = space.requests
    recently = await table.exists().where(
        (table.email == normal_email(asked.email)) & (table.created_at > at - ACKNOWLEDGED_EVERY)
    )
    stored = await _insert(space, asked, client_token, at)
    if not stored and not await _is_the_same(space, asked, client_token):  # Back, and the form filled in for another
        stored = await _insert(space, asked, draw_id(32), at)
    if stored and not recently:
        post_acknowledgement(space, asked.email, language)


async def accept(
    space: Space, request: int, by: int, at: datetime, *, name: str, create: Callable[[], Awaitable[int]]
) -> int:
    """The workplace of that name that `create` makes; who asked is invited to it, as its administrator.

    Accepting again is harmless and gives the same workplace. Raises NotFound, or RequestDecided after a refusal.
    """
    table = space.requests
    async with write_transaction():
        email = await _decide(space, request, by, at)
        if email is None:
            return await _became(space, request)
        made = await create()
        await table.update({space.workplace_of(table): made}).where(table.id == request)
        organisation = made if space.has_organisations else None
        kind = space.logged_request
        await audit.record("request.accepted", by=by, kind=kind, subject=request, at=at, organisation=organisation)
        sent = await invitations.invite(space, made, [email], "administrator", by, at)
    await post_opened(space, sent, name)
    return made


async def decline(space: Space, request: int, by: int, at: datetime, reason: str) -> None:
    """Refuse it, and say so politely to who asked, with the reason. Declining again is harmless.

    Raises NotFound, or RequestDecided when it was accepted.
    """
    table = space.requests
    async with write_transaction():
        email = await _decide(space, request, by, at)
        if email is None:
            if await table.exists().where((table.id == request) & space.workplace_of(table).is_not_null()):
                raise RequestDecided
            return
        await audit.record("request.declined", by=by, kind=space.logged_request, subject=request, at=at)
    await post_declined(space, email, reason)


async def _decide(space: Space, request: int, by: int, at: datetime) -> str | None:
    """The address of who asked; None when it was decided before. Raises NotFound."""
    if not is_row_id(request):
        raise NotFound
    table = space.requests
    rows = (
        await table.update({table.decided_at: at, table.decided_by: by})
        .where((table.id == request) & table.decided_at.is_null())
        .returning(table.email)
    )
    if rows:
        return str(rows[0]["email"])
    if not await table.exists().where(table.id == request):
        raise NotFound
    return None


async def _became(space: Space, request: int) -> int:
    table = space.requests
    rows = await table.select(space.workplace_of(table)).where(table.id == request)
    if rows[0][space.noun] is None:
        raise RequestDecided
    return int(rows[0][space.noun])


async def _insert(space: Space, asked: Asked, client_token: str, at: datetime) -> bool:
    table, written = space.requests, asdict(asked)
    written[space.named] = written.pop("workplace_name")
    written |= {"email": normal_email(asked.email), "client_token": client_token, "created_at": at}
    columns = {column._meta.name for column in table._meta.columns}
    row = table(**{name: value for name, value in written.items() if name in columns})
    try:
        async with write_transaction():
            await table.insert(row)
    except Exception as error:
        if not is_unique_violation(error):
            raise
        return False
    return True


async def _is_the_same(space: Space, asked: Asked, client_token: str) -> bool:
    table = space.requests
    named: Varchar = getattr(table, space.named)
    return await table.exists().where(
        (table.client_token == client_token)
        & (table.email == normal_email(asked.email))
        & (named == asked.workplace_name)
    )
