"""Taking one's data away, and leaving for good."""

from __future__ import annotations

import msgspec
from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide

from app.accounts import people, personal_data
from app.accounts.controllers.passwords import own_password_refused
from app.accounts.emails import post_account_erased
from app.accounts.forms import ErasureForm, read_erasure
from app.accounts.guards import signed_in_whatever_the_terms
from app.accounts.own_data import erase_account
from app.accounts.signed_pages import AnyRequest, leave
from app.lib.clock import now
from app.web.downloads import download_headers
from app.web.forms import read_form
from app.web.pages import page


class OwnDataController(Controller):
    path = "/mon-compte"
    dependencies = {"user_id": Provide(signed_in_whatever_the_terms, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get("/donnees")
    async def show(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[bytes]:
        """Everything kept about this person, to read."""
        return page(request, "accounts/own_data", sections=await personal_data.collect(user_id))

    @get("/donnees.json")
    async def download(self, user_id: NamedDependency[int]) -> Response[bytes]:
        """The same, for a program."""
        sections = await personal_data.collect(user_id)
        content = {"exported_at": now(), **{s.keeper.name: s.rows for s in sections}}
        return Response(
            msgspec.json.format(msgspec.json.encode(content), indent=2),
            media_type="application/json",
            headers=dict(download_headers(f"pix-{now():%Y-%m-%d}.json")),
        )


class ErasureController(Controller):
    path = "/mon-compte/suppression"
    dependencies = {"user_id": Provide(signed_in_whatever_the_terms, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[bytes]:
        del user_id
        return _form(request, ErasureForm())

    @post()
    async def erase(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[bytes] | Response[None]:
        """Erase the account everywhere, after the password and a box to tick."""
        form = read_erasure(await read_form(request))
        if not form.errors and (refused := await own_password_refused(user_id, form.password)):
            form.errors.add("password", refused)
        if form.errors:
            return _form(request, form, 422)
        person = await people.find_by_id(user_id)
        await erase_account(user_id)
        if person is not None and person.email is not None:
            post_account_erased(person.email, person.language)
        return leave(request, "/")


def _form(request: AnyRequest, form: ErasureForm, status_code: int = 200) -> Response[bytes]:
    return page(request, "accounts/erase_account", status_code=status_code, form=form, errors=form.errors)
