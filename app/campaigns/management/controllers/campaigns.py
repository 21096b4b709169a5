"""`/orga/campagnes`: the list, and deleting several at once."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide

from app.campaigns import campaigns
from app.campaigns.management.queries import COLUMNS, Wanted, campaign_list, chosen_campaigns, wanted
from app.lib.clock import now
from app.organisations.guards import member
from app.organisations.members import Member
from app.organisations.pages import orga_page
from app.web.confirming import CONFIRM_DELETION, unsure
from app.web.forms import Form, parse_form, read_form
from app.web.listing import SIZES, address, number_of
from app.web.pages import AnyRequest, redirect

LIST = "/orga/campagnes"
DONE = "deleted"
FIRST_ORDER = {"name": "", "code": "", "owner": "", "created": "-", "participants": "-", "received": "-"}
"""How a column is sorted first: names from A, dates and numbers from the latest and the largest."""


class CampaignsController(Controller):
    """Every campaign of the organisation."""

    path = LIST
    dependencies = {"member": Provide(member)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[bytes]:
        """One page of the list, as its address wants it."""
        query = parse_form(request.scope["query_string"])
        deleted, query = number_of(query, DONE), _without(query, DONE)
        asked = wanted(query)
        found = await campaign_list(member, asked, query)
        return orga_page(
            request,
            member,
            "management/campaigns",
            asked=asked,
            found=found,
            sorts={column: _sort_address(asked, query, column) for column in COLUMNS},
            here={
                "active": address(LIST, query, status=None),
                "archived": address(LIST, query, status="archived"),
                "page": address(LIST, query, page=""),
                "cleared": f"{LIST}?status=archived" if asked.archived else LIST,
            },
            sizes=[(one, one) for one in SIZES],
            kept=[(name, query.text(name)) for name in ("name", "owner", "mine", "status", "sort") if query.text(name)],
            deleted=deleted,
        )

    @get("/suppression")
    async def ask(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[Any]:
        """What is about to be deleted."""
        chosen = await chosen_campaigns(member, parse_form(request.scope["query_string"]))
        if not chosen:
            return redirect(request, LIST)
        return orga_page(request, member, "management/deletion", chosen=chosen, action=f"{LIST}/suppression")

    @post("/suppression")
    async def delete(self, request: AnyRequest, member: NamedDependency[Member]) -> Response[Any]:
        """Deletes them, once the box is ticked."""
        form = await read_form(request)
        chosen = await chosen_campaigns(member, form)
        if not chosen:
            return redirect(request, LIST)
        if errors := unsure(form, CONFIRM_DELETION):
            context: dict[str, Any] = {"chosen": chosen, "action": f"{LIST}/suppression", "errors": errors}
            return orga_page(request, member, "management/deletion", status_code=422, **context)
        await campaigns.delete([one.id for one in chosen], member.user, now())
        return redirect(request, f"{LIST}?{DONE}={len(chosen)}")


def _sort_address(asked: Wanted, query: Form, column: str) -> str:
    """Where the heading of a column leads: sorted by it, or the other way round when it already is."""
    if asked.column == column:
        return address(LIST, query, sort=column if asked.descending else f"-{column}")
    return address(LIST, query, sort=FIRST_ORDER[column] + column)


def _without(query: Form, name: str) -> Form:
    return Form({key: values for key, values in query.raw.items() if key != name})
