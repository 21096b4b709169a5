"""Success and failure on each question, over the last sending of each person."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from app.campaigns.analysis.queries.population import Population, marks
from app.campaigns.mastery import percent_of
from app.content.challenge import Answer as Values
from app.content.index import PlayableChallenge, Skill
from app.content.past_challenges import as_they_were, skill_called
from app.content.releases import current_index
from app.evaluation.results import Result
from app.evaluation.tables import Answer
from app.lib.refusals import NotFound
from app.persistence.reports import report

MOST_VALUES = 5_000
"""Different wrong answers looked into, the most frequent ones."""
_values = msgspec.json.Decoder(dict[str, list[str]])


@dataclass
class Asked:
    """A question of the campaign: what became of the answers to it."""

    challenge: str
    skill: Skill
    counts: dict[Result, int] = field(default_factory=dict)
    last: int = 0
    """Its latest answer: the question as it was then is the one shown."""

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def right(self) -> int:
        return self.counts.get("ok", 0)

    @property
    def wrong(self) -> int:
        return self.counts.get("ko", 0)

    @property
    def skipped(self) -> int:
        return self.counts.get("skipped", 0)

    @property
    def late(self) -> int:
        """Right, but out of time."""
        return self.counts.get("timed_out", 0)

    @property
    def left(self) -> int:
        """Right, but the page was left."""
        return self.counts.get("focused_out", 0)

    @property
    def percent(self) -> int:
        """Right answers, whole percents, half up."""
        return percent_of(self.right, self.total)

    @property
    def parts(self) -> tuple[int, int, int, int, int]:
        return self.right, self.wrong, self.skipped, self.late, self.left


async def questions_asked(population: Population) -> list[Asked]:
    """Every question that was answered, in the order of the framework: one query, counted by the database."""
    rows = await report(
        f"SELECT n.challenge, n.result, {COUNTED} FROM participation p JOIN answer n ON n.assessment = p.assessment"
        f" WHERE p.id IN ({population.sql}) GROUP BY n.challenge, n.result ORDER BY n.challenge, n.result",
        *population.values,
    )
    index, found = current_index(), dict[str, Asked]()
    for row in rows:
        one = found.setdefault(row["challenge"], Asked(row["challenge"], skill_called(row["skill"], index)))
        one.counts[row["result"]] = row["number"]
        one.last = max(one.last, row["last"])
    places = {name: place for place, name in enumerate(index.skills)}
    return sorted(found.values(), key=lambda one: (places.get(one.skill.id, len(places)), one.challenge))


async def question_asked(population: Population, challenge: str) -> tuple[Asked, PlayableChallenge]:
    """One of them, as its last answer saw it. Raises NotFound for one that nobody answered."""
    rows = await report(
        f"SELECT n.result, {COUNTED} FROM participation p JOIN answer n ON n.assessment = p.assessment"
        f" AND n.challenge = {{}} WHERE p.id IN ({population.sql}) GROUP BY n.result",
        challenge,
        *population.values,
    )
    if not rows:
        raise NotFound
    counts = {row["result"]: row["number"] for row in rows}
    skill = skill_called(rows[0]["skill"], current_index())
    asked = Asked(challenge, skill, counts, max(row["last"] for row in rows))
    body = (await statements([asked])).get(challenge)
    if body is None:
        raise NotFound
    return asked, body


async def statements(asked: Collection[Asked]) -> dict[str, PlayableChallenge]:
    """The questions themselves by id, each as its last answer saw it; those from before bodies were kept are missing.

    Two queries, whatever their number; few of them are shown at once.
    """
    if not asked:
        return {}
    last = [one.last for one in asked]
    rows = await Answer.raw(f"SELECT challenge, body FROM answer WHERE id IN ({marks(last)})", *last)
    found = await as_they_were({row["body"]: row["challenge"] for row in rows})
    return {row["challenge"]: found[row["body"]] for row in rows if row["body"] in found}


async def wrong_answers(population: Population, challenge: str) -> list[tuple[Values, int]]:
    """What was answered wrong, with how many people answered just this."""
    return await _answers(population, challenge, ("ko",))


async def answers_given(population: Population, challenge: str) -> list[tuple[Values, int]]:
    """Whatever was answered, right or wrong, with how many people answered just this."""
    return await _answers(population, challenge, ("ok", "ko", "timed_out", "focused_out"))


async def _answers(population: Population, challenge: str, results: Sequence[Result]) -> list[tuple[Values, int]]:
    rows = await report(
        "SELECT n.value, COUNT(*) AS number FROM participation p JOIN answer n ON n.assessment = p.assessment"
        f" AND n.challenge = {{}} WHERE p.id IN ({population.sql}) AND n.result IN ({marks(results)})"
        " AND n.value <> '' GROUP BY n.value ORDER BY number DESC, n.value LIMIT {}",
        challenge,
        *population.values,
        *results,
        MOST_VALUES,
    )
    return [(_decoded(row["value"]), row["number"]) for row in rows]


def _decoded(value: str) -> Mapping[str, Sequence[str]]:
    return _values.decode(value)


COUNTED = "COUNT(*) AS number, MAX(n.id) AS last, MAX(n.skill) AS skill"
