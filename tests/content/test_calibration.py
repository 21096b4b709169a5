"""What was measured is read with the content, and becomes part of the release when it stands on enough."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from app.content import calibration, releases
from app.content.calibration import Measured, Spreads
from app.content.checks import check
from app.content.reading import read_tree
from app.content.release import Manifest, build_release
from app.content.tables import ContentRelease
from app.lib.clock import now
from app.persistence.engine import Database
from tests.conftest import WORLD
from tests.content.bad_examples import challenge
from tests.content.bad_examples import replace as rewrite

SPREADS = Spreads(people=400, mean=3.2, general=1.4, competence=0.7, topic=0.8)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORLD, tmp_path / "content"))


@pytest.fixture
def name(tree: Path) -> str:
    """A challenge of the tree."""
    return challenge(tree, "date").parent.name[:11]


def measured(name: str, **others: float) -> Measured:
    usual = Measured(name, 1, "alpha-1", 120, 80, 1.2, 0.1, -0.5, 0.2, level_difficulty=2.74, level_slope=1.46)
    return replace(usual, **others)  # type: ignore[arg-type]


def manifest(tree: Path) -> Manifest:
    bank = read_tree(tree)
    assert check(bank) == []
    return msgspec.json.decode(build_release(bank).manifest, type=Manifest)


def test_a_challenge_answered_enough_has_its_curve_in_the_release(tree: Path, name: str) -> None:
    calibration.write(tree / "calibration", "1.1", [measured(name)])
    assert manifest(tree).measured == {name: (2.7, 1.5)}


@pytest.mark.parametrize(
    "little",
    [
        {"answers": 29, "successes": 20},
        {"discrimination": 0.29},
        {"discrimination": -1.0},
        {"version": 2},
        {"level_difficulty": None},
    ],
)
def test_without_enough_to_stand_on_the_level_stays_the_measure(
    tree: Path, name: str, little: dict[str, float]
) -> None:
    before = build_release(read_tree(tree)).fingerprint
    calibration.write(tree / "calibration", "1.1", [measured(name, **little)])
    assert manifest(tree).measured == {}
    assert build_release(read_tree(tree)).fingerprint == before


def test_a_file_without_the_columns_on_the_scale_of_levels_is_read(tree: Path, name: str) -> None:
    path = calibration.write(tree / "calibration", "1.1", [measured(name)])
    path.write_text("\n".join(line.rsplit(",", 2)[0] for line in path.read_text().splitlines()) + "\n")
    assert manifest(tree).measured == {}
    assert calibration.read(tree / "calibration")[name, 1].difficulty == -0.5


def test_what_is_measured_of_a_challenge_that_is_gone_is_kept_and_unused(tree: Path) -> None:
    calibration.write(tree / "calibration", "1.1", [measured("ch-99999999")])
    assert manifest(tree).measured == {}


def test_spreads_are_used_from_enough_people(tree: Path) -> None:
    calibration.write_spreads(tree / "calibration", SPREADS)
    assert manifest(tree).spreads == SPREADS
    calibration.write_spreads(tree / "calibration", msgspec.structs.replace(SPREADS, people=199))
    assert manifest(tree).spreads is None


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        (",120,", ",many,", 2, "N002"),
        (",120,", ",-1,", 2, "N002"),
        (",120,", ",70,", 2, "N002"),
        ("2.740", "40", 2, "N002"),
        ("1.460", "nan", 2, "N002"),
        (",alpha-1,", ",,", 2, "N002"),
        (",1.460", "", 2, "N001"),
        (",1.460", ",1.460,7", 2, "N001"),
        ("successes", "succès", 1, "N001"),
    ],
)
def test_a_malformed_file_is_refused_at_its_line(
    tree: Path, name: str, old: str, new: str, line: int, code: str
) -> None:
    path = calibration.write(tree / "calibration", "1.1", [measured(name)])
    rewrite(path, old, new)
    assert [str(one).split(" ", 2)[:2] for one in check(read_tree(tree))] == [[f"calibration/1.1.csv:{line}:1", code]]
    assert calibration.read(tree / "calibration") == {}


def test_a_file_in_another_encoding_is_refused(tree: Path) -> None:
    (tree / "calibration").mkdir()
    (tree / "calibration/1.1.csv").write_bytes(b"challenge,\xff\n")
    assert [one.code for one in check(read_tree(tree))] == ["Y000"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("topic: 0.800", "topic: 0.1", "S004"), ("topic:", "topics:", "S002"), ("people: 400\n", "", "S003")],
)
def test_malformed_spreads_are_refused(tree: Path, old: str, new: str, code: str) -> None:
    path = calibration.write_spreads(tree / "calibration", SPREADS)
    rewrite(path, old, new)
    found = [one for one in check(read_tree(tree)) if one.code == code]
    assert [one.path for one in found] == ["calibration/spreads.yaml"]
    assert found[0].line >= 2 or code == "S003"


async def test_loading_after_a_calibration_makes_a_new_release(tree: Path, name: str, database: Database) -> None:
    del database
    releases.forget()
    before, _ = await releases.load_tree(tree, now())
    calibration.write(tree / "calibration", "1.1", [measured(name)])
    calibration.write_spreads(tree / "calibration", SPREADS)
    after, new = await releases.load_tree(tree, now())
    assert new
    assert after.release != before.release
    assert (before.challenges[name].measured, before.spreads) == (None, None)
    assert (after.challenges[name].measured, after.spreads) == ((2.7, 1.5), SPREADS)
    for language in after.languages.values():
        assert (language.challenges[name].measured, language.spreads) == ((2.7, 1.5), SPREADS)
    releases.forget()
    again = await releases.index_of(before.release)
    assert again.challenges[name].measured is None


async def test_a_release_stored_before_anything_was_measured_is_still_read(tree: Path, database: Database) -> None:
    del database
    releases.forget()
    index, _ = await releases.load_tree(tree, now())
    rows = await ContentRelease.raw("SELECT manifest FROM content_release")
    assert not {"measured", "spreads"} & msgspec.json.decode(rows[0]["manifest"]).keys()
    assert index.spreads is None
