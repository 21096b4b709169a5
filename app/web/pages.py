"""The one way to answer with HTML: a fragment to HTMX, the whole page to anyone else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Template
from litestar import MediaType, Request, Response
from markupsafe import Markup

from app.lib.msgids import N_
from app.web.components import component
from app.web.compression import MINIMUM, accepted_encoding, compress
from app.web.html_response import HtmlResponse
from app.web.languages import translator
from app.web.reading_comfort import comfort_in
from app.web.requests import headers_of
from app.web.visitor import visitor_of

AnyRequest = Request[Any, Any, Any]

_VARY = "HX-Request, HX-Request-Type, Accept-Encoding"
# Not no-store: Back must find the page, and what was typed in it, at once. Signing out clears the cache.
_CACHE_CONTROL = "private, no-cache"
_SITE = " – Pix"
_FAILED = N_("Erreur :")


def page(
    request: AnyRequest,
    name: str,
    *,
    status_code: int = 200,
    headers: Mapping[str, str] | None = None,
    **context: Any,
) -> Response[bytes]:
    """``page(request, "campaigns/landing", campaign=…)``.

    HTMX gets ``campaigns/landing.html`` after its ``<title>``; others get ``campaigns/landing_page.html``,
    which extends a layout, includes the fragment and writes the title in ``{% block title %}``. Besides the
    context, both see ``visitor``, ``path``, ``page_title`` and ``errors`` (none by default); the layout, ``comfort``.
    """
    visitor = visitor_of(request)
    partial, accept_encoding = _wanted(request)
    context.setdefault("errors", None)
    context["visitor"] = visitor
    context["path"] = request.scope["path"]
    whole = component(visitor.language, name + "_page.html")
    context["page_title"] = title = _title(whole, context, visitor.language)
    if partial:
        html = f"<title>{title}</title>\n{component(visitor.language, name + '.html').render(context)}"
    else:
        context["comfort"] = comfort_in(headers_of(request.scope).get(b"cookie", b""))
        html = whole.render(context)
    # A form that failed stays where it was: HTMX must not add the address once more to the history.
    stay = {"HX-Push-Url": "false"} if partial and status_code >= 400 else {}
    return _answer(html.encode(), accept_encoding, status_code, {**stay, **(headers or {})})


def piece(request: AnyRequest, name: str, **context: Any) -> Response[bytes]:
    """A part of a page that HTMX swaps alone: the page keeps its title."""
    visitor = visitor_of(request)
    context.setdefault("errors", None)
    context["visitor"] = visitor
    context["path"] = request.scope["path"]
    return rendered(request, component(visitor.language, name + ".html").render(context))


def rendered(request: AnyRequest, html: str) -> Response[bytes]:
    """A part of a page that is written already."""
    return _answer(html.encode(), _wanted(request)[1], 200, {})


def unchanged(tag: str) -> Response[None]:
    """The page is what it was: 304, for who sent its ETag in If-None-Match."""
    headers = {"ETag": tag, "Cache-Control": _CACHE_CONTROL, "Vary": _VARY}
    return Response(None, status_code=304, media_type=MediaType.HTML, headers=headers)


def redirect(request: AnyRequest, url: str, *, swap: bool = False) -> Response[None]:
    """Go to another page: 303 for forms, a full navigation for HTMX.

    ``swap``: the next page has the same layout, so that HTMX may follow the 303 and swap its fragment.
    """
    if is_partial(request) and not swap:
        return Response(None, status_code=200, media_type=MediaType.TEXT, headers={"HX-Redirect": url, "Vary": _VARY})
    return Response(None, status_code=303, media_type=MediaType.TEXT, headers={"Location": url, "Vary": _VARY})


def is_partial(request: AnyRequest) -> bool:
    """Whether HTMX asks for a fragment. After Back it asks for the full page."""
    return _wanted(request)[0]


def _wanted(request: AnyRequest) -> tuple[bool, str]:
    headers = headers_of(request.scope)
    whole = headers.get(b"hx-request-type") == b"full" or headers.get(b"hx-history-restore-request") == b"true"
    partial = headers.get(b"hx-request") == b"true" and not whole
    return partial, headers.get(b"accept-encoding", b"").decode("latin-1")


def _title(whole: Template, context: dict[str, Any], language: str) -> Markup:
    title = "".join(whole.blocks["title"](whole.new_context(context))).strip()
    if context["errors"]:
        title = translator(language)(_FAILED) + " " + title
    return Markup(title + _SITE)


def _answer(body: bytes, accept_encoding: str, status_code: int, extra: Mapping[str, str]) -> Response[bytes]:
    headers = {"Cache-Control": _CACHE_CONTROL, "Vary": _VARY}
    if len(body) > MINIMUM and (encoding := accepted_encoding(accept_encoding)) is not None:
        body = compress(body, encoding)
        headers["Content-Encoding"] = encoding
    headers.update(extra)
    return HtmlResponse(body, status_code, headers)
