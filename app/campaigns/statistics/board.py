"""The page of statistics: what was sent, read once, as tables and charts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from app.campaigns import goals
from app.campaigns.arrangement import Arrangement, arrangement_of
from app.campaigns.statistics import queries
from app.campaigns.statistics.forms import Wanted, beginning
from app.campaigns.statistics.levels import Levels, Standing
from app.campaigns.statistics.months import Month
from app.campaigns.statistics.queries import KnownCampaign
from app.campaigns.statistics.reading import Reading
from app.content.index import Competence, ContentIndex
from app.content.releases import current_index
from app.web.charts import Plot, bar_plot
from app.web.sorting import Sorting

WHOLE = 100


@dataclass(frozen=True)
class Line:
    """A competence, or a topic of one: `topic` is its title, empty for the competence itself."""

    competence: Competence
    topic: str
    standing: Standing

    @property
    def mean(self) -> float:
        """With one decimal."""
        return float(self.standing.shown)

    @property
    def aimed(self) -> float:
        return float(round(self.standing.aimed, 1))


@dataclass(frozen=True)
class Board:
    """`people`: whose results are in it. `mastery`: None when nothing but profiles was sent."""

    people: int
    competences: Sequence[Line]
    topics: Sequence[Line]
    months: Sequence[Month]
    sendings: Plot
    mastery: Plot | None

    @property
    def sending_rows(self) -> list[tuple[date, int]]:
        return [(one.first_day, one.sendings) for one in self.months]

    @property
    def mastery_rows(self) -> list[tuple[date, int | str]]:
        """Whole percents; a dash for a month without results."""
        return [(one.first_day, "–" if one.percent is None else round(one.percent)) for one in self.months]


async def board(organisation: int, campaigns: Iterable[KnownCampaign], wanted: Wanted, now: datetime) -> Board:
    """One statement whatever the number of learners, up to very many of them; counted in a thread."""
    index = current_index()
    reading = Reading(_arrangements(campaigns, index), wanted.area)
    async for rows in queries.sent(organisation, wanted.campaign, beginning(wanted.period, now)):
        await asyncio.to_thread(reading.read, rows)
    await asyncio.to_thread(reading.end)
    competences = [one for one in index.competences.values() if wanted.area in ("", str(one.area))]
    months = reading.months.all()
    return Board(
        reading.levels.people,
        _competences(reading.levels, competences),
        sorted_lines(_topics(reading.levels, competences), wanted.sorting),
        months,
        bar_plot([one.sendings for one in months]),
        _mastery(months),
    )


def sorted_lines(lines: Iterable[Line], sorting: Sorting) -> list[Line]:
    """In the order asked for; equal ones stay in that of the framework."""
    found = list(lines)
    if sorting.key == "sujet":
        return found[::-1] if sorting.descending else found
    return sorted(found, key=_KEYS[sorting.key], reverse=sorting.descending)


_KEYS: Mapping[str, Callable[[Line], Fraction | int]] = {
    "personnes": lambda line: line.standing.learners,
    "niveau": lambda line: line.standing.mean,
    "part": lambda line: line.standing.mean / line.standing.aimed,
}


def _arrangements(campaigns: Iterable[KnownCampaign], index: ContentIndex) -> dict[int, Arrangement]:
    """By campaign; those with the same goal share theirs."""
    made: dict[str, Arrangement] = {}
    found = {}
    for one in campaigns:
        if one.goal:
            if one.goal not in made:
                made[one.goal] = arrangement_of(goals.decode(one.goal).skills, index)
            found[one.id] = made[one.goal]
    return found


def _competences(levels: Levels, competences: Iterable[Competence]) -> list[Line]:
    by_code = {one.code: one for one in competences}
    found = levels.competences({code: [topic.id for topic in one.topics] for code, one in by_code.items()})
    return [Line(by_code[code], "", standing) for code, standing in found.items()]


def _topics(levels: Levels, competences: Iterable[Competence]) -> list[Line]:
    found = levels.topics()
    return [
        Line(competence, topic.title, found[topic.id])
        for competence in competences
        for topic in competence.topics
        if topic.id in found
    ]


def _mastery(months: Sequence[Month]) -> Plot | None:
    if all(one.percent is None for one in months):
        return None
    return bar_plot([one.percent or 0 for one in months], top=WHOLE)
