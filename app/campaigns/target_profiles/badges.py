"""Badges (« résultats thématiques »): what they ask for, and whether a participation earned them. Pure.

Source of the rules: facts of Pix Orga, section 1.12.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from app.campaigns.mastery import percent_of
from app.campaigns.outcomes import NOT_TESTED, VALIDATED
from app.content.index import ContentIndex
from app.lib.msgids import N_

MOST_CRITERIA = 10
ICONS: Mapping[str, str] = {
    "star": N_("Étoile"),
    "compass": N_("Boussole"),
    "shield": N_("Bouclier"),
    "key": N_("Clé"),
    "rocket": N_("Fusée"),
    "summit": N_("Sommet"),
    "leaf": N_("Feuille"),
    "idea": N_("Idée"),
}
"""Our drawings (`static/badges.svg`), and what they show."""


class Criterion(msgspec.Struct, frozen=True, omit_defaults=True):
    """So many percent of some skills: those of `topics` up to a level of each, or all those of the campaign."""

    threshold: int
    """0 to 100; 0 is fulfilled by anyone."""
    topics: dict[str, int] = {}
    """Topic -> highest level; empty for all the skills of the campaign."""
    name: str = ""


@dataclass(frozen=True)
class Badge:
    """A badge of a target."""

    id: int
    key: str
    title: str
    message: str
    alt: str
    icon: str
    always_visible: bool
    certifiable: bool
    criteria: tuple[Criterion, ...]


def earned(badge: Badge, outcomes: str, skills: Sequence[str], index: ContentIndex) -> bool:
    """Whether every criterion is fulfilled; `outcomes`: one letter for each of the campaign's `skills`."""
    return bool(badge.criteria) and all(acquisition(one, outcomes, skills, index) == 100 for one in badge.criteria)


def badge_percent(badge: Badge, outcomes: str, skills: Sequence[str], index: ContentIndex) -> int:
    """How near a badge is, 0 to 100: the mean of its criteria, rounded half up; 0 without any."""
    parts = [acquisition(one, outcomes, skills, index) for one in badge.criteria]
    return percent_of(sum(parts), 100 * len(parts))


def acquisition(criterion: Criterion, outcomes: str, skills: Sequence[str], index: ContentIndex) -> int:
    """How near a criterion is, 0 to 100: mastery over threshold, both in whole percents (99.5 % makes 100)."""
    if criterion.threshold == 0:
        return 100
    letters = outcomes.ljust(len(skills), NOT_TESTED)
    aimed = [letter for name, letter in zip(skills, letters, strict=True) if _aims_at(criterion, name, index)]
    return min(100, percent_of(percent_of(aimed.count(VALIDATED), len(aimed)), criterion.threshold))


def criterion_faults(criteria: Sequence[Criterion], caps: Mapping[str, int]) -> Iterator[tuple[int | None, str]]:
    """What keeps criteria from being used: position (None for all of them) and message. `caps`: of the target."""
    if not criteria:
        yield None, N_("Donnez au moins un critère.")
    if len(criteria) > MOST_CRITERIA:
        yield None, N_("Un résultat thématique a dix critères au plus.")
    if sum(not one.topics for one in criteria) > 1:
        yield None, N_("Un seul critère porte sur tous les acquis de la campagne.")
    for position, one in enumerate(criteria):
        if not 0 <= one.threshold <= 100:
            yield position, N_("Un seuil va de 0 à 100.")
        if any(level > caps.get(topic, 0) or level < 1 for topic, level in one.topics.items()):
            yield position, N_("Un sujet ou un niveau de ce critère n’est pas dans le profil cible.")


def _aims_at(criterion: Criterion, name: str, index: ContentIndex) -> bool:
    if not criterion.topics:
        return True
    skill = index.skills.get(name)
    return skill is not None and skill.level <= criterion.topics.get(skill.topic, 0)
