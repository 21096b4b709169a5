"""The verbs of a request for a centre: ask, accept, decline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.accounts import audit
from app.accounts.identity import normal_email
from app.certification import centres
from app.certification.certif import CERTIF
from app.certification.requests.emails import post_acknowledgement, post_declined, post_opened
from app.certification.requests.refusals import CentreRequestDecided, OrganisationUnknown
from app.certification.tables import CentreRequest
from app.lib.codes import draw_id
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id
from app.organisations.organisations import Kind
from app.organisations.tables import Organisation
from app.organisations.team import invitations
from app.persistence.errors import is_unique_violation
from app.persistence.transactions import write_transaction

ACKNOWLEDGED_EVERY = timedelta(hours=1)
"""Anyone may type anyone's address in the public form: it receives one message in that time, not one per request."""


@dataclass(frozen=True)
class Asked:
    """What somebody wrote in the public form."""

    centre_name: str
    kind: Kind
    first_name: str
    last_name: str
    email: str
    job: str
    external_id: str = ""
    message: str = ""


async def ask(asked: Asked, client_token: str, language: str, at: datetime) -> None:
    """Record the request and acknowledge it by e-mail. The same form sent twice is one request."""
    recently = await CentreRequest.exists().where(
        (CentreRequest.email == normal_email(asked.email)) & (CentreRequest.created_at > at - ACKNOWLEDGED_EVERY)
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
    organisation: int | None = None,
) -> int:
    """The centre that the request becomes; who asked is invited to it by e-mail, as its administrator.

    Accepting again is harmless and gives the same centre. Raises NotFound, OrganisationUnknown, or
    CentreRequestDecided after a refusal.
    """
    async with write_transaction():
        email = await _decide(request, by, at)
        if email is None:
            return await _became(request)
        if organisation is not None and not await _is_open(organisation):
            raise OrganisationUnknown
        made = await centres.create(name, kind, at, external_id=external_id, organisation=organisation)
        await CentreRequest.update({CentreRequest.centre: made}).where(CentreRequest.id == request)
        await audit.record("request.accepted", by=by, kind="centre_request", subject=request, at=at)
        sent = await invitations.invite(CERTIF, made, [email], "administrator", by, at)
    await post_opened(sent, name)
    return made


async def decline(request: int, by: int, at: datetime, reason: str = "") -> None:
    """Refuse it, and say so politely to who asked, with the reason. Declining again is harmless.

    Raises NotFound, or CentreRequestDecided when it was accepted.
    """
    async with write_transaction():
        email = await _decide(request, by, at)
        if email is None:
            if await CentreRequest.exists().where((CentreRequest.id == request) & CentreRequest.centre.is_not_null()):
                raise CentreRequestDecided
            return
        await audit.record("request.declined", by=by, kind="centre_request", subject=request, at=at)
    await post_declined(email, reason)


async def _decide(request: int, by: int, at: datetime) -> str | None:
    """The address of who asked; None when it was decided before. Raises NotFound."""
    if not is_row_id(request):
        raise NotFound
    rows = (
        await CentreRequest.update({CentreRequest.decided_at: at, CentreRequest.decided_by: by})
        .where((CentreRequest.id == request) & CentreRequest.decided_at.is_null())
        .returning(CentreRequest.email)
    )
    if rows:
        return str(rows[0]["email"])
    if not await CentreRequest.exists().where(CentreRequest.id == request):
        raise NotFound
    return None


async def _became(request: int) -> int:
    rows = await CentreRequest.select(CentreRequest.centre).where(CentreRequest.id == request)
    if rows[0]["centre"] is None:
        raise CentreRequestDecided
    return int(rows[0]["centre"])


async def _is_open(organisation: int) -> bool:
    return is_row_id(organisation) and await Organisation.exists().where(
        (Organisation.id == organisation) & Organisation.archived_at.is_null()
    )


async def _insert(asked: Asked, client_token: str, at: datetime) -> bool:
    row = CentreRequest(
        centre_name=asked.centre_name,
        kind=asked.kind,
        external_id=asked.external_id,
        first_name=asked.first_name,
        last_name=asked.last_name,
        email=normal_email(asked.email),
        job=asked.job,
        message=asked.message,
        client_token=client_token,
        created_at=at,
    )
    try:
        async with write_transaction():
            await CentreRequest.insert(row)
    except Exception as error:
        if not is_unique_violation(error):
            raise
        return False
    return True


async def _is_the_same(asked: Asked, client_token: str) -> bool:
    return await CentreRequest.exists().where(
        (CentreRequest.client_token == client_token)
        & (CentreRequest.email == normal_email(asked.email))
        & (CentreRequest.centre_name == asked.centre_name)
    )
