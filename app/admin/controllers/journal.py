"""`/admin/journal`: who did what to whom, when."""

from __future__ import annotations

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide

from app.admin.forms.journal import DETAILS, VALUES, WORDS, fields_in, read_wanted
from app.admin.guards import Staff, who_may
from app.admin.pages import admin_page
from app.admin.queries.journal import events
from app.web.forms import parse_form
from app.web.listing import address
from app.web.pages import AnyRequest

LIST = "/admin/journal"


class JournalController(Controller):
    """The log, filtered."""

    path = LIST
    dependencies = {"staff": Provide(who_may("journal.read"))}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Response[bytes]:
        query = parse_form(request.scope["query_string"])
        asked, errors = read_wanted(query)
        found, part = await events(asked, query)
        return admin_page(
            request,
            staff,
            "admin/journal",
            status_code=422 if errors else 200,
            asked=asked,
            typed={name: query.text(name)[:20] for name in ("du", "au", "organisation")},
            events=found,
            part=part,
            words=WORDS,
            details=DETAILS,
            values=VALUES,
            fields_in=fields_in,
            pages=address(LIST, query, page=""),
            sizes=address(LIST, query, taille=""),
            errors=errors,
        )
