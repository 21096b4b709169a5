"""The answers calibration stands on, as they were recorded."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.persistence.reports import report

PAGE = 50_000
"""Answers read at a time."""
OFTEN = 5
"""Wrong answers given less often are not looked at."""

Item = tuple[str, int]
"""A playable challenge and its version."""


@dataclass
class Recorded:
    """What people answered. Of somebody who met a challenge twice, the first time counts."""

    skills: dict[Item, str] = field(default_factory=dict)
    people: dict[int, dict[Item, bool]] = field(default_factory=dict)
    wrong_answers: dict[Item, tuple[str, int]] = field(default_factory=dict)
    """The wrong answer most given (JSON, as stored), and how many times."""


async def recorded() -> Recorded:
    """Every answer but those lost for having left the page: nobody knows what they would have been."""
    rows = await report("SELECT fingerprint, challenge, version FROM challenge_body")
    items: dict[str, Item] = {row["fingerprint"]: (row["challenge"], row["version"]) for row in rows}
    found = Recorded()
    last = 0
    while page := await _page(last):
        for row in page:
            item = items[row["body"]]
            found.skills[item] = row["skill"]
            found.people.setdefault(row["person"], {}).setdefault(item, row["result"] == "ok")
        last = page[-1]["id"]
    for row in await _often_wrong():
        item = items[row["body"]]
        if row["times"] > found.wrong_answers.get(item, ("", 0))[1]:
            found.wrong_answers[item] = (row["value"], row["times"])
    return found


async def _page(after: int) -> list[dict[str, Any]]:
    return await report(
        'SELECT answer.id, answer.body, answer.skill, answer.result, assessment."user" AS person FROM answer'
        " JOIN assessment ON assessment.id = answer.assessment"
        " WHERE answer.id > {} AND answer.result <> 'focused_out' ORDER BY answer.id LIMIT {}",
        after,
        PAGE,
    )


async def _often_wrong() -> list[dict[str, Any]]:
    return await report(
        "SELECT body, value, COUNT(*) AS times FROM answer WHERE result = 'ko'"
        " GROUP BY body, value HAVING COUNT(*) >= {} ORDER BY body, value",
        OFTEN,
    )
