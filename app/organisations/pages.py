"""The one way to answer with a page of Pix Orga."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from litestar import Response

from app.organisations.members import Member
from app.web.pages import AnyRequest, page


def orga_page(
    request: AnyRequest,
    member: Member,
    name: str,
    *,
    status_code: int = 200,
    headers: Mapping[str, str] | None = None,
    **context: Any,
) -> Response[bytes]:
    """`page()` with what the layout `layouts/orga.html` shows: who works here, and where else she may."""
    return page(request, name, status_code=status_code, headers=headers, member=member, **context)
