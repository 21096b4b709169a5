"""A request for a space in Pix Orga becomes an organisation."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from app.organisations import organisations
from app.organisations.orga import ORGA
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
    province: str = "",
    manages_learners: bool = False,
    uses_credits: bool = False,
) -> int:
    """The organisation; who asked is invited to it. Raises what `requests.accept` does."""
    create = partial(
        organisations.create,
        name,
        kind,
        at,
        external_id=external_id or None,
        province=province,
        manages_learners=manages_learners,
        uses_credits=uses_credits,
    )
    return await requests.accept(ORGA, request, by, at, name=name, create=create)
