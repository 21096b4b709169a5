"""What who asked for a workplace is told."""

from __future__ import annotations

from collections.abc import Sequence

from app.accounts.people import find_by_email
from app.organisations.emails import link, write
from app.organisations.spaces import Space
from app.organisations.team.invitations import Sent
from app.web.languages import DEFAULT


def post_acknowledgement(space: Space, to: str, language: str) -> None:
    words = space.request_words
    write(to, language, words.subject, words.acknowledged, help=link("/aide"))


async def post_opened(space: Space, invitations: Sequence[Sent], workplace_name: str) -> None:
    """The workplace exists, and this is the way in."""
    words = space.request_words
    for one in invitations:
        reads = await _language(one.email)
        write(one.email, reads, words.opened_subject, words.opened, workplace=workplace_name, link=link(one.path))


async def post_declined(space: Space, to: str, reason: str) -> None:
    """`reason` is written by the service's staff."""
    words = space.request_words
    write(to, await _language(to), words.subject, words.declined, reason=reason, link=link(space.asking))


async def _language(email: str) -> str:
    person = await find_by_email(email)
    return person.language if person is not None else DEFAULT
