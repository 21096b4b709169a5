"""`/mes-certifications` for who took a test, `/verification-certificat` for anyone who was given a code."""

from __future__ import annotations

import asyncio
from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.types import ControllerRouterHandler

from app.accounts.guards import signed_in
from app.certification.certificates import personal_data
from app.certification.certificates.codes import read_code
from app.certification.certificates.meanings import MEANINGS
from app.certification.certificates.paper import certificate_sheet
from app.certification.certificates.queries import (
    Certification,
    by_area,
    certificate_of,
    certification_of,
    certifications_of,
)
from app.certification.results.outcomes import LEVELS
from app.lib.msgids import N_
from app.lib.refusals import NotFound
from app.settings import settings
from app.web.downloads import download_headers
from app.web.forms import Errors, read_form
from app.web.pages import AnyRequest, page
from app.web.visitor import visitor_of

LONGEST = 40
PDF = "application/pdf"

__all__ = ["ROUTES", "personal_data"]  # imported to be registered


class CertificationsController(Controller):
    """Those of the learner."""

    path = "/mes-certifications"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, user: NamedDependency[int]) -> Response[bytes]:
        """A card for each."""
        found = await certifications_of(user)
        return page(request, "certification/certificates/certifications", certifications=found, names=LEVELS)

    @get("/{candidate:int}")
    async def read(self, request: AnyRequest, user: NamedDependency[int], candidate: FromPath[int]) -> Response[bytes]:
        """The certificate; or why there is none."""
        found = await certification_of(user, candidate)
        base = settings().base_url
        return page(request, "certification/certificates/own", base=base, **_shown(request, found))

    @get("/{candidate:int}/certificat.pdf", media_type=PDF)
    async def print(self, request: AnyRequest, user: NamedDependency[int], candidate: FromPath[int]) -> Response[bytes]:
        """The same on paper. Raises NotFound when there is none."""
        found = await certification_of(user, candidate)
        if found.state != "obtained":
            raise NotFound
        language = visitor_of(request).language
        address = settings().base_url.partition("://")[2] + "/verification-certificat"
        drawn = await asyncio.to_thread(certificate_sheet, found, by_area(found, language), address, language)
        headers = dict(download_headers(f"certificat-pix-{found.code}.pdf"))
        return Response(drawn, media_type=PDF, headers=headers)


class VerificationController(Controller):
    """For an employer or a school: no account is needed, and only the code opens it."""

    path = "/verification-certificat"
    opt = {"public": True}  # noqa: RUF012

    @get()
    async def ask(self, request: AnyRequest) -> Response[bytes]:
        """The form."""
        return _form(request, "")

    @post(status_code=200)
    async def verify(self, request: AnyRequest) -> Response[Any]:
        """The certificate of this code. The address does not hold the code: it stays out of histories."""
        typed = (await read_form(request)).text("code")
        code, errors = read_code(typed), Errors()
        if not typed:
            errors.add("code", N_("Saisissez le code du certificat"))
        elif code is None:
            errors.add(
                "code", N_("Un code de vérification s’écrit P- puis 8 lettres et chiffres. Exemple : P-K7RMB4XW")
            )
        found = await certificate_of(code) if code else None
        if found is None:
            errors.add("code", N_("Aucun certificat publié ne porte ce code. Vérifiez-le auprès de son titulaire."))
            return _form(request, typed[:LONGEST], errors)
        return page(request, "certification/certificates/verified", **_shown(request, found))


ROUTES: list[ControllerRouterHandler] = [CertificationsController, VerificationController]


def _form(request: AnyRequest, typed: str, errors: Errors | None = None) -> Response[bytes]:
    return page(
        request,
        "certification/certificates/verification",
        status_code=422 if errors else 200,
        typed=typed,
        errors=errors or Errors(),
    )


def _shown(request: AnyRequest, found: Certification) -> dict[str, Any]:
    return {
        "certification": found,
        "areas": by_area(found, visitor_of(request).language),
        "names": LEVELS,
        "meanings": MEANINGS,
    }
