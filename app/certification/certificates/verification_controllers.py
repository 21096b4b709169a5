"""`/verification-certificat`: for an employer or a school; no account is needed, and only the code opens it."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.types import ControllerRouterHandler

from app.accounts.lockout import minutes_left
from app.certification.certificates.codes import VERIFICATION, read_code
from app.certification.certificates.guesses import guessed_wrong, guesser, wait_before_guess
from app.certification.certificates.meanings import MEANINGS
from app.certification.certificates.queries import by_area, certificate_of
from app.certification.discretion import NOT_REPEATED
from app.certification.results.outcomes import LEVELS
from app.lib.clock import now
from app.lib.msgids import N_
from app.web.forms import Errors, parse_form, read_form
from app.web.messages import Message
from app.web.pages import AnyRequest, page
from app.web.security_log import note_refusal
from app.web.visitor import visitor_of

LONGEST = 40
_TOO_MANY = N_(
    "Trop de codes inconnus ont été essayés. Réessayez dans %(minutes)s min ; avec un compte Pix, connectez-vous pour"
    " vérifier sans attendre."
)


class VerificationController(Controller):
    """A form, and the address that the QR code of a certificate holds."""

    path = VERIFICATION
    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get()
    async def ask(self, request: AnyRequest) -> Response[bytes]:
        """The form; the certificate for who scanned its QR code."""
        query = parse_form(request.scope["query_string"])
        if "code" not in query.raw:
            return _form(request, "", Errors(), 200)
        return await _verified(request, query.text("code"), unknown=404)

    @post(status_code=200)
    async def verify(self, request: AnyRequest) -> Response[bytes]:
        """The certificate of the code that was typed: its address does not hold it, and stays out of histories."""
        return await _verified(request, (await read_form(request)).text("code"), unknown=422)


ROUTES: list[ControllerRouterHandler] = [VerificationController]


async def _verified(request: AnyRequest, typed: str, *, unknown: int) -> Response[bytes]:
    code, errors = read_code(typed), Errors()
    if not typed.strip():
        errors.add("code", N_("Saisissez le code du certificat"))
    elif code is None:
        errors.add("code", N_("Un code de vérification s’écrit P- puis 8 lettres et chiffres. Exemple : P-K7RMB4XW"))
    if code is None:
        return _form(request, typed, errors, 422)
    visitor, at = visitor_of(request), now()
    who = guesser(visitor.user_id, request.client.host if request.client else "")
    if wait := wait_before_guess(who, at):
        note_refusal(request, "TooManyGuesses")
        errors.add("code", Message(_TOO_MANY, minutes=minutes_left(at + wait, at)))
        return _form(request, typed, errors, 429, {"Retry-After": str(int(wait.total_seconds()) + 1)})
    found = await certificate_of(code)
    if found is None:
        guessed_wrong(who, code, at)
        note_refusal(request, "UnknownCertificate")
        errors.add("code", N_("Aucun certificat publié ne porte ce code. Vérifiez-le auprès de son titulaire."))
        return _form(request, typed, errors, unknown)
    return page(
        request,
        "certification/certificates/verified",
        headers=NOT_REPEATED,
        certification=found,
        areas=by_area(found, visitor.language),
        names=LEVELS,
        meanings=MEANINGS,
    )


def _form(
    request: AnyRequest, typed: str, errors: Errors, status: int, headers: dict[str, Any] | None = None
) -> Response[bytes]:
    return page(
        request,
        "certification/certificates/verification",
        status_code=status,
        headers={**NOT_REPEATED, **(headers or {})},
        typed=typed[:LONGEST],
        errors=errors,
    )
