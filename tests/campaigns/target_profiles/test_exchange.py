"""A target profile as a file: what goes out comes back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.campaigns.target_profiles.badges import Badge, Criterion
from app.campaigns.target_profiles.definition import Definition
from app.campaigns.target_profiles.exchange import file_of, file_words, import_faults, read_file
from app.campaigns.target_profiles.stages import Stage
from app.content.index import ContentIndex

WORDS = st.text('aZ2éŒ’:;/<&{}"\\', min_size=1, max_size=20)
STAGES = st.lists(
    st.builds(
        Stage,
        WORDS,
        WORDS,
        threshold=st.none() | st.integers(0, 100),
        level=st.none() | st.integers(0, 8),
        first_skill=st.booleans(),
        prescriber_title=WORDS,
    ),
    max_size=4,
)
BADGES = st.lists(
    st.builds(
        Badge,
        st.just(0),
        st.just(""),
        WORDS,
        WORDS,
        WORDS,
        st.sampled_from(["star", "leaf"]),
        st.booleans(),
        st.booleans(),
        st.lists(
            st.builds(Criterion, st.integers(0, 100), st.dictionaries(WORDS, st.integers(1, 8), max_size=3), WORDS)
        ).map(tuple),
    ),
    max_size=3,
)


@given(WORDS, st.dictionaries(WORDS, st.integers(1, 8), max_size=5), STAGES, BADGES)
def test_what_was_exported_is_read_again(
    name: str, topics: dict[str, int], stages: list[Stage], badges: list[Badge]
) -> None:
    content = file_of((name, "custom", name, ""), Definition(topics), stages, badges)
    read = read_file(content)
    assert read is not None
    again = file_of(
        (read.name, read.category, read.description, read.comment), read.definition, read.stages, read.badges
    )
    assert again == content
    assert read.definition == Definition(topics)
    assert len(read.stages) == len(stages)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bases du numérique", "20261121_profil_cible_bases-du-numerique"),
        ("  Œuvre & Été / 2de ! ", "20261121_profil_cible_oeuvre-ete-2de"),
        ("???", "20261121_profil_cible_sans-nom"),
        ("x" * 300, "20261121_profil_cible_" + "x" * 60),
    ],
)
def test_the_file_is_called_by_the_day_and_the_name(name: str, expected: str) -> None:
    assert file_words(name, date(2026, 11, 21)) == expected


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"\xff\xfe", b'{"name": 3}', b'{"topics": {}}', b"{" * 9000])
def test_another_file_is_not_read(content: bytes) -> None:
    assert read_file(content) is None


async def test_a_good_file_has_no_fault(world: ContentIndex) -> None:
    badges = [Badge(0, "", "b", "", "", "leaf", False, False, (Criterion(50), Criterion(80, {"alpha": 2})))]
    stages = [Stage("a", "b", threshold=0), Stage("c", "d", threshold=40)]
    read = read_file(file_of(("Bases", "subject", "", ""), Definition({"alpha": 2}), stages, badges))
    assert read is not None
    assert list(import_faults(read, world)) == []
