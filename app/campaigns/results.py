"""What a learner sees at the end of a journey. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.campaigns.goals import Goal, skills_by_competence
from app.campaigns.mastery import Mastery, mastery
from app.campaigns.outcomes import VALIDATED
from app.campaigns.target_profiles.badges import Badge, badge_percent, earned
from app.campaigns.target_profiles.stages import Reached, Stage, reached_stage
from app.content.index import Competence, ContentIndex
from app.evaluation.belief.certainty import Certainty, level_chances
from app.evaluation.belief.spreads import Spreads
from app.evaluation.knowledge import NOTHING_KNOWN
from app.evaluation.levels import Known, score_of
from app.evaluation.scoring import CompetenceScore, is_certifiable, total_pix


@dataclass(frozen=True)
class CompetenceResult:
    """One line of « Vos résultats détaillés »."""

    competence: Competence
    mastery: Mastery


@dataclass(frozen=True)
class JourneyResult:
    """The whole journey, by competence, and the tutorials of what failed, the lowest levels first."""

    mastery: Mastery
    competences: tuple[CompetenceResult, ...]
    tutorials: tuple[str, ...]


@dataclass(frozen=True)
class ShownBadge:
    """A badge earned, or one that is shown to everyone with how near it is (0 to 100)."""

    badge: Badge
    earned: bool
    percent: int


@dataclass(frozen=True)
class JourneyRewards:
    """The stage reached, if the target has stages, and the badges to show: those earned first."""

    stage: Reached | None
    badges: tuple[ShownBadge, ...]


@dataclass(frozen=True)
class ProfileResult:
    """A whole profile: the sixteen scores, their sum, whether it is certifiable."""

    scores: Mapping[str, CompetenceScore]
    pix: int
    certifiable: bool


TUTORIALS_SHOWN = 4


def journey_result(goal: Goal, known: Known, index: ContentIndex) -> JourneyResult:
    """Counts over the skills aimed at, from what is known (now, or when the results were sent)."""
    lines = tuple(
        CompetenceResult(index.competences[code], mastery(targeted((one.id for one in skills), index), known))
        for code, skills in skills_by_competence(goal, index).items()
    )
    return JourneyResult(mastery(targeted(goal.skills, index), known), lines, tuple(_tutorials(goal, known, index)))


def journey_rewards(
    goal: Goal, outcomes: str, stages: Sequence[Stage], badges: Sequence[Badge], index: ContentIndex
) -> JourneyRewards:
    """What the `outcomes` (one letter for each skill of the goal) are worth; hidden badges show once earned."""
    levels = [index.skills[one].level for one in goal.skills if one in index.skills]
    shown = [
        ShownBadge(one, won, percent)
        for one in badges
        for percent in [badge_percent(one, outcomes, goal.skills, index)]
        for won in [earned(one, outcomes, goal.skills, index)]
        if won or one.always_visible
    ]
    return JourneyRewards(
        reached_stage(stages, outcomes.count(VALIDATED), levels),
        tuple(sorted(shown, key=lambda one: not one.earned)),
    )


def profile_of(known: Known, index: ContentIndex, max_level: int) -> ProfileResult:
    """The sixteen competences of a person; `max_level`: highest reachable today."""
    scores = {code: score_of(competence, known, max_level) for code, competence in index.competences.items()}
    return ProfileResult(scores, total_pix(scores.values()), is_certifiable(scores.values()))


def certainties_of(
    profile: ProfileResult, known: Known, index: ContentIndex, max_level: int, at: datetime, spreads: Spreads
) -> Mapping[str, Certainty]:
    """How sure the levels of a profile are; competences of which nothing was asked directly are left out.

    `at`: when it was sent, or now. `spreads`: how abilities differ, as measured with this content. For the page of one
    person: it takes a few milliseconds.
    """
    chances = level_chances(index.competences.values(), known, at, max_level, spreads)
    return {code: one.beside(profile.scores[code].level) for code, one in chances.items()}


def targeted(skills: Iterable[str], index: ContentIndex) -> dict[str, list[int]]:
    """Topic -> levels aimed at; skills that the content no longer has are left out."""
    found: dict[str, list[int]] = {}
    for name in skills:
        skill = index.skills.get(name)
        if skill is not None:
            found.setdefault(skill.topic, []).append(skill.level)
    return found


def _tutorials(goal: Goal, known: Known, index: ContentIndex) -> list[str]:
    failed = []
    for name in goal.skills:
        skill = index.skills.get(name)
        element = known.get(skill.topic, NOTHING_KNOWN).get(skill.level) if skill else None
        if skill and element and element.direct and not element.validated:
            failed.append(skill)
    names = (tutorial for skill in sorted(failed, key=lambda one: one.level) for tutorial in skill.tutorials)
    return list(dict.fromkeys(names))[:TUTORIALS_SHOWN]
