"""Forms of other sites are refused. This replaces a CSRF token, which would cost bytes on every answer."""

from __future__ import annotations

from urllib.parse import urlsplit

from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from app.lib.msgids import N_
from app.lib.refusals import Refusal
from app.web.requests import headers_of

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class OtherSite(Refusal):
    """An unsafe request that does not come from our own pages."""

    status = 403
    message = N_("Cette demande ne vient pas d'une page de Pix. Ouvrez la page vous-même, puis recommencez.")


class OriginCheck(ASGIMiddleware):
    """Lets an unsafe method pass only from our own pages.

    ``Sec-Fetch-Site`` must be ``same-origin``; where the browser does not send it (plain http, old browsers,
    programs), ``Origin`` must be our own host. A route of an identity provider says
    ``opt={"accepts_other_sites": True}``; one that programs call, ``opt={"for_programs": True}``: what comes with
    neither header comes from no browser, and such a route reads no cookie.
    """

    scopes = (ScopeType.HTTP,)
    exclude_opt_key = "accepts_other_sites"

    def __init__(self, base_url: str) -> None:
        self.own_host = urlsplit(base_url).netloc.lower()

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        if scope["type"] == ScopeType.HTTP and scope["method"] not in SAFE_METHODS and not self._may_pass(scope):
            raise OtherSite
        await next_app(scope, receive, send)

    def _may_pass(self, scope: Scope) -> bool:
        headers = headers_of(scope)
        if scope["route_handler"].opt.get("for_programs") and not {b"origin", b"sec-fetch-site"} & headers.keys():
            return True
        return self._is_ours(scope)

    def _is_ours(self, scope: Scope) -> bool:
        headers = headers_of(scope)
        site = headers.get(b"sec-fetch-site")
        if site is not None:
            return site == b"same-origin"
        origin = urlsplit(headers.get(b"origin", b"").decode("latin-1")).netloc.lower()
        host = headers.get(b"host", b"").decode("latin-1").lower()
        return origin != "" and origin in (host, self.own_host)
