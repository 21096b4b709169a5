"""« Partager par un lien » on one's certificate, and `/partage-certificat/…` for whom the link was given to."""

from __future__ import annotations

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath
from litestar.types import ControllerRouterHandler

from app.accounts.guards import signed_in
from app.certification.certificates import sharing
from app.certification.certificates.meanings import MEANINGS
from app.certification.certificates.queries import by_area, shared_certificate
from app.certification.discretion import NOT_REPEATED
from app.certification.results.outcomes import LEVELS
from app.lib.clock import now
from app.web.pages import AnyRequest, page, redirect
from app.web.security_log import note_refusal
from app.web.visitor import visitor_of


class SharingController(Controller):
    """For its holder."""

    path = "/mes-certifications/{candidate:int}/partage"
    dependencies = {"user": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @post()
    async def share(self, request: AnyRequest, user: NamedDependency[int], candidate: FromPath[int]) -> Response[None]:
        """« Partager par un lien »."""
        await sharing.share(user, candidate, now())
        return _back(request, candidate)

    @post("/suppression")
    async def unshare(
        self, request: AnyRequest, user: NamedDependency[int], candidate: FromPath[int]
    ) -> Response[None]:
        """« Ne plus partager »."""
        await sharing.unshare(user, candidate)
        return _back(request, candidate)


class SharedController(Controller):
    """For anyone who was given the link: no account is needed."""

    path = "/partage-certificat"
    opt = {"public": True}  # noqa: RUF012

    @get("/{key:str}")
    async def read(self, request: AnyRequest, key: FromPath[str]) -> Response[bytes]:
        """The certificate without what only its holder needs to show; the same answer for all that is not shared."""
        found = await shared_certificate(key) if sharing.is_key(key) else None
        if found is None:
            note_refusal(request, "UnknownShare")
            return page(request, "certification/certificates/unshared", status_code=404, headers=NOT_REPEATED)
        return page(
            request,
            "certification/certificates/shared",
            headers=NOT_REPEATED,
            certification=found,
            areas=by_area(found, visitor_of(request).language),
            names=LEVELS,
            meanings=MEANINGS,
        )


ROUTES: list[ControllerRouterHandler] = [SharingController, SharedController]


def _back(request: AnyRequest, candidate: int) -> Response[None]:
    return redirect(request, f"/mes-certifications/{candidate}#partage")
