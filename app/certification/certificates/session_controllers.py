"""`/certif/sessions/{session}/certificats`: a centre hands out the certificates of a session that is published."""

from __future__ import annotations

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide
from litestar.response import Stream
from litestar.types import ControllerRouterHandler

from app.certification.certificates.archive import zipped
from app.certification.certificates.queries import certificate_counts, certificates_of_session
from app.certification.guards import session_seen
from app.certification.pages import certif_page
from app.certification.results.taking_away import note_taken
from app.certification.sessions.queries import TeamSession
from app.lib.refusals import NotFound
from app.settings import settings
from app.web.downloads import download_headers, file_name
from app.web.forms import parse_form
from app.web.pages import AnyRequest
from app.web.visitor import visitor_of

ZIP = "application/zip"
A_CERTIFICATE = 46_000
"""Bytes, about."""


class SessionCertificatesController(Controller):
    """For the team of its centre."""

    path = "/certif/sessions/{session:int}"
    dependencies = {"seen": Provide(session_seen)}  # noqa: RUF012 (Litestar's way)

    @get("/certificats")
    async def show(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[bytes]:
        """How many there are, by class. Raises NotFound before the publication."""
        _published(seen)
        counts = await certificate_counts(seen.id)
        return certif_page(
            request,
            seen.member,
            "certification/certificates/session",
            session=seen,
            total=sum(counts.values()),
            classes=[(name, count) for name, count in counts.items() if name],
            weight=A_CERTIFICATE,
        )

    @get("/certificats.zip", media_type=ZIP)
    async def download(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Stream:
        """One PDF for each; who takes personal data away is noted. Raises NotFound when there is none."""
        _published(seen)
        classe = parse_form(request.scope["query_string"]).text("classe")
        found = await certificates_of_session(seen.id, classe)
        if not found:
            raise NotFound
        await note_taken(seen, "certificates.zip")
        name = file_name(f"certificats-session-{seen.id}" + (f"-{classe}" if classe else ""), "zip")
        content = zipped(found, settings().base_url, visitor_of(request).language)
        return Stream(content, media_type=ZIP, headers=dict(download_headers(name)))


ROUTES: list[ControllerRouterHandler] = [SessionCertificatesController]


def _published(seen: TeamSession) -> None:
    if seen.status != "processed":
        raise NotFound
