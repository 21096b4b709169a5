"""What a target profile can be made of, and what it is made of: topics, levels, skills, challenges. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.campaigns.goals import Goal
from app.content.index import Competence, ContentIndex, PlayableChallenge, Topic


@dataclass(frozen=True)
class Cap:
    """A topic up to a level: its skills, and the challenges that can be asked about them."""

    level: int
    skills: int
    challenges: int


@dataclass(frozen=True)
class TopicOffer:
    """A topic with each level it may be capped at."""

    topic: Topic
    caps: tuple[Cap, ...]


@dataclass(frozen=True)
class CompetenceOffer:
    """A competence with its topics."""

    competence: Competence
    topics: tuple[TopicOffer, ...]


@dataclass(frozen=True)
class CompetencePart:
    """What a target asks of a competence: topics up to a level of each."""

    competence: Competence
    topics: tuple[tuple[Topic, Cap], ...]


def offer_of(index: ContentIndex) -> list[CompetenceOffer]:
    """Everything a profile may ask, by competence."""
    return [
        CompetenceOffer(one, tuple(TopicOffer(topic, _caps(topic, index)) for topic in one.topics))
        for one in index.competences.values()
    ]


def offer_within(caps: Mapping[str, int], index: ContentIndex) -> list[TopicOffer]:
    """The same, limited to the topics of a target and to its levels: what the criteria of a badge may ask."""
    return [
        TopicOffer(topic, tuple(cap for cap in _caps(topic, index) if cap.level <= caps[topic.id]))
        for competence in index.competences.values()
        for topic in competence.topics
        if topic.id in caps
    ]


def parts_of(caps: Mapping[str, int], index: ContentIndex) -> list[CompetencePart]:
    """What a target asks, by competence."""
    parts = []
    for competence in index.competences.values():
        topics = tuple(
            (topic, [cap for cap in _caps(topic, index) if cap.level <= caps[topic.id]][-1])
            for topic in competence.topics
            if topic.id in caps
        )
        if topics:
            parts.append(CompetencePart(competence, topics))
    return parts


def list_of(goal: Goal, index: ContentIndex) -> list[PlayableChallenge]:
    """The challenges of a fixed list that the content still has, in their order."""
    return [index.challenges[one] for one in goal.challenges if one in index.challenges]


def _caps(topic: Topic, index: ContentIndex) -> tuple[Cap, ...]:
    challenges, found = 0, []
    for number, skill in enumerate(topic.skills, 1):
        challenges += len(index.challenges_of(skill.id))
        found.append(Cap(skill.level, number, challenges))
    return tuple(found)
