"""The figures of a campaign computed the long way, person after person, from the answers as they are stored.

Nothing of the application's rules is used: a skill is validated when a right answer says it, or one to a harder skill
of its topic; what was said last counts, and an assessment does not contradict itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from app.persistence.statements import Statement


def naive_score(topic: str, goal: Iterable[str], letters: str) -> Fraction:
    """The relevance of a topic for one person, as section 2.4 writes it. A skill is called `topic-level`."""
    skills = list(goal)
    of_topic = [name for name in skills if name.rsplit("-", 1)[0] == topic]
    s = [level(name) for name in of_topic]
    v = [level(name) for name in of_topic if letters[skills.index(name)] == "V"]
    dmax, lmax = max(s), max(level(name) for name in skills)
    high = max(v) if v else 0
    score = Fraction(40) / dmax * high + Fraction(30) / lmax * dmax + Fraction(20) / len(s) * len(v)
    if v:
        missing = [one for one in s if one not in v]
        score += Fraction(10) / (min(missing) if missing else dmax) * high
    return score


def naive_bubbles(score: Fraction) -> int:
    if score <= 25:
        return 4
    if score <= 50:
        return 3
    return 2 if score <= 75 else 1


@dataclass
class Person:
    """What one person's answers said, until she sent her results."""

    user: int
    outcomes: dict[str, bool] = field(default_factory=dict)
    """Skill -> validated; those never heard of are missing."""
    results: dict[str, str] = field(default_factory=dict)
    """Challenge -> result, in the campaign."""

    def letters(self, goal: Iterable[str]) -> str:
        return "".join({True: "V", False: "F", None: "-"}[self.outcomes.get(name)] for name in goal)


_SENT = Statement(
    'SELECT p."user", p.assessment, p.shared_at, p.attempt FROM participation p WHERE p.campaign = {}'
    ' AND p.shared_at IS NOT NULL AND p.deleted_at IS NULL AND NOT p.trial ORDER BY p."user", p.attempt'
)
_ANSWERS = Statement(
    "SELECT n.id, n.assessment, n.challenge, n.skill, n.result, n.answered_at, s.body AS scope FROM answer n"
    " JOIN assessment a ON a.id = n.assessment JOIN assessment_scope s ON s.id = a.scope"
    ' WHERE a."user" = {} ORDER BY n.id'
)


async def naive_people(campaign: int, known_levels: Mapping[str, Iterable[int]]) -> list[Person]:
    """Everyone who sent results, in her last sending. `known_levels`: topic -> levels that a fixed list may tell of."""
    latest = {row["user"]: row for row in await _SENT(campaign)}
    return [await _person(user, row, known_levels) for user, row in latest.items()]


def naive_validated(person: Person, skills: Iterable[str]) -> int:
    """How many of these skills she validated."""
    return sum(person.outcomes.get(name) is True for name in skills)


def naive_mean(people: list[Person], skills: list[str]) -> Fraction:
    """Skills validated by each on average."""
    return sum((Fraction(naive_validated(one, skills)) for one in people), Fraction()) / len(people)


def rounded(value: Fraction) -> int:
    """To the nearest, half up."""
    return int(value + Fraction(1, 2))


def level(skill: str) -> int:
    return int(skill.rsplit("-", 1)[1])


async def _person(user: int, sent: Mapping[str, Any], known_levels: Mapping[str, Iterable[int]]) -> Person:
    person = Person(user)
    said_by: dict[str, int] = {}
    for row in await _ANSWERS(user):
        if row["answered_at"] > sent["shared_at"]:
            continue
        if row["assessment"] == sent["assessment"]:
            person.results[row["challenge"]] = row["result"]
        topic, own = row["skill"].rsplit("-", 1)[0], level(row["skill"])
        aimed = json.loads(row["scope"])
        levels = [level(one) for one in aimed.get("skills") or [] if one.rsplit("-", 1)[0] == topic]
        levels = levels or list(known_levels[topic])
        right = row["result"] == "ok"
        if said_by.get(f"{topic}-{own}") == row["assessment"]:
            continue
        for other in levels:
            says = other == own or (other < own if right else other > own)
            name = f"{topic}-{other}"
            if says and said_by.get(name) != row["assessment"]:
                person.outcomes[name], said_by[name] = right, row["assessment"]
    return person
