"""`/mes-certifications`: for who took a test."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.types import ControllerRouterHandler

from app.accounts.guards import signed_in
from app.certification.certificates import personal_data
from app.certification.certificates.codes import verification_link
from app.certification.certificates.meanings import MEANINGS
from app.certification.certificates.printing import certificate_pdf
from app.certification.certificates.queries import (
    Certification,
    by_area,
    certification_of,
    certifications_of,
    own_certificate,
)
from app.certification.certificates.session_controllers import ROUTES as OF_SESSIONS
from app.certification.certificates.sharing_controllers import ROUTES as SHARING
from app.certification.certificates.verification_controllers import ROUTES as VERIFICATION
from app.certification.results.outcomes import LEVELS
from app.lib.pdf.documents import MEDIA
from app.lib.qr_codes import qr_code
from app.settings import settings
from app.web.downloads import download_headers
from app.web.pages import AnyRequest, page
from app.web.visitor import visitor_of

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
        link = verification_link(base, found.code)
        return page(
            request, "certification/certificates/own", base=base, link=link, qr=qr_code(link), **_shown(request, found)
        )

    @get("/{candidate:int}/certificat.pdf", media_type=MEDIA)
    async def print(self, request: AnyRequest, user: NamedDependency[int], candidate: FromPath[int]) -> Response[bytes]:
        """The same on paper. Raises NotFound when there is none."""
        found = await own_certificate(user, candidate)
        language = visitor_of(request).language
        made = await certificate_pdf(found, by_area(found, language), settings().base_url, language)
        return Response(made, media_type=MEDIA, headers=dict(download_headers(f"certificat-pix-{found.code}.pdf")))


ROUTES: list[ControllerRouterHandler] = [CertificationsController, *VERIFICATION, *SHARING, *OF_SESSIONS]


def _shown(request: AnyRequest, found: Certification) -> dict[str, Any]:
    return {
        "certification": found,
        "areas": by_area(found, visitor_of(request).language),
        "names": LEVELS,
        "meanings": MEANINGS,
    }
