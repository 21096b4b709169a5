"""`/admin/clients`: the programs of partners that read published results."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.admin.controllers.done import done
from app.admin.forms import clients as forms
from app.admin.guards import Staff, who_may
from app.admin.pages import admin_page
from app.admin.queries.clients import clients as all_clients
from app.certification.interfaces import clients
from app.certification.interfaces.scopes import SCOPES
from app.lib.clock import now
from app.web.forms import Errors, parse_form, read_form
from app.web.pages import AnyRequest, redirect

LIST = "/admin/clients"
_KEPT_NOWHERE = {"Cache-Control": "no-store"}


class ClientsController(Controller):
    """The list; creating one, disabling one."""

    path = LIST
    dependencies = {"staff": Provide(who_may("clients.manage"))}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        """All of them."""
        said = done(parse_form(request.scope["query_string"]))
        return admin_page(request, staff, "admin/clients", clients=await all_clients(), done=said)

    @get("/creation")
    async def ask(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        """The form of a new one."""
        return _form(request, staff, forms.blank(), Errors())

    @post("/creation", status_code=200)
    async def create(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        """Its name and its secret, which no other page shows. Sent twice, once: the same page."""
        typed = forms.read(await read_form(request))
        if errors := forms.to_correct(typed):
            return _form(request, staff, typed, errors)
        made = await clients.create(forms.wanted(typed), staff.user, now())
        return admin_page(
            request, staff, "admin/client_secret", headers=_KEPT_NOWHERE, program=typed.name, credentials=made
        )

    @post("/{machine_client:int}/desactivation")
    async def disable(
        self, request: AnyRequest, staff: NamedDependency[Staff], machine_client: FromPath[int]
    ) -> Response[Any]:
        """« Désactiver » : at once, and for good."""
        await clients.disable(machine_client, staff.user, now())
        return redirect(request, f"{LIST}?fait=client-desactive")


def _form(request: AnyRequest, staff: Staff, typed: forms.Typed, errors: Errors) -> Response[bytes]:
    return admin_page(
        request,
        staff,
        "admin/client_form",
        status_code=422 if errors else 200,
        typed=typed,
        scopes=SCOPES.items(),
        errors=errors,
    )
