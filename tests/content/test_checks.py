"""Each mistake an author can make is found, with its file and its line; a good tree has none."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from app.content.checks import check, notes
from app.content.problems import Problem
from app.content.reading import read_tree
from app.content.rules import FAMILIES, NOTES, RULES, rules_page
from tests.content.bad_examples import CASES
from tests.content.bad_words import WORDS

ROOT = Path(__file__).parents[2]
WORLD = ROOT / "tests/world"
EXAMPLES = CASES | WORDS


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORLD, tmp_path / "content"))


def problems(tree: Path) -> list[Problem]:
    return check(read_tree(tree))


def test_a_good_tree_has_no_problem(tree: Path) -> None:
    assert problems(tree) == []


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_mistake_is_found_and_placed(tree: Path, code: str) -> None:
    before = {one for one in notes(read_tree(tree)) if one.code == code}
    EXAMPLES[code](tree)
    bank = read_tree(tree)
    found = [one for one in (notes(bank) if code in NOTES else check(bank)) if one.code == code and one not in before]
    assert found, f"{code} was not found"
    for one in found:
        assert one.line >= 1
        assert one.column >= 1
        assert one.message
        assert str(one).startswith(f"{one.path}:{one.line}:{one.column} {code} ")
        assert ("(note)" in str(one)) == (code in NOTES)


def test_every_rule_has_a_bad_example() -> None:
    assert {code for code in RULES if not code.startswith("H")} == EXAMPLES.keys()


def test_every_code_emitted_is_a_rule_and_every_rule_is_emitted() -> None:
    code = re.compile(r'"([A-Z]\d{3})"')
    sources = [path for path in (ROOT / "app/content").rglob("*.py") if path.name != "rules.py"]
    emitted = {found for path in sources for found in code.findall(path.read_text())}
    assert emitted == RULES.keys(), "write it in app/content/rules.py, then run `pix content rules`"
    assert {one[0] for one in RULES} == FAMILIES.keys()
    assert RULES.keys() >= NOTES


def test_the_page_of_rules_is_fresh() -> None:
    assert (ROOT / "content/rules.md").read_text() == rules_page(), "run `pix content rules`"


def test_every_mistake_of_every_file_is_listed_at_once(tree: Path) -> None:
    for code in ("S002", "S004", "K010", "Y005", "R005"):
        CASES[code](tree)
    assert {"S002", "S004", "K010", "Y005", "R005"} <= {one.code for one in problems(tree)}


def test_notes_refuse_nothing(tree: Path) -> None:
    EXAMPLES["D001"](tree)
    assert problems(tree) == []
    assert all(one.severity == "note" for one in notes(read_tree(tree)))
