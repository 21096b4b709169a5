"""A new version is asked for when what is measured changes, and only then."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.content.authoring.measuring import measured, written
from app.content.bank import StoredChallenge
from app.content.reading import read_tree
from tests.content.bad_examples import Edit, challenge, edit, in_variants, replace
from tests.content.bad_words import illustrated

WORLD = Path(__file__).parents[2] / "world"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORLD, tmp_path / "content"))


def bodies(tree: Path) -> dict[str, StoredChallenge]:
    return read_tree(tree).challenges


MEASURED: dict[str, Edit] = {
    "the question": edit("single_choice", "question: Que faut-il", "question: Que ne faut-il pas"),
    "the instruction": edit("single_choice", "Une situation", "Une autre situation"),
    "the skill": edit("single_choice", "skill: alpha-1", "skill: alpha-2"),
    "a timer": edit("single_choice", "locale: fr", "locale: fr\ntimer: 30"),
    "the focus": edit("single_choice", "locale: fr", "locale: fr\nfocused: true"),
    "which proposal is right": edit("single_choice", "text: La mauvaise", "right: true, text: La mauvaise"),
    "the words of a proposal": edit("single_choice", "text: La mauvaise", "text: L’affreuse"),
    "an accepted answer": edit("text", "accepted: [corbeille", "accepted: [panier, corbeille"),
    "the unit of a field": edit("number", "unit: Mo", "unit: Go"),
    "an attachment": lambda tree: next(tree.glob("challenges/*/*/*/notes.csv")).write_text("a;b\n1;2\n") and None,
    "a picture": lambda tree: replace(illustrated(tree).with_name("dessin.svg"), "<svg ", "<svg id='a' "),
    "the world of an environment": edit("environment", "subject: Un avis", "subject: Deux avis"),
    "a goal": edit("environment", "equals: trash", "equals: archive"),
    "a row of variants": in_variants("b: 3, total: 5", "b: 4, total: 6"),
}
WORDED: dict[str, Edit] = {
    "the explanation": edit("single_choice", "explanation: Parce que", "explanation: Tout simplement parce que"),
    "why a proposal is wrong": edit("single_choice", "why: Parce que non.", "why: Eh non."),
    "the equivalent": edit("number", "alternative: Le tableau dit 42.", "alternative: On lit 42."),
    "marks": edit("number", "marks: [sight]", "marks: [sight, computer]"),
    "tutorials": edit("text", "locale: fr", "locale: fr\ntutorials: [tuto-beta]"),
    "examples": edit("text", "refused: [poubelle jaune]", "refused: [poubelle jaune, bac]"),
    "the size of a box": edit("long_text", "rows: 4", "rows: 5"),
    "the words of a goal": edit("environment", "says: L’avis est dans", "says: Votre avis est dans"),
    "the path of the author": edit("environment", "path: [{open: m1}, {do", "path: [{open: m2}, {open: m1}, {do"),
    "a wrong path": edit("environment", "wrong_paths:", "wrong_paths:\n  - [{open: m2}]"),
    "typography of the question": edit("single_choice", "épreuve 1 ?", "épreuve 1  ?"),
    "an apostrophe": edit("single_choice", "L’*autre*", "L'*autre*"),
}


@pytest.mark.parametrize("what", MEASURED)
def test_it_changes_what_is_measured(tree: Path, what: str) -> None:
    before = bodies(tree)
    MEASURED[what](tree)
    after = bodies(tree)
    assert [name for name in before if measured(before[name]) != measured(after[name])], what


@pytest.mark.parametrize("what", WORDED)
def test_it_only_changes_words(tree: Path, what: str) -> None:
    before = bodies(tree)
    WORDED[what](tree)
    after = bodies(tree)
    assert [name for name in before if written(before[name]) != written(after[name])], what
    assert [name for name in before if measured(before[name]) != measured(after[name])] == []


def test_version_and_status_are_neither(tree: Path) -> None:
    before = bodies(tree)
    replace(challenge(tree, "text"), "version: 1", "version: 2")
    replace(challenge(tree, "date"), "status: active", "status: retired")
    after = bodies(tree)
    assert {name: (measured(one), written(one)) for name, one in before.items()} == {
        name: (measured(one), written(one)) for name, one in after.items()
    }
