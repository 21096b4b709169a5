"""Forms as people and programs really send them: nothing here fails, the rooms say what is missing."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from litestar import Request
from litestar.datastructures import UploadFile

from app.lib.msgids import N_
from app.lib.refusals import Refusal
from app.web.messages import Message
from app.web.requests import headers_of

MAXIMUM_BYTES = 262_144
MAXIMUM_FIELDS = 1_000


class FormTooLarge(Refusal):
    """More bytes or fields than any of our forms holds."""

    status = 413
    message = N_("Votre envoi est trop volumineux : raccourcissez le texte puis recommencez.")


@dataclass(frozen=True, slots=True)
class Form:
    """What a form sent; values come clean: stripped, NFC, ``\\n`` line ends, no NUL (PostgreSQL has none)."""

    raw: dict[str, list[str]]

    def text(self, name: str) -> str:
        """The first value of a field, empty when it is absent."""
        values = self.raw.get(name)
        return _clean(values[0]) if values else ""

    def all(self, name: str) -> list[str]:
        """Every value of a repeated field, in the order sent."""
        return [_clean(value) for value in self.raw.get(name, ())]

    def flag(self, name: str) -> bool:
        """Whether a box is ticked."""
        return any(value not in ("", "0", "false", "off", "no") for value in self.all(name))

    def fields(self, prefix: str) -> dict[str, list[str]]:
        """The fields that begin with a prefix, named without it: ``answer.x`` gives ``x`` for ``answer.``."""
        size = len(prefix)
        return {name[size:]: self.all(name) for name in self.raw if name.startswith(prefix)}


class Errors(dict[str, Message]):
    """What to correct, by field, in the order of the form."""

    def add(self, field: str, message: Message | str) -> None:
        """Keep the first message of a field: one correction at a time."""
        self.setdefault(field, message if isinstance(message, Message) else Message(message))


async def read_form(request: Request[Any, Any, Any]) -> Form:
    """The form sent by a page; empty when the body is no form."""
    headers = headers_of(request.scope)
    length = headers.get(b"content-length", b"")
    if length.isdigit() and int(length) > MAXIMUM_BYTES:
        raise FormTooLarge
    body = await request.body()
    if len(body) > MAXIMUM_BYTES:
        raise FormTooLarge
    content_type = headers.get(b"content-type", b"")
    if content_type.startswith(b"multipart/form-data"):
        return await _multipart(request)
    if not content_type.startswith(b"application/x-www-form-urlencoded"):
        return Form({})
    return parse_form(body)


async def read_upload(request: Request[Any, Any, Any], name: str) -> bytes:
    """The bytes of a file sent with a form; none when no file was chosen."""
    if not headers_of(request.scope).get(b"content-type", b"").startswith(b"multipart/form-data"):
        return b""
    value = (await request.form()).get(name)
    return await value.read() if isinstance(value, UploadFile) else b""


def parse_form(body: bytes) -> Form:
    """URL-encoded bytes; a bad byte becomes U+FFFD rather than an error."""
    try:
        pairs = parse_qsl(
            body.decode("utf-8", "replace"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=MAXIMUM_FIELDS,
        )
    except ValueError as error:
        raise FormTooLarge from error
    return _form(pairs)


async def _multipart(request: Request[Any, Any, Any]) -> Form:
    data = await request.form()
    return _form([(name, value) for name, value in data.multi_items() if isinstance(value, str)])


def _form(pairs: list[tuple[str, str]]) -> Form:
    raw: dict[str, list[str]] = {}
    for name, value in pairs:
        raw.setdefault(name, []).append(value)
    return Form(raw)


def _clean(value: str) -> str:
    if value.isascii() and "\r" not in value and "\0" not in value:
        return value.strip()
    value = value.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", value).strip()
