"""Reads for who ordered certifications: her own candidates, and nobody else's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.accounts.people import find_by_email
from app.certification.recipients.links import Link
from app.certification.recipients.refusals import ResultsWithdrawn
from app.certification.results.published import PublishedResult, results_of_session
from app.lib.refusals import NotFound
from app.web.languages import DEFAULT


@dataclass(frozen=True)
class Recipient:
    """An address that receives results of a session."""

    email: str
    session: int
    centre: str
    taken_at: datetime
    language: str
    """Of the account of that address, when there is one."""


async def recipients_of(session: int) -> Sequence[Recipient]:
    """Each address once, in order; only those of candidates who have a result."""
    found = {one.results_email: one for one in reversed(await results_of_session(session)) if one.results_email}
    recipients = []
    for email, one in sorted(found.items()):
        person = await find_by_email(email)
        language = person.language if person is not None else DEFAULT
        recipients.append(Recipient(email, session, one.centre, one.started_at, language))
    return recipients


async def results_opened_by(link: Link) -> Sequence[PublishedResult]:
    """The results that the link is for, at least one.

    Raises ResultsWithdrawn, or NotFound when the address receives no result of this session any more.
    """
    published = await results_of_session(link.session)
    if not published:
        raise ResultsWithdrawn
    hers = [one for one in published if link.is_for(one.results_email)]
    if not hers:
        raise NotFound
    return hers
