"""The pictures of the questions that may come next, for the browser to fetch while the learner thinks. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.content.media import Media
from app.evaluation.answers import following
from app.evaluation.results import Result
from app.evaluation.runs import Run

MOST_BYTES = 100_000
RESULTS: tuple[Result, ...] = ("ok", "ko")


def pictures_ahead(run: Run, now: datetime) -> tuple[Media, ...]:
    """Those after a right answer and after a wrong one."""
    asked = run.asked()
    if asked is None:
        return ()
    after = [following(run, asked, result, now).asked() for result in RESULTS]
    return worth_fetching([one.illustration for one in after if one and one.illustration])


def worth_fetching(pictures: Sequence[Media]) -> tuple[Media, ...]:
    """Each once, in an order that does not tell which result leads to it, within a budget of bytes."""
    within: list[Media] = []
    for _, picture in sorted({one.fingerprint: one for one in pictures}.items()):
        if sum(one.size for one in within) + picture.size <= MOST_BYTES:
            within.append(picture)
    return tuple(within)
