"""Access tokens: signed, for one program, some scopes and one hour. Nothing of them is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.certification.interfaces.scopes import read_scopes, written
from app.web.cookies import sign, unsign

LIFE = timedelta(hours=1)
_PURPOSE = "machine access token"


@dataclass(frozen=True)
class Token:
    """What a token says."""

    client: int
    scopes: frozenset[str]


def issue(client: int, scopes: frozenset[str], at: datetime) -> str:
    """In the letters that a header takes (RFC 6750, section 2.1)."""
    return sign(f"{client}:{int((at + LIFE).timestamp())}:{written(scopes)}", _PURPOSE)


def read(token: str, at: datetime) -> Token | None:
    """None for one that we did not sign, or that is over."""
    signed = unsign(token, _PURPOSE)
    if signed is None:
        return None
    client, expires, scopes = signed.split(":")
    over = datetime.fromtimestamp(int(expires), UTC) <= at
    return None if over else Token(int(client), read_scopes(scopes))
