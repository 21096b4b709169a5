"""The one way to answer with a page of Pix Certif."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from litestar import Response

from app.certification.members import CentreMember
from app.web.pages import AnyRequest, page


def certif_page(
    request: AnyRequest,
    member: CentreMember,
    name: str,
    *,
    status_code: int = 200,
    headers: Mapping[str, str] | None = None,
    **context: Any,
) -> Response[bytes]:
    """`page()` with what the layout `layouts/certif.html` shows: who works here, and where else she may."""
    return page(request, name, status_code=status_code, headers=headers, member=member, **context)
