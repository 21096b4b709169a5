"""How this room writes to people: plain text, in the reader's language, signed."""

from __future__ import annotations

from app.accounts.mail import post
from app.lib.mail import Mail
from app.lib.msgids import N_
from app.settings import settings
from app.web.languages import translate


def write(to: str, language: str, subject: str, text: str, **params: str) -> None:
    """Send a message soon; subject and text are message ids, with the same parameters. After the transaction."""
    signature = translate(language, N_("L'équipe Pix"))
    body = f"{translate(language, text, **params)}\n\n{signature}\n"
    post(Mail(to=to, subject=translate(language, subject, **params), text=body))


def link(path: str) -> str:
    return settings().base_url + path
