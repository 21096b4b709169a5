"""Looks at each request of a test before it is answered: is it too late, is it from another browser?

The pages of a test belong to the evaluation, which knows nothing of sessions nor of invigilators. Other assessments
cost nothing here once a browser was seen on them.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from app.certification.scoring.time_limit import too_late
from app.certification.tables import CertificationTest
from app.certification.taking.sittings import another_browser, end
from app.lib.clock import now
from app.lib.recent import Recent
from app.lib.row_ids import row_id
from app.web.requests import headers_of
from app.web.visitor import visitor_of

REMEMBERED = 4096
_ADDRESS = re.compile(r"/evaluations/(\d{1,10})(?:/|$)")
_no_test: Recent[tuple[int, int], bool] = Recent(REMEMBERED)
"""Assessments that are no certification, by browser: they will never be one."""


class SittingWatch(ASGIMiddleware):
    """After 24 hours the test is over; in another browser than the one that was let in, it waits."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        found = _ADDRESS.match(scope["path"])
        if found:
            await _look(scope, row_id(found[1]))
        await next_app(scope, receive, send)


async def _look(scope: Scope, assessment: int) -> None:
    visitor = visitor_of(ASGIConnection(scope))
    key = (assessment, hash(headers_of(scope).get(b"cookie", b"")))
    if visitor.user_id is None or key in _no_test:
        return
    row = await _test_of(assessment, visitor.user_id)
    if row is None:
        _no_test[key] = True
    elif row["ended_at"] is None and row["state"] == "started":
        await _check(row, visitor.user_id, visitor.session_id or "", now())


async def _check(row: dict[str, Any], user: int, browser: str, at: datetime) -> None:
    if too_late(at - row["started_at"]):
        await end(row["id"], "time", at)
    elif json.loads(row["details"] or "{}").get("browser", browser) != browser:
        await another_browser(row["id"], row["assessment"], user, browser, at)


async def _test_of(assessment: int, user: int) -> dict[str, Any] | None:
    """The test, with what was written when a browser was last let in or came to the door."""
    rows = await CertificationTest.raw(
        "SELECT t.id, t.started_at, t.ended_at, a.id AS assessment, a.state,"
        " (SELECT e.details FROM certification_event e WHERE e.test = t.id AND e.kind IN ('started', 'returned')"
        "  ORDER BY e.position DESC LIMIT 1) AS details"
        ' FROM certification_test t JOIN assessment a ON a.id = t.assessment WHERE a.id = {} AND a."user" = {}',
        assessment,
        user,
    )
    return rows[0] if rows else None
