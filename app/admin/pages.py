"""The one way to answer with a page of the administration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from litestar import Response

from app.admin.guards import Staff
from app.web.pages import AnyRequest, page


def admin_page(
    request: AnyRequest,
    staff: Staff,
    name: str,
    *,
    status_code: int = 200,
    headers: Mapping[str, str] | None = None,
    **context: Any,
) -> Response[bytes]:
    """`page()` with what the layout `layouts/admin.html` shows: who is of the staff, and what her role opens."""
    return page(request, name, status_code=status_code, headers=headers, staff=staff, **context)
