"""Messages: composed safely, sent by real servers and files, never in the way of a page."""

from __future__ import annotations

import asyncio
import email
import email.policy
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from app.accounts import emails, mail
from app.lib.mail import Mail, compose, send

pytestmark = pytest.mark.anyio

MESSAGE = Mail(to="louise@exemple.fr", subject="Bonjour à tous : été", text="Première ligne\n.\nDernière : « fin »\n")
SENDER = "ne-pas-repondre@pix.test"


@dataclass
class Server:
    """A small SMTP server: what was said to it and given to it."""

    port: int = 0
    said: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 ready\r\n")
        while line := (await reader.readline()).decode().strip():
            self.said.append(line)
            if line.upper() == "DATA":
                writer.write(b"354 go\r\n")
                body = (await reader.readuntil(b"\r\n.\r\n")).decode()
                self.messages.append(body.replace("\r\n..", "\r\n."))
                writer.write(b"250 kept\r\n")
            elif line.upper() == "QUIT":
                writer.write(b"221 bye\r\n")
                break
            else:
                writer.write(b"250 8BITMIME\r\n" if line.lower().startswith("ehlo") else b"250 ok\r\n")
        await writer.drain()
        writer.close()


@asynccontextmanager
async def smtp_server() -> AsyncIterator[Server]:
    server = Server()
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    async with listening:
        yield server


def read(raw: str | bytes) -> EmailMessage:
    data = raw.encode() if isinstance(raw, str) else raw
    return email.message_from_bytes(data, policy=email.policy.default)  # type: ignore[return-value]


async def test_by_smtp() -> None:
    async with smtp_server() as server:
        await asyncio.to_thread(send, MESSAGE, f"smtp://127.0.0.1:{server.port}?from=pix@ecole.fr", SENDER)
    assert any(line.lower().startswith("mail from:<pix@ecole.fr>") for line in server.said)
    assert any(line.lower().startswith("rcpt to:<louise@exemple.fr>") for line in server.said)
    (message,) = map(read, server.messages)
    assert message["Subject"] == MESSAGE.subject
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content().replace("\r\n", "\n").rstrip(".\n") == MESSAGE.text.rstrip(".\n")


async def test_a_password_never_travels_in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    found = socket.create_connection
    monkeypatch.setattr(socket, "create_connection", lambda address, *rest: found(("127.0.0.1", address[1]), *rest))
    async with smtp_server() as server:
        url = f"smtp://pix:secret@courrier.example:{server.port}"
        with pytest.raises(ValueError, match="no TLS"):
            await asyncio.to_thread(send, MESSAGE, url, SENDER)
    assert not [line for line in server.said if "AUTH" in line]


def test_in_a_folder(tmp_path: Path) -> None:
    for _ in range(2):
        send(MESSAGE, f"file:{tmp_path}/post", SENDER)
    first, second = (tmp_path / "post").iterdir()
    assert {first.suffix, second.suffix} == {".eml"}
    message = read(first.read_bytes())
    assert (message["To"], message["Subject"]) == (MESSAGE.to, MESSAGE.subject)
    assert message["From"] == f"Pix <{SENDER}>"
    assert "« fin »" in message.get_content()


def test_an_unknown_way_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown scheme"):
        send(MESSAGE, "pigeon://loft", SENDER)


@pytest.mark.parametrize("field", ["to", "subject"])
def test_no_header_can_be_slipped_in(field: str) -> None:
    values: dict[str, Any] = {"to": "a@b.fr", "subject": "Bonjour", "text": "x"}
    values[field] += "\r\nBcc: tous@exemple.fr"
    with pytest.raises(ValueError, match=r"linefeed|newline"):
        compose(Mail(**values), SENDER)


async def test_a_message_that_cannot_be_sent_is_logged_and_that_is_all(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from app.settings import settings

    broken = replace(settings(), mail_url="smtp://127.0.0.1:1")
    monkeypatch.setattr(mail, "settings", lambda: broken)
    with caplog.at_level(logging.ERROR):
        mail.post(MESSAGE)
        await mail.all_sent()
    assert "Message not sent: Bonjour" in caplog.text
    assert "louise@exemple.fr" not in caplog.records[-1].getMessage()


@pytest.mark.parametrize("language", ["fr"])
async def test_every_message_has_a_subject_a_text_and_a_signature(
    caplog: pytest.LogCaptureFixture, language: str
) -> None:
    caplog.set_level(logging.WARNING, "app.lib.mail")
    emails.post_welcome("a@b.fr", language, "jeton")
    emails.post_confirmation("a@b.fr", language, "jeton")
    emails.post_reset("a@b.fr", language, "jeton")
    emails.post_password_changed("a@b.fr", language)
    emails.post_address_code("a@b.fr", language, "123456")
    emails.post_address_changed("a@b.fr", language)
    emails.post_account_erased("a@b.fr", language)
    await mail.all_sent()
    sent = [record.args for record in caplog.records if record.name == "app.lib.mail"]
    assert len(sent) == 7
    for _, subject, text in sent:  # type: ignore[misc]
        assert subject
        assert text.startswith("Bonjour,")
        assert text.endswith("L’équipe Pix\n")
        assert "%(" not in text
        assert all(line == line.strip() for line in text.splitlines())
