"""The terms of use: to read, and to accept again when they have changed."""

from __future__ import annotations

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide

from app.accounts import people
from app.accounts.guards import signed_in_whatever_the_terms
from app.accounts.middleware import TERMS_CHANGED
from app.accounts.signed_pages import HOME, AnyRequest
from app.accounts.terms import TERMS_CHANGED_AT
from app.web.forms import read_form
from app.web.local_paths import safe_local_path
from app.web.pages import page, redirect


class TermsController(Controller):
    path = "/conditions-d-utilisation"

    @get(opt={"public": True})
    async def show(self, request: AnyRequest) -> Response[bytes]:
        """The text; with the question, for someone who accepted an older one."""
        return page(
            request,
            "accounts/terms",
            since=TERMS_CHANGED_AT,
            to_accept=bool(request.scope["state"].get(TERMS_CHANGED)),
            suite=safe_local_path(request.query_params.get("suite")),
        )

    @post(dependencies={"user_id": Provide(signed_in_whatever_the_terms, sync_to_thread=False)})
    async def accept(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[None]:
        """Accepted, with the date; on to where one was going."""
        form = await read_form(request)
        await people.accept_terms(user_id)
        return redirect(request, safe_local_path(form.text("suite")) or HOME)
