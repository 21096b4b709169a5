"""Proving and changing one's e-mail address."""

from __future__ import annotations

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.accounts import addresses, people
from app.accounts.controllers.passwords import dead_link, own_password_refused
from app.accounts.emails import post_address_changed, post_address_code
from app.accounts.forms import AddressForm, CodeForm, read_code, read_new_address
from app.accounts.guards import signed_in
from app.accounts.refusals import AddressTaken, LinkUnknown
from app.accounts.signed_pages import HOME, AnyRequest
from app.lib.msgids import N_
from app.web.forms import read_form
from app.web.pages import page, redirect
from app.web.visitor import visitor_of

_WRONG_CODE = N_("Ce n'est pas le code envoyé")
_NO_CODE = N_("Ce code n'est plus valable : demandez-en un autre")


class ConfirmationController(Controller):
    path = "/confirmation"
    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get("/{token:str}")
    async def confirm(self, request: AnyRequest, token: FromPath[str]) -> Response[bytes]:
        """The link of the message: the address is proven; on to where the person was going."""
        try:
            return_to = await addresses.confirm(token)
        except LinkUnknown as refusal:
            return dead_link(request, refusal)
        return page(request, "accounts/address_confirmed", suite=return_to or HOME)


class AddressController(Controller):
    path = "/mon-compte/adresse"
    dependencies = {"user_id": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[bytes]:
        del user_id
        return _form(request, AddressForm())

    @post()
    async def ask(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[bytes] | Response[None]:
        """With the password: send a code to the new address."""
        form = read_new_address(await read_form(request))
        if not form.errors and (refused := await own_password_refused(user_id, form.password)):
            form.errors.add("password", refused)
        if form.errors:
            return _form(request, form, 422)
        try:
            code = await addresses.ask_change(user_id, form.email)
        except AddressTaken as refusal:
            form.errors.add("email", refusal.message)
            return _form(request, form, 422)
        post_address_code(form.email, visitor_of(request).language, code)
        return redirect(request, "/mon-compte/adresse/code")

    @get("/code")
    async def show_code(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[bytes] | Response[None]:
        """The form for the code; without a code to wait for, back to the beginning."""
        if await addresses.awaited_address(user_id) is None:
            return redirect(request, "/mon-compte/adresse")
        return await _code(request, user_id, CodeForm())

    @post("/code")
    async def give_code(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[bytes] | Response[None]:
        """With the right code the address changes, and the former one is told."""
        form = read_code(await read_form(request))
        if form.errors:
            return await _code(request, user_id, form, 422)
        former = await people.find_by_id(user_id)
        try:
            changed = await addresses.change(user_id, form.code)
        except (LinkUnknown, AddressTaken) as refusal:
            form.errors.add("code", refusal.message if isinstance(refusal, AddressTaken) else _NO_CODE)
            return await _code(request, user_id, form, 422)
        if changed is None:
            form.errors.add("code", _WRONG_CODE)
            return await _code(request, user_id, form, 422)
        if former is not None and changed.former is not None:
            post_address_changed(changed.former, former.language)
        return redirect(request, "/mon-compte?fait=adresse")


def _form(request: AnyRequest, form: AddressForm, status_code: int = 200) -> Response[bytes]:
    return page(request, "accounts/change_address", status_code=status_code, form=form, errors=form.errors)


async def _code(request: AnyRequest, user_id: int, form: CodeForm, status_code: int = 200) -> Response[bytes]:
    address = await addresses.awaited_address(user_id)
    return page(
        request,
        "accounts/address_code",
        status_code=status_code,
        form=form,
        errors=form.errors,
        address=address,
    )
