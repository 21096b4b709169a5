"""« Mes besoins »: what one cannot do, or needs time for, when answering."""

from __future__ import annotations

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide

from app.accounts import declared_needs
from app.accounts.forms import read_needs
from app.accounts.guards import signed_in
from app.accounts.needs import TIMES, WORDS
from app.accounts.signed_pages import AnyRequest
from app.lib.clock import now
from app.web.forms import read_form
from app.web.messages import Message
from app.web.pages import page, redirect


class NeedsController(Controller):
    path = "/mon-compte/besoins"
    dependencies = {"user_id": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[bytes]:
        needs = await declared_needs.needs_of(user_id)
        return page(
            request,
            "accounts/needs",
            boxes=[(mark, Message(words), mark in needs.marks) for mark, words in WORDS.items()],
            times=[(value, Message(words)) for value, words in TIMES.items()],
            extra_time=needs.extra_time,
        )

    @post()
    async def declare(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[None]:
        """Kept from the next question on; nothing ticked and no time: forgotten."""
        await declared_needs.declare(user_id, read_needs(await read_form(request)), now())
        return redirect(request, "/mon-compte?fait=besoins")
