"""What the pages of the requests share: those for an organisation, those for a centre."""

from __future__ import annotations

from litestar import Response

from app.admin.controllers.done import done, without_done
from app.admin.forms import centres, organisations
from app.admin.forms.organisations import KINDS
from app.admin.forms.reasons import LONGEST_REASON
from app.admin.guards import Staff
from app.admin.pages import admin_page
from app.organisations.requests import queries
from app.organisations.spaces import Space
from app.web.forms import Errors, parse_form
from app.web.listing import address, slice_of
from app.web.pages import AnyRequest


async def demand_list(request: AnyRequest, staff: Staff, space: Space) -> Response[bytes]:
    """One page of those that wait, or of the others."""
    query = parse_form(request.scope["query_string"])
    decided = query.text("etat") == "traitees"
    waiting, total = await queries.pending_requests(space), await queries.decided_count(space)
    part = slice_of(query, total if decided else len(waiting))
    shown = await queries.decided(space, part.size, part.offset) if decided else waiting[part.offset : part.last]
    return admin_page(
        request,
        staff,
        "admin/demands",
        space=space,
        demands=shown,
        decided=decided,
        counts={"waiting": len(waiting), "decided": total},
        part=part,
        pages=address(request.scope["path"], without_done(query), page=""),
        done=done(query),
    )


def demand_page(
    request: AnyRequest,
    staff: Staff,
    name: str,
    found: queries.Request,
    typed: organisations.Typed | centres.Typed,
    *,
    reason: str = "",
    errors: Errors | None = None,
) -> Response[bytes]:
    """One request; for one that waits, what it would become, and the reason of a refusal."""
    if found.state != "pending":  # decided meanwhile: the page says so, and has no field to correct
        errors = None
    return admin_page(
        request,
        staff,
        name,
        status_code=422 if errors else 200,
        demand=found,
        typed=typed,
        kinds=KINDS.items(),
        reason=reason,
        longest=LONGEST_REASON,
        errors=errors or Errors(),
    )
