"""`/certif/resultats` and `/orga/certifications`: the published results of a school, class by class.

Its centre sees what its pupils took there; the school's administrators, what they took anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide
from litestar.types import ControllerRouterHandler

from app.accounts import audit
from app.certification.guards import member as centre_member
from app.certification.members import CentreMember
from app.certification.pages import certif_page
from app.certification.results.published import PublishedResult, classes_with_results, results_of_class
from app.certification.results.result_files import CSV, csv_answer, ods_answer
from app.lib.clock import now
from app.lib.ods import MIMETYPE
from app.lib.refusals import NotFound
from app.organisations.guards import administrator as school_administrator
from app.organisations.members import Member
from app.organisations.pages import orga_page
from app.persistence.transactions import write_transaction
from app.web.forms import parse_form
from app.web.pages import AnyRequest


class CentreClassesController(Controller):
    """For the team of a school's centre."""

    path = "/certif/resultats"
    dependencies = {"member": Provide(centre_member)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[bytes]:
        """Its classes. Raises NotFound for a centre that is no school's."""
        classes = await classes_with_results(_school_of(member), member.centre)
        return certif_page(request, member, "certification/classes/centre", classes=classes)

    @get("/classe.csv", media_type=CSV)
    async def csv(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[bytes]:
        """One class. Raises NotFound without a result."""
        results, name = await _taken(request, _school_of(member), member.user, "csv", member.centre)
        return await csv_answer(request, results, name, divisions=True)

    @get("/classe.ods", media_type=MIMETYPE)
    async def ods(self, request: AnyRequest, member: NamedDependency[CentreMember]) -> Response[bytes]:
        results, name = await _taken(request, _school_of(member), member.user, "ods", member.centre)
        return await ods_answer(request, results, name, divisions=True)


class SchoolClassesController(Controller):
    """For the administrators of the school, in Pix Orga."""

    path = "/orga/certifications"
    dependencies = {"member": Provide(school_administrator)}  # noqa: RUF012

    @get()
    async def show(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[bytes]:
        """Its classes."""
        classes = await classes_with_results(member.organisation)
        return orga_page(request, member, "certification/classes/school", classes=classes)

    @get("/classe.csv", media_type=CSV)
    async def csv(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[bytes]:
        """One class. Raises NotFound without a result."""
        results, name = await _taken(request, member.organisation, member.user, "csv")
        return await csv_answer(request, results, name, divisions=True)

    @get("/classe.ods", media_type=MIMETYPE)
    async def ods(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[bytes]:
        results, name = await _taken(request, member.organisation, member.user, "ods")
        return await ods_answer(request, results, name, divisions=True)


ROUTES: list[ControllerRouterHandler] = [CentreClassesController, SchoolClassesController]


def _school_of(member: CentreMember) -> int:
    """Raises NotFound."""
    if not member.is_school or member.organisation is None:
        raise NotFound
    return member.organisation


async def _taken(
    request: AnyRequest, school: int, by: int, extension: str, centre: int | None = None
) -> tuple[Sequence[PublishedResult], str]:
    """The results of the class of the address, and the name of the file; who takes them away is noted."""
    division = parse_form(request.scope["query_string"]).text("classe")
    results = await results_of_class(school, division, centre) if division else []
    if not results:
        raise NotFound
    async with write_transaction():
        await audit.record(
            "results.exported",
            by=by,
            kind="organisation",
            subject=school,
            at=now(),
            organisation=school,
            format=f"certifications.{extension}",
        )
    return results, f"resultats-de-la-classe-{division}"
