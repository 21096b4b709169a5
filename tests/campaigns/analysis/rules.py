"""Letters drawn at random, and the content of the tests without a database: for rules."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from app.content.index import ContentIndex, build_index
from app.content.reading import read_tree
from app.content.release import build_release
from tests.conftest import WORLD


@cache
def content() -> ContentIndex:
    release = build_release(read_tree(WORLD))
    return build_index(1, release.manifest, release.bodies)


ALL_SKILLS = (
    *("alpha-1", "alpha-2", "alpha-3", "alpha-4", "beta-1", "beta-2", "beta-3"),
    *("gamma-1", "gamma-2", "gamma-3", "delta-2", "delta-4"),
)

goals = st.permutations(ALL_SKILLS).flatmap(
    lambda order: st.integers(1, len(order)).map(lambda number: tuple(order[:number]))
)
"""Skills of a campaign, in any order."""


def classes(skills: int) -> st.SearchStrategy[list[str]]:
    """The letters of each of some people."""
    return st.lists(st.text("VF-", min_size=skills, max_size=skills), min_size=1, max_size=12)
