"""`/admin/certifications`: the finalised sessions, and publishing all those that are ready."""

from __future__ import annotations

from typing import Any

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency

from app.certification.results import publication
from app.certification.results.controllers.officers import COUNT, DONE, HERE, LIST, Officer, done
from app.certification.results.refusals import NotPublishable
from app.certification.results.session_filters import OFFICERS, QUEUES, Wanted, read_wanted
from app.certification.results.session_lists import queue_counts, sessions_in
from app.lib.clock import now
from app.lib.refusals import NotFound
from app.lib.row_ids import row_id
from app.web.forms import Form, parse_form, read_form
from app.web.listing import PAGE, SIZE, address, number_of, slice_of
from app.web.pages import AnyRequest, page, redirect

MOST_AT_ONCE = 50
"""Sessions published in one go."""


class FinalizedSessionsController(Controller):
    """Every session that its centre has finalised."""

    path = LIST

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Officer]) -> Response[bytes]:
        """One page of one of the three lists."""
        query = parse_form(request.scope["query_string"])
        kept = Form({name: values for name, values in query.raw.items() if name not in (DONE, COUNT)})
        asked, errors = read_wanted(query)
        counts = await queue_counts(asked, staff.user)
        part = slice_of(query, counts[asked.queue])
        return page(
            request,
            "certification/results/sessions",
            status_code=422 if errors else 200,
            staff=staff,
            asked=asked,
            typed={name: query.text(name)[:100] for name in ("numero", "centre", "du", "au")},
            officers=list(OFFICERS.items()),
            sessions=await sessions_in(asked, staff.user, part.size, part.offset),
            counts=counts,
            queues={name: address(HERE, kept, etat=word or None) for word, name in QUEUES.items()},
            cleared=address(HERE, Form({}), etat=query.text("etat") or None),
            part=part,
            pages=address(HERE, kept, **{PAGE: ""}),
            sizes=address(HERE, kept, **{SIZE: ""}),
            done=done(query, number_of(query, COUNT)),
            errors=errors,
        )

    @get("/publication")
    async def ask(self, request: AnyRequest, staff: NamedDependency[Officer]) -> Response[bytes]:
        """Which sessions are ready, before they are published."""
        ready = await sessions_in(Wanted(), staff.user, MOST_AT_ONCE, 0)
        return page(
            request,
            "certification/results/publication",
            staff=staff,
            sessions=ready,
            tests=sum(one.tests for one in ready),
            others=(await queue_counts(Wanted(), staff.user))["to_publish"] - len(ready),
        )

    @post("/publication")
    async def publish(self, request: AnyRequest, staff: NamedDependency[Officer]) -> Response[Any]:
        """Those that were shown, as far as they are still ready."""
        shown = {row_id(one) for one in (await read_form(request)).all("session")}
        ready = [one.id for one in await sessions_in(Wanted(), staff.user, MOST_AT_ONCE, 0) if one.id in shown]
        count = 0
        for one in ready:
            try:
                await publication.publish(one, staff.user, now())
            except (NotFound, NotPublishable):  # somebody changed it meanwhile: it waits
                continue
            count += 1
        return redirect(request, f"{HERE}?{DONE}=publications&{COUNT}={count}")
