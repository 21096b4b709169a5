"""`/certif/sessions/{session}/resultats.csv`: what its centre receives, once it is published."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.certification.guards import session_seen
from app.certification.results.queries import finalized_session
from app.certification.results.spreadsheet import results_sheet
from app.certification.sessions.queries import TeamSession
from app.content.releases import current_index
from app.lib.refusals import NotFound
from app.web.downloads import download_headers, file_name
from app.web.formats import local_time
from app.web.languages import translator
from app.web.pages import AnyRequest
from app.web.visitor import visitor_of

CSV = "text/csv; charset=utf-8"


class ResultsController(Controller):
    """The results of a session, for the team of its centre."""

    path = "/certif/sessions/{session:int}/resultats.csv"
    dependencies = {"seen": Provide(session_seen)}  # noqa: RUF012 (Litestar's way)

    @get(media_type=CSV)
    async def download(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[Any]:
        """The sheet. Raises NotFound before the publication."""
        if seen.status != "processed":
            raise NotFound
        translate = translator(visitor_of(request).language)
        codes = sorted(current_index().competences)
        sheet = results_sheet(await finalized_session(seen.id), codes, translate, _shown)
        name = file_name(f"resultats-session-{seen.id}", "csv")
        return Response(sheet.encode(), media_type=CSV, headers=dict(download_headers(name)))


ROUTES: list[ControllerRouterHandler] = [ResultsController]


def _shown(moment: object) -> str:
    """27/11/2026, on the clocks of Paris."""
    day = local_time(moment) if isinstance(moment, datetime) else moment
    assert isinstance(day, date)
    return f"{day:%d/%m/%Y}"
