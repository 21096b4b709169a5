"""The documents of a session, as files to print."""

from __future__ import annotations

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.certification.candidates.queries import candidates_of
from app.certification.guards import session_seen
from app.certification.papers.attendance import attendance_sheet
from app.certification.papers.incident_form import incident_form
from app.certification.papers.invigilator_kit import invigilator_kit
from app.certification.sessions.controllers import LIST
from app.certification.sessions.queries import TeamSession
from app.lib.pdf.documents import MEDIA
from app.settings import settings
from app.web.downloads import download_headers
from app.web.pages import AnyRequest
from app.web.visitor import visitor_of

INVIGILATION = "/certif/surveillance"


class PapersController(Controller):
    """Drawn when they are asked for: they always say what the session is now."""

    path = LIST + "/{session:int}"
    dependencies = {"seen": Provide(session_seen)}  # noqa: RUF012 (Litestar's way)

    @get("/emargement.pdf", media_type=MEDIA)
    async def attendance(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[bytes]:
        """« Feuille d’émargement »."""
        candidates, language = await candidates_of(seen.id), visitor_of(request).language
        made = await attendance_sheet(seen, candidates, language)
        return _file(made, f"emargement-{seen.id}.pdf")

    @get("/kit-surveillant.pdf", media_type=MEDIA)
    async def kit(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[bytes]:
        """« Kit du surveillant »."""
        address = settings().base_url + INVIGILATION
        made = await invigilator_kit(seen, address, visitor_of(request).language)
        return _file(made, f"kit-surveillant-{seen.id}.pdf")

    @get("/proces-verbal.pdf", media_type=MEDIA)
    async def incidents(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[bytes]:
        """« Procès-verbal d’incident »."""
        made = await incident_form(seen, visitor_of(request).language)
        return _file(made, f"proces-verbal-{seen.id}.pdf")


def _file(content: bytes, name: str) -> Response[bytes]:
    return Response(content, media_type=MEDIA, headers=dict(download_headers(name)))


ROUTES: list[ControllerRouterHandler] = [PapersController]
