"""A request for a token, as RFC 6749 (sections 2.3.1, 4.4 and 5.2) writes it and refuses it. Pure.

The descriptions are in English and ASCII: the RFC allows nothing else there.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote_plus

from app.certification.interfaces.scopes import read_scopes

GRANT = "client_credentials"
Error = Literal["invalid_request", "invalid_client", "unsupported_grant_type", "invalid_scope"]


class TokenRefused(Exception):
    """No token, and why, in the words of the RFC."""

    def __init__(self, error: Error, description: str, status: int = 400) -> None:
        super().__init__(description)
        self.error = error
        self.description = description
        self.status = status


@dataclass(frozen=True)
class TokenRequest:
    """Who asks, and for what; no scope: all those it has."""

    client_id: str
    secret: str
    scopes: frozenset[str]


def wrong_client() -> TokenRefused:
    """The same for an unknown program, a wrong secret and a disabled program."""
    return TokenRefused("invalid_client", "Unknown client, wrong secret, or disabled client.", 401)


def read_request(form: Mapping[str, Sequence[str]], authorization: str) -> TokenRequest:
    """From the fields of the form and the `Authorization` header (empty without one). Raises TokenRefused."""
    if any(len(values) > 1 for values in form.values()):
        raise TokenRefused("invalid_request", "A parameter is repeated.")
    fields = {name: values[0] for name, values in form.items() if values}
    grant = fields.get("grant_type", "")
    if not grant:
        raise TokenRefused("invalid_request", "The parameter grant_type is missing: send a form (urlencoded).")
    if grant != GRANT:
        raise TokenRefused("unsupported_grant_type", f"The only grant type is {GRANT}.")
    client_id, secret = _credentials(fields, authorization)
    return TokenRequest(client_id, secret, read_scopes(fields.get("scope", "")))


def granted(asked: frozenset[str], allowed: frozenset[str]) -> frozenset[str]:
    """What the token is for. Raises TokenRefused when the program asks for more than it may."""
    if not asked <= allowed:
        raise TokenRefused("invalid_scope", "This client may not ask for this scope.")
    return asked or allowed


def _credentials(fields: Mapping[str, str], authorization: str) -> tuple[str, str]:
    in_form = fields.get("client_id", ""), fields.get("client_secret", "")
    if not authorization:
        if not all(in_form):
            raise wrong_client()
        return in_form
    in_header = _basic(authorization)
    if in_form[1] or in_form[0] not in ("", in_header[0]):
        raise TokenRefused("invalid_request", "Give the credentials once: in the header or in the form.")
    return in_header


def _basic(authorization: str) -> tuple[str, str]:
    """The two parts, each written as in a form (section 2.3.1)."""
    scheme, _, encoded = authorization.partition(" ")
    try:
        decoded = base64.b64decode(encoded.strip(), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError) as error:
        raise wrong_client() from error
    client_id, separator, secret = decoded.partition(":")
    if scheme.lower() != "basic" or not separator:
        raise wrong_client()
    return unquote_plus(client_id), unquote_plus(secret)
