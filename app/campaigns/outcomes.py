"""What a participation showed, as one letter for each skill of the campaign's goal, in its order. Pure.

`V` validated, `F` invalidated (failed, or inferred from a failure), `-` not tested. Written once, when the results
are sent: ten thousand participants hold in a megabyte, and every figure of a campaign is a count of letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from app.content.index import ContentIndex
from app.evaluation.knowledge import NOTHING_KNOWN
from app.evaluation.levels import Known

VALIDATED: Literal["V"] = "V"
FAILED: Literal["F"] = "F"
NOT_TESTED: Literal["-"] = "-"


def outcomes_of(skills: Sequence[str], known: Known, index: ContentIndex) -> str:
    """One letter for each of `skills` (ids); a skill that the content no longer has was not tested."""
    return "".join(_letter(name, known, index) for name in skills)


def positions(skills: Sequence[str], wanted: Iterable[str]) -> tuple[int, ...]:
    """Where the `wanted` skills stand in a campaign's `skills`."""
    places: Mapping[str, int] = {name: place for place, name in enumerate(skills)}
    return tuple(places[name] for name in wanted if name in places)


def _letter(name: str, known: Known, index: ContentIndex) -> str:
    skill = index.skills.get(name)
    element = known.get(skill.topic, NOTHING_KNOWN).get(skill.level) if skill else None
    if element is None:
        return NOT_TESTED
    return VALIDATED if element.validated else FAILED
