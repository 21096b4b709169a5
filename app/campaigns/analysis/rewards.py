"""Stages and badges of a campaign: who has reached what. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from app.campaigns.analysis.collective import half_up
from app.campaigns.outcomes import VALIDATED
from app.campaigns.target_profiles.badges import Badge, earned
from app.campaigns.target_profiles.stages import Reached, Stage, ordered, reached_stage
from app.content.index import ContentIndex


@dataclass(frozen=True)
class StageBar:
    """A stage and how many people are there; `number` from 1."""

    stage: Stage
    number: int
    people: int


@dataclass(frozen=True)
class Rewards:
    """`stages` in their order; `skills`: ids of the campaign's, in the order of its letters."""

    stages: tuple[Stage, ...]
    badges: tuple[Badge, ...]
    skills: tuple[str, ...]
    index: ContentIndex

    @cached_property
    def levels(self) -> list[int]:
        return [self.index.skills[one].level for one in self.skills if one in self.index.skills]

    @property
    def stage_choices(self) -> list[tuple[int, str]]:
        """Stages to choose from, as the team calls them."""
        return [(number, one.prescriber_title or one.title) for number, one in enumerate(self.stages, 1)]

    @property
    def badge_choices(self) -> list[tuple[int, str]]:
        """Badges to choose from."""
        return [(one.id, one.title) for one in self.badges]

    def stage_reached(self, validated: int) -> Reached | None:
        """With so many skills validated; None without stages."""
        return reached_stage(self.stages, validated, self.levels)

    def badges_earned(self, outcomes: str) -> list[Badge]:
        """In the order of the profile."""
        return [one for one in self.badges if earned(one, outcomes, self.skills, self.index)]

    def spread(self, by_validated: Mapping[int, int]) -> list[StageBar]:
        """People at each stage; `by_validated`: skills validated -> people."""
        counts = dict.fromkeys(range(1, len(self.stages) + 1), 0)
        for validated, people in by_validated.items():
            reached = self.stage_reached(validated)
            if reached is not None:
                counts[reached.number] += people
        return [StageBar(stage, number, counts[number]) for number, stage in enumerate(self.stages, 1)]

    def filter(self, stages: Collection[int], badges: Collection[int]) -> Callable[[str], bool] | None:
        """Whether letters reached any of the `stages` and earned all the `badges`; None when nothing is asked.

        Numbers that are none of the campaign's are left out.
        """
        asked = {number for number in stages if 1 <= number <= len(self.stages)}
        all_of = [one for one in self.badges if one.id in badges]
        if not asked and not all_of:
            return None

        def keep(outcomes: str) -> bool:
            reached = self.stage_reached(outcomes.count(VALIDATED)) if asked else None
            if asked and (reached is None or reached.number not in asked):
                return False
            return all(earned(one, outcomes, self.skills, self.index) for one in all_of)

        return keep


def rewards_of(stages: Sequence[Stage], badges: Sequence[Badge], skills: Sequence[str], index: ContentIndex) -> Rewards:
    """`stages` in any order."""
    levels = [index.skills[one].level for one in skills if one in index.skills]
    return Rewards(ordered(stages, levels), tuple(badges), tuple(skills), index)


def mean_stars(bars: Sequence[StageBar]) -> float:
    """Stars that people have on average, with one decimal, half up; the first stage has none."""
    people = sum(one.people for one in bars)
    stars = sum((one.number - 1) * one.people for one in bars)
    return half_up(Fraction(10 * stars, people)) / 10 if people else 0.0
