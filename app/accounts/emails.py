"""The messages of this room, plain text in the reader's language.

None repeats a name: whoever signs up chooses both the name and the address, and could make us send anything.
"""

from __future__ import annotations

from app.accounts.mail import post
from app.lib.mail import Mail
from app.lib.msgids import N_
from app.settings import settings
from app.web.languages import translate


def post_welcome(to: str, language: str, token: str) -> None:
    """The account exists; a link proves the address."""
    _post(
        to,
        language,
        N_("Votre compte Pix est créé"),
        N_(
            "Bonjour,\n\nVotre compte Pix est créé. Confirmez votre adresse e-mail en ouvrant ce lien, "
            "valable 3 jours :\n\n%(link)s\n\n"
            "Vous pouvez utiliser Pix sans attendre. Si vous n'avez pas créé de compte, ignorez ce message."
        ),
        link=_link(f"/confirmation/{token}"),
    )


def post_confirmation(to: str, language: str, token: str) -> None:
    """Asked again from the account page."""
    _post(
        to,
        language,
        N_("Confirmez votre adresse e-mail"),
        N_(
            "Bonjour,\n\nConfirmez votre adresse e-mail en ouvrant ce lien, valable 3 jours :\n\n%(link)s\n\n"
            "Si vous n'avez rien demandé, ignorez ce message."
        ),
        link=_link(f"/confirmation/{token}"),
    )


def post_reset(to: str, language: str, token: str) -> None:
    _post(
        to,
        language,
        N_("Choisissez un nouveau mot de passe"),
        N_(
            "Bonjour,\n\n"
            "Pour choisir un nouveau mot de passe, ouvrez ce lien. Il est valable 24 heures et ne sert "
            "qu'une fois :\n\n%(link)s\n\n"
            "Si vous n'avez rien demandé, ignorez ce message : votre mot de passe ne change pas."
        ),
        link=_link(f"/mot-de-passe/{token}"),
    )


def post_password_changed(to: str, language: str) -> None:
    _post(
        to,
        language,
        N_("Votre mot de passe a changé"),
        N_(
            "Bonjour,\n\nLe mot de passe de votre compte Pix vient de changer.\n\n"
            "Si ce n'est pas vous, choisissez-en un autre tout de suite :\n\n%(link)s"
        ),
        link=_link("/mot-de-passe/oublie"),
    )


def post_address_code(to: str, language: str, code: str) -> None:
    """To the new address."""
    _post(
        to,
        language,
        N_("Votre code de vérification"),
        N_(
            "Bonjour,\n\nVotre code de vérification est : %(code)s\n\n"
            "Recopiez-le dans Pix dans les 10 minutes pour utiliser cette adresse.\n\n"
            "Si vous n'avez rien demandé, ignorez ce message."
        ),
        code=code,
    )


def post_address_changed(to: str, language: str) -> None:
    """To the former address."""
    _post(
        to,
        language,
        N_("L'adresse e-mail de votre compte a changé"),
        N_(
            "Bonjour,\n\nVotre compte Pix utilise maintenant une autre adresse e-mail : cette adresse ne "
            "permet plus de se connecter.\n\n"
            "Si ce n'est pas vous, écrivez-nous depuis la page d'aide :\n\n%(link)s"
        ),
        link=_link("/aide"),
    )


def post_account_erased(to: str, language: str) -> None:
    _post(
        to,
        language,
        N_("Votre compte Pix est supprimé"),
        N_(
            "Bonjour,\n\nComme vous l'avez demandé, votre compte Pix et les informations qui vous concernent "
            "sont effacés. Ce message est le dernier."
        ),
    )


def _post(to: str, language: str, subject: str, text: str, **params: str) -> None:
    signature = translate(language, N_("L'équipe Pix"))
    body = f"{translate(language, text, **params)}\n\n{signature}\n"
    post(Mail(to=to, subject=translate(language, subject), text=body))


def _link(path: str) -> str:
    return settings().base_url + path
