"""Everything the letters of a campaign say at once, each distinct string read only once. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from app.campaigns.arrangement import Arrangement
from app.campaigns.outcomes import VALIDATED


@dataclass(frozen=True)
class Tally:
    """`by_validated`: number of skills validated -> people. `slices`: topic -> letters of its skills -> people."""

    people: int
    by_validated: Mapping[int, int]
    slices: Mapping[str, Mapping[str, int]]


def tally_of(arrangement: Arrangement, outcomes: Mapping[str, int]) -> Tally:
    """`outcomes`: letters as participations keep them, in the order of the goal -> how many people have these."""
    by_validated: Counter[int] = Counter()
    arranged: Counter[str] = Counter()
    for letters, people in outcomes.items():
        by_validated[letters.count(VALIDATED)] += people
        arranged[arrangement.arranged(letters)] += people
    slices: dict[str, Counter[str]] = {}
    for run in arrangement.topics:
        found = slices[run.key] = Counter[str]()
        start, end = run.start, run.end
        for letters, people in arranged.items():
            found[letters[start:end]] += people
    return Tally(sum(outcomes.values()), by_validated, slices)
