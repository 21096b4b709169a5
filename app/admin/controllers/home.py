"""`/admin`: what waits, and how much there is of everything."""

from __future__ import annotations

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide

from app.admin.forms.users import ROLES
from app.admin.guards import Staff, staff
from app.admin.pages import admin_page
from app.admin.queries.home import figures
from app.web.pages import AnyRequest


class HomeController(Controller):
    """The first page of the staff."""

    path = "/admin"
    dependencies = {"staff": Provide(staff)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        return admin_page(request, staff, "admin/home", figures=await figures(), role=ROLES[staff.role])
