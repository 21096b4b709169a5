"""`/certif/sessions/{session}/resultats.csv` and `.ods`: what its centre receives, once it is published."""

from __future__ import annotations

from collections.abc import Sequence

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.certification.guards import session_seen
from app.certification.results.published import PublishedResult, results_of_session
from app.certification.results.result_files import CSV, csv_answer, ods_answer
from app.certification.results.taking_away import note_taken
from app.certification.sessions.queries import TeamSession
from app.lib.ods import MIMETYPE
from app.lib.refusals import NotFound
from app.web.pages import AnyRequest


class ResultsController(Controller):
    """The results of a session, for the team of its centre."""

    path = "/certif/sessions/{session:int}"
    dependencies = {"seen": Provide(session_seen)}  # noqa: RUF012 (Litestar's way)

    @get("/resultats.csv", media_type=CSV)
    async def csv(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[bytes]:
        """The sheet. Raises NotFound before the publication."""
        results = await _taken(seen, "csv")
        return await csv_answer(request, results, _name(seen), divisions=seen.member.is_school)

    @get("/resultats.ods", media_type=MIMETYPE)
    async def ods(self, request: AnyRequest, seen: NamedDependency[TeamSession]) -> Response[bytes]:
        """The same with typed cells, and what each column means."""
        results = await _taken(seen, "ods")
        return await ods_answer(request, results, _name(seen), divisions=seen.member.is_school)


ROUTES: list[ControllerRouterHandler] = [ResultsController]


async def _taken(seen: TeamSession, extension: str) -> Sequence[PublishedResult]:
    """The results; who takes personal data away is noted. Raises NotFound."""
    if seen.status != "processed":
        raise NotFound
    results = await results_of_session(seen.id)
    await note_taken(seen, extension)
    return results


def _name(seen: TeamSession) -> str:
    return f"resultats-session-{seen.id}"
