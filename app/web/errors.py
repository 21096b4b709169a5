"""What goes wrong, each kind answered once: a clear page, the right status, what was typed is not lost."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from litestar import MediaType, Response
from litestar.exceptions import HTTPException, NotAuthorizedException
from litestar.types import ExceptionHandlersMap

from app.lib.codes import DIGITS, LETTERS, SECURE
from app.lib.msgids import N_
from app.lib.refusals import NotFound, Refusal
from app.persistence.errors import DatabaseBusy
from app.web.local_paths import safe_local_path
from app.web.messages import Message
from app.web.pages import AnyRequest, is_partial, page, redirect
from app.web.security_log import note_refusal, where

log = logging.getLogger("pix.errors")

SIGN_IN = "/connexion"
SECONDS_BEFORE_AGAIN = "3"

_EXPLAINED: Mapping[int, str] = {
    400: N_("L'adresse ou le formulaire contiennent quelque chose que nous ne comprenons pas."),
    403: N_("Cette page n'est pas ouverte à votre compte."),
    405: N_("Cette adresse ne s'ouvre pas de cette façon. Revenez à la page précédente, puis recommencez."),
    413: N_("Votre envoi est trop volumineux : raccourcissez le texte ou choisissez un fichier plus petit."),
    429: N_("Trop d'essais en peu de temps. Patientez un peu, puis recommencez."),
    503: N_("Pix est très demandé en ce moment. Rien n'est perdu : recommencez dans un instant."),
}
_TITLES: Mapping[int, str] = {
    400: N_("Demande incomprise"),
    403: N_("Accès refusé"),
    405: N_("Demande incomprise"),
    413: N_("Envoi trop volumineux"),
    429: N_("Trop d'essais"),
    503: N_("Service très demandé"),
}
_OTHER_TITLE = N_("Ce n'est pas possible")


class SignInNeeded(Exception):
    """Raised by guards: the page is for people with an account. A subclass may ask for another step first."""

    step = SIGN_IN
    noted = False
    """Whether asking for the page is written down as a refusal."""


async def refuse_unwritable_address(request: AnyRequest) -> None:
    """A `before_request` hook: with a NUL, an address is nothing's, and PostgreSQL cannot even be asked."""
    if "\0" in request.scope["path"]:
        raise NotFound


def answer_sign_in_needed(request: AnyRequest, error: Exception) -> Response[None]:
    """To the sign-in page, and back to where the person was."""
    step = error.step if isinstance(error, SignInNeeded) else SIGN_IN
    if isinstance(error, SignInNeeded) and error.noted:
        note_refusal(request, error)
    came_from = _page_of(request)
    return redirect(request, step + (f"?suite={quote(came_from, safe='/')}" if came_from else ""))


def answer_refusal(request: AnyRequest, error: Refusal) -> Response[bytes]:
    """What the domain refuses, with its status and its message; written down."""
    note_refusal(request, error)
    if error.status == 404:
        return _not_found(request)
    return _refused(request, error.status, error.message)


def answer_http_error(request: AnyRequest, error: HTTPException) -> Response[bytes]:
    """What the framework refuses: unknown address, wrong method, too large, unreadable."""
    if error.status_code >= 500 and error.status_code not in _EXPLAINED:
        return answer_defect(request, error)
    if error.status_code == 404:
        return _not_found(request)
    explained = _EXPLAINED.get(error.status_code, _EXPLAINED[400])
    return _refused(request, error.status_code, explained, error.headers)


def answer_busy(request: AnyRequest, error: DatabaseBusy) -> Response[bytes]:
    """More people than the database can serve at once: nothing was done, and trying again works."""
    log.warning("%s found the database busy: %s", where(request), error)
    return _refused(request, 503, _EXPLAINED[503], {"Retry-After": SECONDS_BEFORE_AGAIN})


def answer_defect(request: AnyRequest, error: Exception) -> Response[bytes]:
    """Our fault: logged with a reference that the person can give us."""
    reference = _reference()
    log.error("%s failed, reference %s", where(request), reference, exc_info=error)
    try:
        return _error_page(request, "web/defect", 500, reference=reference)
    except Exception:  # the error page itself fails: say it without any component
        log.exception("the error page failed too, reference %s", reference)
        text = f"Une erreur est survenue. Rien n'est perdu. Référence : {reference}\n"
        return Response(text.encode(), status_code=500, media_type=MediaType.TEXT)


def _not_found(request: AnyRequest) -> Response[bytes]:
    return _error_page(request, "web/not_found", 404)


def _refused(
    request: AnyRequest, status: int, message: str | Message, headers: Mapping[str, str] | None = None
) -> Response[bytes]:
    shown = message if isinstance(message, Message) else Message(message)
    heading = Message(_TITLES.get(status, _OTHER_TITLE))
    return _error_page(request, "web/refusal", status, headers, heading=heading, message=shown)


def _error_page(
    request: AnyRequest, name: str, status: int, headers: Mapping[str, str] | None = None, **context: Any
) -> Response[bytes]:
    kept = {name: value for name, value in (headers or {}).items() if name.lower() != "content-type"}
    # The form that asked may target only a part of the page: an error takes the whole main part.
    to_htmx = {"HX-Retarget": "main", "HX-Reswap": "innerHTML"}
    extra = {**kept, **(to_htmx if is_partial(request) else {})}
    return page(request, name, status_code=status, headers=extra, **context)


def _page_of(request: AnyRequest) -> str | None:
    """The page where the person was: this one, or for a form, the one that holds it."""
    headers = request.headers
    if is_partial(request):
        return _local(headers.get("hx-current-url", ""), headers.get("host", ""))
    if request.scope["method"] in ("GET", "HEAD"):
        query = request.scope["query_string"].decode("latin-1")
        return safe_local_path(quote(request.scope["path"]) + (f"?{query}" if query else ""))
    return _local(headers.get("referer", ""), headers.get("host", ""))


def _local(address: str, host: str) -> str | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if not host or parts.netloc.lower() != host.lower():
        return None
    return safe_local_path(parts.path + (f"?{parts.query}" if parts.query else ""))


def _reference() -> str:
    return "".join(SECURE.choice(LETTERS + DIGITS) for _ in range(6))


EXCEPTION_HANDLERS: ExceptionHandlersMap = {
    SignInNeeded: answer_sign_in_needed,
    NotAuthorizedException: answer_sign_in_needed,
    Refusal: answer_refusal,
    DatabaseBusy: answer_busy,
    HTTPException: answer_http_error,
    Exception: answer_defect,
}
