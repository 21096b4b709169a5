"""Signing in and out."""

from __future__ import annotations

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide

from app.accounts import sessions
from app.accounts.forms import SignInForm, carries_an_answer, read_address_known, read_sign_in, read_suite
from app.accounts.guards import signed_in_whatever_the_terms
from app.accounts.password_changes import issue_reset
from app.accounts.sign_ins import Blocked, Right, check_login
from app.accounts.signed_pages import HOME, AnyRequest, enter, leave
from app.lib.msgids import N_
from app.web.forms import read_form
from app.web.local_paths import safe_local_path
from app.web.messages import Message, counted
from app.web.pages import page, redirect
from app.web.security_log import note_refusal
from app.web.visitor import visitor_of

_WRONG = N_("L'adresse, l'identifiant ou le mot de passe ne correspondent à aucun compte")


class SignInController(Controller):
    path = "/connexion"
    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest) -> Response[bytes] | Response[None]:
        """The form; someone already signed in goes on."""
        suite = safe_local_path(request.query_params.get("suite"))
        if visitor_of(request).signed_in:
            return redirect(request, suite or HOME)
        changed = request.query_params.get("fait") == "mot-de-passe"
        return _form(
            request,
            SignInForm(read_address_known(request.scope["query_string"]), suite=suite),
            password_changed=changed,
        )

    @post()
    async def sign_in(self, request: AnyRequest) -> Response[bytes] | Response[None]:
        """Sign in, or say why not: never whether the account exists."""
        form = read_sign_in(await read_form(request))
        if form.errors:
            return _form(request, form, status_code=422)
        outcome = await check_login(form.login, form.password)
        if isinstance(outcome, Right):
            if outcome.temporary:
                return redirect(request, f"/mot-de-passe/{await issue_reset(outcome.user_id)}")
            return await enter(request, outcome.user_id, form.suite)
        note_refusal(request, f"SignIn{type(outcome).__name__}")
        blocked = outcome if isinstance(outcome, Blocked) else None
        form.errors.add("login", blocked_message(blocked) if blocked else _WRONG)
        return _form(request, form, blocked=blocked, status_code=422)


class SignOutController(Controller):
    path = "/deconnexion"
    opt = {"public": True}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest) -> Response[bytes] | Response[None]:
        """Someone typed the address: a page with the button, for opening a page must not sign out."""
        if not visitor_of(request).signed_in:
            return redirect(request, "/")
        return page(request, "accounts/sign_out")

    @post()
    async def sign_out(self, request: AnyRequest) -> Response[None]:
        """End the session of this browser; harmless when there is none any more. On to a page for another account."""
        session_id = visitor_of(request).session_id
        if session_id is not None:
            await sessions.close_session(session_id)
        return leave(request, read_suite(await read_form(request)) or "/")

    @post("/partout", dependencies={"user_id": Provide(signed_in_whatever_the_terms, sync_to_thread=False)})
    async def sign_out_everywhere(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[None]:
        """End the sessions of every browser, this one included."""
        await sessions.close_everywhere(user_id)
        return leave(request, "/connexion")


def blocked_message(blocked: Blocked) -> Message:
    """What to tell someone whose account is blocked."""
    if blocked.minutes is None:
        return Message(N_("Votre compte est bloqué après un trop grand nombre d'essais"))
    return counted(
        "Trop d'essais : réessayez dans %(count)s minute",
        "Trop d'essais : réessayez dans %(count)s minutes",
        blocked.minutes,
    )


def _form(
    request: AnyRequest,
    form: SignInForm,
    *,
    blocked: Blocked | None = None,
    password_changed: bool = False,
    status_code: int = 200,
) -> Response[bytes]:
    return page(
        request,
        "accounts/sign_in",
        status_code=status_code,
        form=form,
        errors=form.errors,
        blocked=blocked,
        password_changed=password_changed,
        answer_kept=carries_an_answer(form.suite),
    )
