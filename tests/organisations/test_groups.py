"""No organisation is above itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.organisations.groups import makes_loop

TREES = st.dictionaries(st.integers(1, 8), st.integers(1, 8) | st.none())


def test_one_of_its_own_is_refused() -> None:
    parents = {2: 1, 3: 2, 4: None}
    assert makes_loop(1, 1, parents)
    assert makes_loop(1, 3, parents)
    assert not makes_loop(1, 4, parents)
    assert not makes_loop(3, 1, parents)


@given(TREES, st.integers(1, 8), st.integers(1, 8))
def test_attached_without_a_loop_one_climbs_to_the_top(parents: dict[int, int | None], child: int, parent: int) -> None:
    looped = _climbs_for_ever(parents, parent)
    if not makes_loop(child, parent, parents) and not looped:
        assert not _climbs_for_ever({**parents, child: parent}, child)


@given(TREES, st.integers(1, 8), st.integers(1, 8))
def test_what_is_refused_would_loop(parents: dict[int, int | None], child: int, parent: int) -> None:
    if makes_loop(child, parent, parents):
        assert _climbs_for_ever({**parents, child: parent}, child)


def _climbs_for_ever(parents: dict[int, int | None], start: int) -> bool:
    above: int | None = start
    for _ in range(20):
        above = parents.get(above) if above is not None else None
    return above is not None
