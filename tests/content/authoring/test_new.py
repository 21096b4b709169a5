"""`new`: a challenge that has its place, its id and its shape, and only lacks what its author must say."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from app.cli import main
from app.content.authoring.new_challenge import draw_id, ids_of, write_new
from app.content.challenge import ID_ALPHABET
from app.content.checks import check
from app.content.environments import ENVIRONMENTS
from app.content.kinds import KINDS
from app.content.reading import read_tree
from tests.content.bad_examples import challenge

ROOT = Path(__file__).parents[3]
MODELS = ROOT / "content/templates"
TO_WRITE = "W001"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests/world", tmp_path / "content"))


def begin(tree: Path, kind: str, environment: str = "") -> Path:
    return write_new(read_tree(tree), MODELS, kind, "beta-2", random.Random(4), environment=environment)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "environment"])
def test_each_kind_is_valid_and_only_lacks_words(tree: Path, kind: str) -> None:
    path = begin(tree, kind)
    bank = read_tree(tree)
    found = check(bank)
    assert {one.code for one in found} == {TO_WRITE}
    assert {one.path for one in found} == {path.relative_to(tree).as_posix()}
    assert len(found) == path.read_text().count("TODO ") - path.read_text().split("kind:")[0].count("TODO ")
    body = next(one.body for one in bank.challenges.values() if one.body.id == path.parent.name[:11])
    assert (body.kind, body.skill, body.status) == (kind, "beta-2", "active")


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_each_environment_can_be_begun(tree: Path, name: str) -> None:
    path = begin(tree, "environment", name)
    found = {one.code for one in check(read_tree(tree))}
    if (MODELS / "environments" / f"{name}.yaml").is_file():
        assert found == {TO_WRITE}
    else:
        assert found, "the example of its page is to be completed"
    assert f"content/environments/{name}.md" in path.read_text()


def test_another_kind_may_open_an_environment(tree: Path) -> None:
    text = begin(tree, "number", "mailbox").read_text()
    assert {one.code for one in check(read_tree(tree))} == {TO_WRITE}
    assert "  is: mailbox" in text
    assert "goal:" not in text


def test_it_is_in_the_folder_of_its_skill_and_named_for_its_id(tree: Path) -> None:
    path = write_new(read_tree(tree), MODELS, "text", "gamma-1", random.Random(1), nickname="prise-murale")
    assert path.parent.parent == tree / "challenges/5-1-troubleshooting/gamma-1"
    assert path.parent.name.endswith("-prise-murale")
    assert f"id: {path.parent.name[:11]} " in path.read_text()


def test_an_id_is_never_one_that_the_tree_names(tree: Path) -> None:
    challenge(tree, "date").write_text("replaces: ch-22222222\n")
    (tree / "challenges/1-1-search/alpha-1/ch-33333333-vide").mkdir()
    taken = ids_of(tree)
    assert {"ch-22222222", "ch-33333333", "ch-nhmvg4w4"} <= taken
    first = draw_id(frozenset(), random.Random(9))
    assert draw_id(frozenset({first}), random.Random(9)) != first
    assert set(first.removeprefix("ch-")) <= set(ID_ALPHABET)


REFUSED = {
    "an unknown skill, with those near it": (["text", "alfa-1"], "alpha-1"),
    "no environment": (["environment", "alpha-1"], "--environment"),
    "a nickname with spaces": (["text", "alpha-1", "--nickname", "Ma photo"], "nickname"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_with_its_reason(tree: Path, capsys: pytest.CaptureFixture[str], what: str) -> None:
    before = sorted(tree.rglob("*"))
    words, said = REFUSED[what]
    assert main(["content", "new", *words, "--root", str(tree)]) == 2
    assert said in capsys.readouterr().err
    assert sorted(tree.rglob("*")) == before


def test_the_command_says_where_and_what_next(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "new", "single_choice", "alpha-1", "--root", str(tree)]) == 0
    told = capsys.readouterr().out
    path = Path(told.splitlines()[0])
    assert path.is_file()
    assert "pix content check" in told
