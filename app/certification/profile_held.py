"""The profile that a test on the profile stands on: what was held on joining, kept that day.

Knowledge only has its latest word on each skill: what is answered or reset later would change a profile made from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec

from app.certification.tables import Candidate
from app.evaluation.knowledge import Element, TopicKnowledge
from app.evaluation.queries import knowledge_of


class _Held(msgspec.Struct, frozen=True, array_like=True):
    """Of a topic: the levels validated by an answer to them, and those inferred from other answers."""

    direct: tuple[int, ...]
    inferred: tuple[int, ...]


async def keep_profile(user: int, candidate: int) -> None:
    """Inside the transaction of who joins."""
    kept = msgspec.json.encode(_validated(await knowledge_of(user))).decode()
    await Candidate.update({Candidate.profile: kept}).where(Candidate.id == candidate)


async def profile_held(candidate: int, user: int, joined_at: datetime) -> Mapping[str, TopicKnowledge]:
    """What was validated on joining; of who joined before it was kept, what is left of it today."""
    (row,) = await Candidate.select(Candidate.profile).where(Candidate.id == candidate)
    if row["profile"] is None:
        held = await knowledge_of(user)
        return {
            topic: {level: one for level, one in all_.items() if one.at <= joined_at} for topic, all_ in held.items()
        }
    return {
        topic: {
            level: Element(True, direct, 0, joined_at)
            for direct, levels in ((True, one.direct), (False, one.inferred))
            for level in levels
        }
        for topic, one in _decoder.decode(row["profile"]).items()
    }


def _validated(known: Mapping[str, TopicKnowledge]) -> Mapping[str, _Held]:
    found = {
        topic: _Held(
            tuple(level for level, one in elements.items() if one.validated and one.direct),
            tuple(level for level, one in elements.items() if one.validated and not one.direct),
        )
        for topic, elements in known.items()
    }
    return {topic: one for topic, one in found.items() if one.direct or one.inferred}


_decoder = msgspec.json.Decoder(dict[str, _Held])
