"""A request for a centre becomes one."""

from __future__ import annotations

from datetime import datetime

from app.certification import centres
from app.certification.certif import CERTIF
from app.certification.requests.refusals import OrganisationUnknown
from app.lib.row_ids import is_row_id
from app.organisations.organisations import Kind
from app.organisations.requests import requests
from app.organisations.tables import Organisation


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
    """The centre; who asked is invited to it. Raises OrganisationUnknown, or what `requests.accept` does."""

    async def create() -> int:
        if organisation is not None and not await _is_open(organisation):
            raise OrganisationUnknown
        return await centres.create(name, kind, at, external_id=external_id, organisation=organisation)

    return await requests.accept(CERTIF, request, by, at, name=name, create=create)


async def _is_open(organisation: int) -> bool:
    return is_row_id(organisation) and await Organisation.exists().where(
        (Organisation.id == organisation) & Organisation.archived_at.is_null()
    )
