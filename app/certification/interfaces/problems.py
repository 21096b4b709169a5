"""What the interfaces refuse, as programs read it: `application/problem+json` (RFC 9457), or the errors of OAuth."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import msgspec
from litestar import Response
from litestar.exceptions import HTTPException
from litestar.types import ExceptionHandlersMap

from app.certification.interfaces.token_requests import TokenRefused
from app.lib.codes import draw_id
from app.lib.refusals import Refusal
from app.persistence.errors import DatabaseBusy
from app.web import errors
from app.web.pages import AnyRequest
from app.web.security_log import note_refusal, where

PREFIX = "/api"
REALM = "Pix"
NO_STORE = {"Cache-Control": "no-store", "Pragma": "no-cache"}
_MEDIA_TYPE = "application/problem+json"
_TITLES: Mapping[int, str] = {
    400: "Bad request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not found",
    405: "Method not allowed",
    413: "Content too large",
    429: "Too many requests",
    500: "Internal error",
    501: "Not implemented",
    503: "Busy",
}

log = logging.getLogger("pix.errors")


class Problem(Exception):
    """The answer to a request that cannot be served."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or {}


def answer_problem(request: AnyRequest, problem: Problem) -> Response[bytes]:
    """With its status; who may not is written down."""
    if problem.status in (401, 403, 429):
        note_refusal(request, f"Problem{problem.status}")
    return _answer(problem.status, problem.detail, problem.headers)


def answer_token_refused(request: AnyRequest, refused: TokenRefused) -> Response[bytes]:
    """RFC 6749, section 5.2; written down."""
    note_refusal(request, f"TokenRefused:{refused.error}")
    content = msgspec.json.encode({"error": refused.error, "error_description": refused.description})
    challenge = {"WWW-Authenticate": f'Basic realm="{REALM}", charset="UTF-8"'} if refused.status == 401 else {}
    headers = {**NO_STORE, **challenge}
    return Response(content, status_code=refused.status, media_type="application/json", headers=headers)


def answer_http_error(request: AnyRequest, error: HTTPException) -> Response[bytes]:
    """What the framework refuses: in these words to programs, as a page to people."""
    if not request.scope["path"].startswith(f"{PREFIX}/"):
        return errors.answer_http_error(request, error)
    if error.status_code >= 500:
        return _answer_defect(request, error)
    allowed = {name: value for name, value in (error.headers or {}).items() if name.lower() == "allow"}
    return _answer(error.status_code, "See the documentation of the interfaces.", allowed)


def _answer_refusal(request: AnyRequest, refusal: Refusal) -> Response[bytes]:
    note_refusal(request, refusal)
    return _answer(refusal.status, "There is no such thing." if refusal.status == 404 else "The request is refused.")


def _answer_busy(request: AnyRequest, error: DatabaseBusy) -> Response[bytes]:
    log.warning("%s found the database busy: %s", where(request), error)
    return _answer(503, "Nothing was done: try again.", {"Retry-After": errors.SECONDS_BEFORE_AGAIN})


def _answer_defect(request: AnyRequest, error: Exception) -> Response[bytes]:
    """Our fault: logged with a reference that the partner can give us."""
    reference = draw_id(6)
    log.error("%s failed, reference %s", where(request), reference, exc_info=error)
    return _answer(500, f"Our fault. Reference: {reference}")


def _answer(status: int, detail: str, headers: Mapping[str, str] | None = None) -> Response[bytes]:
    body: dict[str, Any] = {"title": _TITLES.get(status, "Refused"), "status": status, "detail": detail}
    return Response(
        msgspec.json.encode(body), status_code=status, media_type=_MEDIA_TYPE, headers={**NO_STORE, **(headers or {})}
    )


HANDLERS: ExceptionHandlersMap = {
    Problem: answer_problem,
    TokenRefused: answer_token_refused,
    Refusal: _answer_refusal,
    HTTPException: answer_http_error,
    DatabaseBusy: _answer_busy,
    Exception: _answer_defect,
}
