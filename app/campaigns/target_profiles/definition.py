"""What a target profile holds. Pure."""

from __future__ import annotations

import msgspec

from app.campaigns.goals import Goal, adaptive_goal, fixed_goal
from app.content.index import ContentIndex


class Definition(msgspec.Struct, frozen=True, omit_defaults=True):
    """Topics with the highest level asked of each, or a fixed list of challenges in their order."""

    topics: dict[str, int] = {}
    challenges: tuple[str, ...] = ()


def goal_of_definition(definition: Definition, index: ContentIndex) -> Goal:
    """What a campaign on it aims at. What the content no longer has is left out."""
    if definition.challenges:
        return fixed_goal(definition.challenges, index)
    return adaptive_goal(definition.topics, index)


def encode(definition: Definition) -> str:
    return msgspec.json.encode(definition).decode()


_decoder = msgspec.json.Decoder(Definition)


def decode(text: str) -> Definition:
    return _decoder.decode(text)
