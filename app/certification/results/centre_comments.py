"""Reads of what officers tell a centre about the tests of its session, once they are published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.certification.results.queries import tests_of


@dataclass(frozen=True)
class CentreComment:
    """About one of its candidates."""

    name: str
    text: str


async def comments_for_centre(session: int) -> Sequence[CentreComment]:
    """By name. The caller knows that the session is published."""
    return [
        CentreComment(f"{one.last_name} {one.first_name}", one.outcome.comments.centre)
        for one in await tests_of(session)
        if one.outcome is not None and one.outcome.comments.centre
    ]
