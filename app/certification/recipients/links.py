"""The address that opens the results of a session to who ordered them: signed, for one mailbox, for thirty days.

It holds a fingerprint of the mailbox, not the mailbox: addresses are written in the logs of servers and proxies.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.accounts.identity import normal_email
from app.accounts.tokens import fingerprint
from app.certification.recipients.refusals import LinkExpired
from app.lib.refusals import NotFound
from app.web.cookies import sign, unsign

PATH = "/resultats-de-certification"
LIFE = timedelta(days=30)
_PURPOSE = "certification results"


@dataclass(frozen=True)
class Link:
    """What it opens, and until when."""

    session: int
    mailbox: str
    """Its fingerprint."""
    expires_at: datetime

    def is_for(self, email: str) -> bool:
        """Whether it was sent to this address; never to none."""
        return bool(email) and mailbox(email) == self.mailbox


def path_of(session: int, email: str, at: datetime) -> str:
    """The path sent `at` that moment to this address."""
    expires_at = int((at + LIFE).timestamp())
    return f"{PATH}/{sign(f'{session}:{mailbox(email)}:{expires_at}', _PURPOSE)}"


def read(token: str, at: datetime) -> Link:
    """What the token of an address says. Raises NotFound for one that we did not write, LinkExpired."""
    signed = unsign(token, _PURPOSE)
    if signed is None:
        raise NotFound
    session, known, expires = signed.split(":")
    link = Link(int(session), known, datetime.fromtimestamp(int(expires), UTC))
    if at >= link.expires_at:
        raise LinkExpired
    return link


def mailbox(email: str) -> str:
    """The same for an address however it is typed."""
    return fingerprint(normal_email(email))[:32]
