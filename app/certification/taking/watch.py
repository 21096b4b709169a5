"""Looks at each request of a test before it is answered: is it too late, is it from another browser?

The pages of a test belong to the evaluation, which knows nothing of sessions nor of invigilators. Other assessments
cost nothing here once a browser was seen on them.
"""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import Any, Literal

from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from app.certification.scoring.time_limit import too_late
from app.certification.tables import CertificationTest
from app.certification.taking.sittings import another_browser, end
from app.lib.clock import now
from app.lib.recent import Recent
from app.lib.row_ids import is_row_id
from app.web.errors import SignInNeeded
from app.web.requests import headers_of
from app.web.visitor import visitor_of

REMEMBERED = 4096
HEARD_EVERY = timedelta(seconds=15)
"""How precisely it is written when a browser was last heard of: who asks often does not make as many writes."""
_ROUTE = re.compile(r"/evaluations/\{assessment\}(?:/([a-z-]+)|$)")
"""What the router found: an address may write the same number as `0012` or `+12`."""
_BY_ITSELF = ("presence", "sortie", "a-venir")
"""What the page of a question sends without anybody doing anything there."""
_no_test: Recent[tuple[int, int], bool] = Recent(REMEMBERED)
"""Assessments that are no certification, by browser: they will never be one."""

Manner = Literal["done", "refresh", "by_itself"]
"""Somebody did something; a page that waits looks whether it may go on; the page of a question says that it is open."""


class OpenElsewhere(SignInNeeded):
    """The test went to another browser: this one is told so, and disturbs it no more."""

    step = "/certifications/ailleurs"


class SittingWatch(ASGIMiddleware):
    """After 24 hours the test is over; in another browser than the one that was let in, it waits."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        found = _ROUTE.match(scope.get("path_template", ""))
        if found and not await _let_through(
            scope, int(scope["path_params"]["assessment"]), _manner(scope, found[1] or "")
        ):
            await send({"type": "http.response.start", "status": 204, "headers": []})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
            return
        await next_app(scope, receive, send)


def forget() -> None:
    """Empties the memory, when the database is another one."""
    _no_test.clear()


def _manner(scope: Scope, what: str) -> Manner:
    if what in _BY_ITSELF:
        return "by_itself"
    headers = headers_of(scope)
    whole = headers.get(b"hx-request-type") == b"full"
    by_script = headers.get(b"hx-request") == b"true" and not whole
    return "refresh" if by_script and scope.get("method") == "GET" else "done"


async def _let_through(scope: Scope, assessment: int, manner: Manner) -> bool:
    """False when there is nothing to answer. Raises OpenElsewhere."""
    visitor = visitor_of(ASGIConnection(scope))
    key = (assessment, hash(headers_of(scope).get(b"cookie", b"")))
    if visitor.user_id is None or not is_row_id(assessment) or key in _no_test:
        return True
    row = await _assessment_of(assessment, visitor.user_id)
    if row is None:  # not hers, or not yet: it may become her test
        return True
    if row["id"] is None:
        _no_test[key] = True
    elif row["ended_at"] is None and row["state"] == "started":
        return await _check(row, visitor.user_id, visitor.session_id or "", manner, now())
    return True


async def _check(row: dict[str, Any], user: int, browser: str, manner: Manner, at: datetime) -> bool:
    if too_late(at - row["started_at"]):
        await end(row["id"], "time", at)
    elif json.loads(row["details"] or "{}").get("browser", browser) == browser:
        await _heard(row, at)
    elif manner == "by_itself":
        return False
    elif manner == "refresh":
        raise OpenElsewhere
    else:
        await another_browser(row["id"], row["assessment"], user, browser, at)
    return True


async def _heard(row: dict[str, Any], at: datetime) -> None:
    if row["seen_at"] is None or at - row["seen_at"] >= HEARD_EVERY:
        await CertificationTest.update({CertificationTest.seen_at: at}).where(CertificationTest.id == row["id"])


async def _assessment_of(assessment: int, user: int) -> dict[str, Any] | None:
    """Hers, with its test (`id`, None without one) and what was written when a browser last was let in, or came."""
    rows = await CertificationTest.raw(
        "SELECT t.id, t.started_at, t.ended_at, t.seen_at, a.id AS assessment, a.state,"
        " (SELECT e.details FROM certification_event e WHERE e.test = t.id AND e.kind IN ('started', 'returned')"
        "  ORDER BY e.position DESC LIMIT 1) AS details"
        ' FROM assessment a LEFT JOIN certification_test t ON t.assessment = a.id WHERE a.id = {} AND a."user" = {}',
        assessment,
        user,
    )
    return rows[0] if rows else None
