"""The page of one's own account, and its language."""

from __future__ import annotations

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide

from app.accounts import addresses, people, queries
from app.accounts.emails import post_confirmation
from app.accounts.forms import read_language
from app.accounts.guards import signed_in
from app.accounts.signed_pages import AnyRequest
from app.lib.msgids import N_
from app.web.cookies import language_cookie
from app.web.forms import read_form
from app.web.messages import Message
from app.web.pages import page, redirect

_DONE = {
    "mot-de-passe": N_("Votre mot de passe est changé. Les autres appareils sont déconnectés."),
    "adresse": N_("Votre adresse e-mail est changée."),
    "langue": N_("Votre langue est changée."),
    "besoins": N_("Vos besoins sont enregistrés : ils comptent dès la prochaine question."),
    "lien": N_("Le lien de confirmation est envoyé : ouvrez votre messagerie."),
}


class AccountController(Controller):
    path = "/mon-compte"
    dependencies = {"user_id": Provide(signed_in, sync_to_thread=False)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[bytes]:
        done = _DONE.get(request.query_params.get("fait", ""))
        account = await queries.account(user_id)
        return page(request, "accounts/account", account=account, done=Message(done) if done else None)

    @post("/langue")
    async def choose_language(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[None]:
        """The language of the pages and messages; this browser remembers it after signing out."""
        language = read_language(await read_form(request))
        response = redirect(request, "/mon-compte?fait=langue" if language else "/mon-compte")
        if language is not None:
            await people.choose_language(user_id, language)
            response.set_cookie(language_cookie(language))
        return response

    @post("/confirmation")
    async def send_confirmation_again(self, request: AnyRequest, user_id: NamedDependency[int]) -> Response[None]:
        """Another confirmation link, when the first was lost."""
        account = await queries.account(user_id)
        if account.email is None or account.email_confirmed:
            return redirect(request, "/mon-compte")
        post_confirmation(account.email, account.language, await addresses.ask_confirmation(user_id, account.email))
        return redirect(request, "/mon-compte?fait=lien")
