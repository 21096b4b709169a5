"""How high the learners of an organisation stand in each topic: what several campaigns showed, put together. Pure.

A learner's level in a topic is the highest that one of her results validated (0 for none), over the campaigns that
aimed at the topic; of each campaign, only the results she sent last. The level of a topic is the mean over those
learners, to be read beside the highest level that was aimed at. A competence is the plain mean of its topics
(source: facts of Pix Orga, sections 2.3 and 6).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from app.campaigns.arrangement import Arrangement
from app.lib.msgids import N_

WORDS = ((7, "expert", N_("Expert")), (5, "advanced", N_("Avancé")), (3, "independent", N_("Indépendant")))
"""From which mean level a word applies: those of the European framework, two levels each."""
LOWEST = ("novice", N_("Novice"))


@dataclass(frozen=True, slots=True)
class Standing:
    """`mean` and `aimed`: levels, 0 to 8. `learners`: how many results say something of it."""

    key: str
    learners: int
    mean: Fraction
    aimed: Fraction

    @property
    def percent(self) -> int:
        """The mean over what was aimed at, half rounded up."""
        return int(100 * self.mean / self.aimed + Fraction(1, 2)) if self.aimed else 0

    @property
    def shown(self) -> Fraction:
        """The mean as it is read, with one decimal: words agree with what is read."""
        return round(self.mean, 1)

    @property
    def rank(self) -> str:
        """`novice` below level 3, `independent` from 3, `advanced` from 5, `expert` from 7."""
        return next((name for bound, name, _ in WORDS if self.shown >= bound), LOWEST[0])

    @property
    def word(self) -> str:
        """The same on a screen, to translate."""
        return next((word for bound, _, word in WORDS if self.shown >= bound), LOWEST[1])


@dataclass
class Levels:
    """Adds learners up: `learner()` once for each, then `topics()` and `competences()`."""

    people: int = 0
    _sums: Counter[str] = field(default_factory=Counter)
    _learners: Counter[str] = field(default_factory=Counter)
    """By topic and by competence."""
    _aimed: dict[str, int] = field(default_factory=dict)

    def learner(self, results: Iterable[tuple[Arrangement, str]]) -> None:
        """One learner: the arranged letters of each campaign she sent results to."""
        levels: dict[str, int] = {}
        competences: set[str] = set()
        for arrangement, letters in results:
            for topic, level in levels_in(arrangement, letters):
                if level >= levels.get(topic, 0):
                    levels[topic] = level
            competences.update(run.key for run in arrangement.competences)
        for topic, level in levels.items():
            self._sums[topic] += level
            self._learners[topic] += 1
        self._learners.update(competences)
        self.people += 1

    def aims(self, arrangement: Arrangement) -> None:
        """A campaign that some of them sent results to."""
        for run in arrangement.topics:
            self._aimed[run.key] = max(arrangement.skills[run.end - 1].level, self._aimed.get(run.key, 0))

    def topics(self) -> dict[str, Standing]:
        """By topic, those that something was aimed at in."""
        return {
            key: Standing(key, self._learners[key], Fraction(self._sums[key], self._learners[key]), Fraction(aimed))
            for key, aimed in self._aimed.items()
            if self._learners[key]
        }

    def competences(self, topics_of: Mapping[str, Sequence[str]]) -> dict[str, Standing]:
        """By competence: code -> ids of its topics gives the order."""
        topics = self.topics()
        found = {code: [topics[one] for one in ids if one in topics] for code, ids in topics_of.items()}
        return {
            code: Standing(
                code, self._learners[code], _mean(one.mean for one in some), _mean(one.aimed for one in some)
            )
            for code, some in found.items()
            if some
        }


def levels_in(arrangement: Arrangement, letters: str) -> Iterable[tuple[str, int]]:
    """The highest level validated in each topic, 0 for none."""
    skills = arrangement.skills
    for run in arrangement.topics:
        place = run.highest(letters)
        yield run.key, skills[place].level if place >= 0 else 0


def _mean(values: Iterable[Fraction]) -> Fraction:
    found = list(values)
    return sum(found, Fraction()) / len(found)
