"""Sends one plain-text message by the way a URL tells. Blocking: call it in a thread.

| URL | Does |
|---|---|
| `console:` | writes the message in the log |
| `file:DIR` | writes one `.eml` file per message in the folder |
| `smtp://user:password@host:587` | SMTP, with STARTTLS when the server offers it |
| `smtps://user:password@host:465` | SMTP inside TLS |

`?from=address` sets the sender.
"""

from __future__ import annotations

import logging
import smtplib
import ssl
import time
import uuid
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import formatdate, make_msgid
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

log = logging.getLogger(__name__)

TIMEOUT_SECONDS = 20


@dataclass(frozen=True)
class Mail:
    """One message to one person."""

    to: str
    subject: str
    text: str


def send(mail: Mail, mail_url: str, default_sender: str) -> None:
    """Send now or raise (`OSError`, `smtplib.SMTPException`, `ValueError` for a URL it does not know)."""
    url = urlsplit(mail_url)
    sender = parse_qs(url.query).get("from", [default_sender])[0]
    message = compose(mail, sender)
    if url.scheme == "console":
        log.warning("Message for %s: %s\n%s", mail.to, mail.subject, mail.text)
    elif url.scheme == "file":
        _write_file(message, Path(unquote(url.netloc + url.path)))
    elif url.scheme in ("smtp", "smtps"):
        _send_smtp(message, url)
    else:
        raise ValueError(f"MAIL_URL: unknown scheme {url.scheme!r} (console:, file:DIR, smtp://, smtps://)")


def compose(mail: Mail, sender: str) -> EmailMessage:
    """The message as sent. A line break in the address or subject is refused by `EmailMessage` itself."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address("Pix", addr_spec=sender)
    message["To"] = mail.to
    message["Subject"] = mail.subject
    message["Date"] = formatdate(localtime=False)
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    return message


def _write_file(message: EmailMessage, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{time.time_ns()}-{uuid.uuid4().hex[:8]}"
    unfinished = folder / f"{name}.tmp"
    unfinished.write_bytes(message.as_bytes(policy=SMTPUTF8))
    unfinished.rename(folder / f"{name}.eml")


def _send_smtp(message: EmailMessage, url: SplitResult) -> None:
    host = url.hostname or "localhost"
    context = ssl.create_default_context()
    if url.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, url.port or 465, timeout=TIMEOUT_SECONDS, context=context)
    else:
        server = smtplib.SMTP(host, url.port or 25, timeout=TIMEOUT_SECONDS)
    encrypted = url.scheme == "smtps"
    with server:
        server.ehlo_or_helo_if_needed()
        if url.scheme == "smtp" and server.has_extn("starttls"):
            server.starttls(context=context)
            server.ehlo()
            encrypted = True
        if url.username and not encrypted and host not in ("localhost", "127.0.0.1", "::1"):
            raise ValueError(f"{host} offers no TLS: the password of MAIL_URL is not sent in the clear")
        if url.username:
            server.login(unquote(url.username), unquote(url.password or ""))
        server.send_message(message)
