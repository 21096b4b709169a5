"""A request for a centre becomes one."""

from __future__ import annotations

from datetime import datetime

from app.certification import centres
from app.certification.certif import CERTIF
from app.certification.requests.refusals import OrganisationUnknown
from app.organisations.organisations import Kind
from app.organisations.requests import requests


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
        if organisation is not None and not await centres.is_open_organisation(organisation):
            raise OrganisationUnknown
        return await centres.create(name, kind, at, external_id=external_id, organisation=organisation)

    return await requests.accept(CERTIF, request, by, at, name=name, create=create)
