"""`/resultats-de-certification/{token}`: the results of a session, for who ordered them and has no account.

The link of the message opens a page: programs that check messages follow it, and take nothing away.
"""

from __future__ import annotations

from collections.abc import Sequence

from litestar import Controller, Response, get
from litestar.params import FromPath
from litestar.types import ControllerRouterHandler

from app.accounts import audit
from app.certification.discretion import NOT_REPEATED
from app.certification.recipients import links
from app.certification.recipients.queries import results_opened_by
from app.certification.results.published import PublishedResult
from app.certification.results.result_files import CSV, csv_answer, ods_answer
from app.lib.clock import now
from app.lib.ods import MIMETYPE
from app.persistence.transactions import write_transaction
from app.web.pages import AnyRequest, page


class RecipientController(Controller):
    """Who holds the link sees her own candidates."""

    path = links.PATH + "/{token:str}"
    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, token: FromPath[str]) -> Response[bytes]:
        """What there is to download."""
        link = links.read(token, now())
        results = await results_opened_by(link)
        return page(
            request,
            "certification/recipients/results",
            headers=NOT_REPEATED,
            session=link.session,
            centre=results[0].centre,
            taken_at=results[0].started_at,
            count=len(results),
            expires_at=link.expires_at,
            here=f"{links.PATH}/{token}",
        )

    @get("/resultats.csv", media_type=CSV)
    async def csv(self, request: AnyRequest, token: FromPath[str]) -> Response[bytes]:
        """The sheet of her candidates."""
        return await csv_answer(request, *await _taken(token, "csv"))

    @get("/resultats.ods", media_type=MIMETYPE)
    async def ods(self, request: AnyRequest, token: FromPath[str]) -> Response[bytes]:
        """The same with typed cells."""
        return await ods_answer(request, *await _taken(token, "ods"))


ROUTES: list[ControllerRouterHandler] = [RecipientController]


async def _taken(token: str, extension: str) -> tuple[Sequence[PublishedResult], str]:
    """The results and the name of the file; that they were taken away is noted."""
    at = now()
    link = links.read(token, at)
    results = await results_opened_by(link)
    async with write_transaction():
        await audit.record(
            "results.fetched", by=None, kind="certification_session", subject=link.session, at=at, format=extension
        )
    return results, f"resultats-session-{link.session}"
