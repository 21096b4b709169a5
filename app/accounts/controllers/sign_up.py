"""Creating an account."""

from __future__ import annotations

from litestar import Controller, Response, get, post

from app.accounts import sign_ups
from app.accounts.emails import post_welcome
from app.accounts.forms import SignUpForm, read_address_known, read_sign_up
from app.accounts.refusals import AddressTaken
from app.accounts.signed_pages import HOME, AnyRequest, enter
from app.web.forms import read_form
from app.web.local_paths import safe_local_path
from app.web.pages import page, redirect
from app.web.visitor import visitor_of


class SignUpController(Controller):
    path = "/inscription"
    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest) -> Response[bytes] | Response[None]:
        """The form; someone already signed in goes on."""
        suite = safe_local_path(request.query_params.get("suite"))
        if visitor_of(request).signed_in:
            return redirect(request, suite or HOME)
        return _form(request, SignUpForm(email=read_address_known(request.scope["query_string"]), suite=suite))

    @post()
    async def sign_up(self, request: AnyRequest) -> Response[bytes] | Response[None]:
        """Create the account and sign in at once."""
        form = await sign_ups.check(read_sign_up(await read_form(request)))
        if form.errors:
            return _form(request, form, 422)
        language = visitor_of(request).language
        try:
            account = await sign_ups.sign_up(form, language)
        except AddressTaken as refusal:
            form.errors.add("email", refusal.message)
            return _form(request, form, 422)
        if account.confirmation is not None:
            post_welcome(form.email, language, account.confirmation)
        return await enter(request, account.user_id, form.suite)


def _form(request: AnyRequest, form: SignUpForm, status_code: int = 200) -> Response[bytes]:
    return page(request, "accounts/sign_up", status_code=status_code, form=form, errors=form.errors)
