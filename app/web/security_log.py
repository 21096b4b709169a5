"""What was refused, a line each in the log `pix.security`: what, where, to whom; never what was typed.

The address is that of the route, with its numbers alone: no token, no name, no code is written. Who asks is a number.
"""

from __future__ import annotations

import logging
from typing import Any

from litestar.connection import ASGIConnection

from app.web.visitor import visitor_of

log = logging.getLogger("pix.security")


def note_refusal(request: ASGIConnection[Any, Any, Any, Any], what: Exception | str) -> None:
    """`what`: the refusal, or its name (`WrongCode`)."""
    scope, visitor = request.scope, visitor_of(request)
    facts = {"user": visitor.user_id, "browser": visitor.session_id, **_numbers(request)}
    told = " ".join(f"{name}={value}" for name, value in facts.items())
    name = what if isinstance(what, str) else type(what).__name__
    log.warning("refused %s: %s %s %s", name, scope.get("method", ""), scope.get("path_template", ""), told)


def where(request: ASGIConnection[Any, Any, Any, Any]) -> str:
    """`GET /sessions/12/{token}`: the route with its numbers, for any log."""
    path = str(request.scope.get("path_template", ""))
    for name, value in _numbers(request).items():
        path = path.replace(f"{{{name}}}", str(value))
    return f"{request.scope.get('method', '')} {path}"


def _numbers(request: ASGIConnection[Any, Any, Any, Any]) -> dict[str, int]:
    found: dict[str, Any] = dict(request.scope.get("path_params", {}))
    return {name: value for name, value in found.items() if isinstance(value, int)}
