"""What a target profile holds. Pure."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.campaigns.goals import Goal, adaptive_goal, fixed_goal
from app.content.framework import HIGHEST_LEVEL
from app.content.index import ContentIndex
from app.lib.msgids import N_
from app.web.messages import Message

MOST_CHALLENGES = 100


class Definition(msgspec.Struct, frozen=True, omit_defaults=True):
    """Topics with the highest level asked of each, or a fixed list of challenges in their order."""

    topics: dict[str, int] = {}
    challenges: tuple[str, ...] = ()


def goal_of_definition(definition: Definition, index: ContentIndex) -> Goal:
    """What a campaign on it aims at. What the content no longer has is left out."""
    if definition.challenges:
        return fixed_goal(definition.challenges, index)
    return adaptive_goal(definition.topics, index)


def content_definition(key: str, index: ContentIndex) -> Definition:
    """What a competence or a target profile of the content holds, as if it had been made here. Raises KeyError."""
    if key in index.competences:
        return Definition({one.id: one.skills[-1].level for one in index.competences[key].topics})
    profile = index.target_profiles[key]
    return Definition({one.topic: one.level for one in profile.topics}, profile.challenges)


def caps_of(goal: Goal, index: ContentIndex) -> dict[str, int]:
    """Topic -> highest level aimed at, in the order of the goal."""
    caps: dict[str, int] = {}
    for skill in (index.skills[one] for one in goal.skills if one in index.skills):
        caps[skill.topic] = max(skill.level, caps.get(skill.topic, 0))
    return caps


def definition_faults(definition: Definition, index: ContentIndex) -> Iterator[Message]:
    """What keeps a definition from being used."""
    if bool(definition.topics) == bool(definition.challenges):
        yield Message(N_("Choisissez au moins un sujet, ou donnez une liste d’épreuves."))
    for topic, level in definition.topics.items():
        if topic not in index.topics:
            yield Message(N_("Le sujet « %(name)s » n’existe pas."), name=topic[:60])
        elif not 1 <= level <= HIGHEST_LEVEL or level < index.topics[topic].skills[0].level:
            yield Message(N_("Le sujet « %(name)s » n’a aucun acquis à ce niveau."), name=index.topics[topic].title)
    for challenge in definition.challenges:
        found = index.challenges.get(challenge)
        if found is None or found.body.status != "active":
            yield Message(N_("L’épreuve « %(name)s » n’existe pas."), name=challenge[:60])
    if len(set(definition.challenges)) < len(definition.challenges):
        yield Message(N_("Une épreuve est deux fois dans la liste."))
    if len(definition.challenges) > MOST_CHALLENGES:
        yield Message(N_("Une liste a 100 épreuves au plus."))


def encode(definition: Definition) -> str:
    return msgspec.json.encode(definition).decode()


_decoder = msgspec.json.Decoder(Definition)


def decode(text: str) -> Definition:
    return _decoder.decode(text)
