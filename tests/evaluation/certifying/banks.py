"""Banks to be tested on: a small generated one, and the real content."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from app.content.challenge import Mark
from app.content.index import ContentIndex, build_index
from app.content.reading import read_tree
from app.content.release import build_release
from app.evaluation.belief.responses import curve_of
from app.evaluation.belief.spreads import USUAL
from app.evaluation.certifying.answered import Item
from app.evaluation.certifying.items import two_parameters
from app.evaluation.knowledge import TargetSkill
from app.evaluation.placement import PreparedScope, prepare_scope
from app.evaluation.preparing import question_of

CONTENT = Path(__file__).parents[3] / "content"


def small_bank(topics: int = 4, levels: int = 7) -> tuple[Item, ...]:
    """Sixteen competences of so many topics of so many skills of two questions."""
    return tuple(
        Item(f"c{code}t{topic}-{level}{letter}", f"c{code}t{topic}-{level}", f"c{code}t{topic}", f"c{code}", *curve)
        for code in range(16)
        for topic in range(topics)
        for level in range(1, levels + 1)
        for letter, luck in (("a", 0.0), ("b", 0.25))
        for curve in [two_parameters(curve_of(level, luck), USUAL)]
    )


@cache
def real_index() -> ContentIndex:
    """The content, read from its files."""
    release = build_release(read_tree(CONTENT))
    return build_index(1, release.manifest, release.bodies)


def real_scope(needs: Collection[Mark] = ()) -> PreparedScope:
    """The whole content, for a candidate of these needs."""
    index = real_index()
    return prepare_scope(
        [TargetSkill(one.id, one.topic, one.level) for one in index.skills.values()],
        {
            one: [question_of(playable, frozenset(needs)) for playable in index.challenges_of(one)]
            for one in index.skills
        },
        index.competence_of,
    )
