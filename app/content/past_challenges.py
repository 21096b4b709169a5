"""Challenges as they were when they were answered, whatever became of them since."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from app.content.bank import StoredChallenge
from app.content.index import ContentIndex, PlayableChallenge, Skill
from app.content.opaque_ids import opaque
from app.content.releases import current_index
from app.content.tables import ChallengeBody

_decoder = msgspec.json.Decoder(StoredChallenge)


async def as_they_were(wanted: Mapping[str, str]) -> dict[str, PlayableChallenge]:
    """Fingerprint -> challenge; fingerprints that were never stored are left out.

    `wanted`: fingerprint -> id of its challenge. One query at most: those that did not change are in memory.
    """
    index = current_index()
    found: dict[str, PlayableChallenge] = {}
    for one in (index, *index.languages.values()):
        for fingerprint, name in wanted.items():
            now = one.challenges.get(name)
            if now is not None and now.fingerprint == fingerprint:
                found[fingerprint] = now
    missing = [fingerprint for fingerprint in wanted if fingerprint not in found]
    if missing:
        marks = ", ".join(["{}"] * len(missing))
        rows = await ChallengeBody.raw(
            f"SELECT fingerprint, body FROM challenge_body WHERE fingerprint IN ({marks})", *missing
        )
        found |= {row["fingerprint"]: _as_it_was(row["body"], row["fingerprint"], index) for row in rows}
    return found


def skill_called(name: str, index: ContentIndex) -> Skill:
    """A skill; one that the content no longer has keeps its topic and its level, and nothing else."""
    known = index.skills.get(name)
    if known is not None:
        return known
    topic, _, level = name.rpartition("-")
    return Skill(name, topic, int(level), "", "", "", (), (), 0.0)


def _as_it_was(body: str, fingerprint: str, index: ContentIndex) -> PlayableChallenge:
    stored = _decoder.decode(body)
    skill = skill_called(stored.body.skill, index)
    return PlayableChallenge(stored.id, fingerprint, stored.body.renamed(opaque(stored.id)), skill, stored.media)
