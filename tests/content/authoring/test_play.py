"""`play`: each challenge against itself, with every state told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.cli import main
from app.content.authoring.playing import play
from app.content.reading import read_tree
from tests.content.bad_examples import challenge, replace

WORLD = Path(__file__).parents[2] / "world"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORLD, tmp_path / "content"))


def test_unanswered_is_asked_again_right_is_right_and_wrong_is_wrong() -> None:
    for stored in read_tree(WORLD).challenges.values():
        states = play(stored)
        assert {one.what for one in states} == {"unanswered", "right", "wrong"}
        assert all(one.held for one in states), stored.id
        assert all(one.outcome == "judged right" for one in states if one.what == "right")


def test_a_misjudged_answer_is_shown_and_fails(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(challenge(tree, "long_text"), "min_words: 4", "min_words: 40")
    assert main(["content", "play", "--root", str(tree)]) == 1
    told = capsys.readouterr().out
    assert "FAILED ch-cgmzgdb9" in told
    assert "judged wrong Bonjour Madame, merci pour votre aide." in told
    assert told.splitlines()[-1].endswith(" 1 failed.")


def test_under_a_path_every_answer_is_told(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = challenge(tree, "number").parent
    assert main(["content", "play", str(folder), "--root", str(tree)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("ok     ch-5dm3zj83")
    assert "right      judged right 42" in told
    assert "1 challenges played, 0 failed." in told


def test_a_path_without_challenges_is_a_mistake(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "play", str(tree / "tutorials"), "--root", str(tree)]) == 1
    assert "0 challenges played" in capsys.readouterr().out
