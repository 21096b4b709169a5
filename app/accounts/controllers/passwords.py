"""Forgotten and changed passwords."""

from __future__ import annotations

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.accounts import password_changes, people
from app.accounts.controllers.sign_in import blocked_message
from app.accounts.emails import post_password_changed, post_reset
from app.accounts.forms import AddressForm, PasswordForm, read_forgotten, read_password_change, read_reset
from app.accounts.guards import signed_in
from app.accounts.refusals import LinkUnknown
from app.accounts.sign_ins import Blocked, Right, check_own_password, is_current_password
from app.accounts.signed_pages import AnyRequest, enter, leave
from app.lib.msgids import N_
from app.web.forms import read_form
from app.web.messages import Message
from app.web.pages import page

WRONG_PASSWORD = N_("Ce n'est pas votre mot de passe actuel")


class ForgottenPasswordController(Controller):
    path = "/mot-de-passe"
    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get("/oublie")
    async def show(self, request: AnyRequest) -> Response[bytes]:
        return _forgotten(request, AddressForm())

    @post("/oublie")
    async def ask(self, request: AnyRequest) -> Response[bytes]:
        """Send the link; the answer is the same whether or not the account exists."""
        form = read_forgotten(await read_form(request))
        if form.errors:
            return _forgotten(request, form, status_code=422)
        asked = await password_changes.ask_reset(form.email)
        if asked is not None:
            post_reset(asked.email, asked.language, asked.token)
        return _forgotten(request, form, sent=True)

    @get("/{token:str}")
    async def show_reset(self, request: AnyRequest, token: FromPath[str]) -> Response[bytes]:
        """The form behind the link; looking at it does not use the link."""
        try:
            await password_changes.live_reset(token)
        except LinkUnknown as refusal:
            return dead_link(request, refusal, again="/mot-de-passe/oublie")
        return _reset(request, token, PasswordForm())

    @post("/{token:str}")
    async def reset(self, request: AnyRequest, token: FromPath[str]) -> Response[bytes] | Response[None]:
        """Choose the new password; every session ends and one signs in with it."""
        form = read_reset(await read_form(request))
        if form.errors:
            return _reset(request, token, form, 422)
        try:
            user_id = await password_changes.reset(token, form.password)
        except LinkUnknown as refusal:
            return dead_link(request, refusal, again="/mot-de-passe/oublie")
        if user_id is not None:
            await _tell(user_id)
        return leave(request, "/connexion?fait=mot-de-passe")


class PasswordController(Controller):
    path = "/mon-compte/mot-de-passe"
    dependencies = {"user_id": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[bytes]:
        return _change(request, PasswordForm(), await people.login_of(user_id))

    @post()
    async def change(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[bytes] | Response[None]:
        """Change it with the current one; the other browsers are signed out, this one gets a new session."""
        form = read_password_change(await read_form(request))
        if not form.errors:
            refused = await own_password_refused(user_id, form.current)
            if refused is None:
                await password_changes.change(user_id, form.password)
                await _tell(user_id)
                return await enter(request, user_id, "/mon-compte?fait=mot-de-passe")
            if await is_current_password(user_id, form.password):  # the same form, sent twice
                return await enter(request, user_id, "/mon-compte?fait=mot-de-passe")
            form.errors.add("current_password", refused)
        return _change(request, form, await people.login_of(user_id), 422)


async def own_password_refused(user_id: int, password: str) -> Message | None:
    """Why the password asked again, before a serious change, of someone signed in is refused; None when it is right."""
    outcome = await check_own_password(user_id, password)
    if isinstance(outcome, Right):
        return None
    return blocked_message(outcome) if isinstance(outcome, Blocked) else Message(WRONG_PASSWORD)


def dead_link(request: AnyRequest, refusal: LinkUnknown, *, again: str | None = None) -> Response[bytes]:
    """A link that leads nowhere any more, with what to do instead."""
    return page(
        request,
        "accounts/dead_link",
        status_code=refusal.status,
        message=Message(refusal.message),
        again=again,
    )


async def _tell(user_id: int) -> None:
    person = await people.find_by_id(user_id)
    if person is not None and person.email is not None:
        post_password_changed(person.email, person.language)


def _forgotten(
    request: AnyRequest, form: AddressForm, *, sent: bool = False, status_code: int = 200
) -> Response[bytes]:
    return page(
        request,
        "accounts/forgotten_password",
        status_code=status_code,
        form=form,
        errors=form.errors,
        sent=sent,
    )


def _reset(request: AnyRequest, token: str, form: PasswordForm, status_code: int = 200) -> Response[bytes]:
    return page(
        request,
        "accounts/reset_password",
        status_code=status_code,
        form=form,
        errors=form.errors,
        token=token,
    )


def _change(request: AnyRequest, form: PasswordForm, login: str, status_code: int = 200) -> Response[bytes]:
    return page(
        request,
        "accounts/change_password",
        status_code=status_code,
        form=form,
        errors=form.errors,
        login=login,
    )
