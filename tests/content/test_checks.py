"""Each mistake an author can make is found, with its file and its line; a good tree has none."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.content.checks import check
from app.content.problems import Problem
from app.content.reading import read_tree

WORLD = Path(__file__).parents[1] / "world"
Edit = Callable[[Path], None]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORLD, tmp_path / "content"))


def challenge(tree: Path, kind: str) -> Path:
    """A challenge file of a kind."""
    return next(
        path for path in sorted(tree.glob("challenges/*/*/*/challenge.yaml")) if f"kind: {kind}\n" in path.read_text()
    )


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def problems(tree: Path) -> list[Problem]:
    return check(read_tree(tree))


def test_a_good_tree_has_no_problem(tree: Path) -> None:
    assert problems(tree) == []


def edit(kind: str, old: str, new: str) -> Edit:
    return lambda tree: replace(challenge(tree, kind), old, new)


def in_file(name: str, old: str, new: str) -> Edit:
    return lambda tree: replace(tree / name, old, new)


SKILLS = "framework/1-1-search/skills.yaml"
CASES: dict[str, Edit] = {
    "Y000": lambda tree: challenge(tree, "date").write_bytes(b"question: \xff\xfe"),
    "Y001": edit("text", "kind: text", "kind: [text"),
    "Y005": edit("text", "version: 1", "version: 1\nversion: 2"),
    "S001": lambda tree: (tree / "showcase/essai.yaml").write_text("- slug\n- essai\n"),
    "S002": edit("number", "explanation:", "explanatoin: x\nexplanation:"),
    "S003": edit("number", "question: Que faut-il", "# question: Que faut-il"),
    "S004": edit("number", "version: 1", "version: un"),
    "S005": edit("number", "kind: number", "kind: nombre"),
    "F001": lambda tree: (tree / "framework/framework.yaml").unlink(),
    "F002": lambda tree: shutil.copy(tree / "tutorials/tuto-alpha.yaml", tree / "tutorials/copy.yaml"),
    "F003": in_file("framework/framework.yaml", '["1.1"]', '["1.1", "5.1"]'),
    "F004": in_file("framework/framework.yaml", '["1.1"]', '["1.1", "1.2"]'),
    "F005": in_file("framework/framework.yaml", '["1.1"]', "[]"),
    "F006": lambda tree: (tree / SKILLS).unlink(),
    "F007": in_file(SKILLS, "id: beta", "id: alpha"),
    "F008": in_file(SKILLS, "level: 2", "level: 1"),
    "F009": in_file(SKILLS, "level: 4", "level: 6"),
    "F011": in_file(SKILLS, "tutorials: [tuto-alpha]", "tutorials: []"),
    "F010": lambda tree: (tree / "tutorials/tuto-beta.yaml").rename(tree / "tutorials/other.yaml"),
    "R001": in_file(SKILLS, "tutorials: [tuto-alpha]", "tutorials: [nothing]"),
    "R002": lambda tree: (
        [
            replace(path, "more: [tuto-plus]", "more: []")
            for path in tree.glob("framework/*/skills.yaml")
            for _ in range(path.read_text().count("more: [tuto-plus]"))
        ]
        and None
    ),
    "R003": edit("date", "skill: ", "skill: zeta-1 # "),
    "R004": edit("date", "locale: fr", "locale: fr\nreplaces: ch-99999999"),
    "R005": in_file("target-profiles/decouverte.yaml", "topic: gamma", "topic: omega"),
    "R006": in_file("showcase/essai.yaml", "challenge: ch-", "challenge: ch-22222222 # "),
    "C001": lambda tree: shutil.copytree(
        challenge(tree, "date").parent,
        challenge(tree, "date").parent.with_name(challenge(tree, "date").parent.name + "x"),
    ),
    "C002": lambda tree: challenge(tree, "date").with_name("forgotten.png").write_bytes(b"x"),
    "C003": lambda tree: challenge(tree, "date").parent.rename(
        challenge(tree, "date").parent.with_name("ch-22222222-x")
    ),
    "C004": edit("date", "skill: ", "skill: alpha-1 # "),
    "C006": lambda tree: duplicate_question(tree),
    "M001": lambda tree: next(tree.glob("challenges/*/*/*/notes.csv")).unlink(),
    "T001": in_file("target-profiles/decouverte.yaml", "topics: ", "topics: [] # "),
    "T002": lambda tree: replace(showcased(tree), "locale: fr", "locale: fr\ntimer: 60"),
    "V005": lambda tree: replace(
        next(tree.glob("*/*/*/*-variants/*.yaml")), "explanation: On", "explanation: On {{c}}"
    ),
    "K001": edit("single_choice", "id: b,", "id: a,"),
    "K002": edit("single_choice", "text: La mauvaise", "text: La bonne"),
    "K010": edit("single_choice", ", right: true", ""),
    "K011": edit("multiple_choice", "text: Juste deux, right: true", "text: Juste deux"),
    "K020": edit("text", "accepted: [Corbeille]", "accepted: [dossier]"),
    "K021": edit("text", "refused: [poubelle jaune]", "refused: [la corbeile]"),
    "K030": edit("date", "2026-05-12", "2026-02-31"),
    "K031": edit("long_text", "examples:", "#"),
    "K040": edit("fields", "type: choice, options: [Linux, Windows]", "type: choice"),
    "K041": edit("fields", "options: [Linux, Windows]", "options: [Unix, Windows]"),
    "K042": edit("fields_any_order", "label: Second navigateur}", "label: B}, {id: c, label: C}, {id: d, label: D}"),
    "K043": edit("dropdowns", "right: copier", "right: nothing"),
    "K044": edit("dropdowns", "[[fin]]", "[[end]]"),
    "K045": edit("ordering", "items:", "before: [[a, z]]\nitems:"),
    "K046": edit("ordering", "items:", "before: [[c, a]]\nitems:"),
    "K047": edit("matching", "right: son}", "right: bruit}"),
    "P001": edit("long_text", "min_words: 4", "min_words: 40"),
}


def showcased(tree: Path) -> Path:
    name = (tree / "showcase/essai.yaml").read_text().split("challenge: ")[1].split("\n")[0]
    return next(tree.glob(f"challenges/*/*/{name}-*/challenge.yaml"))


def duplicate_question(tree: Path) -> None:
    folder = challenge(tree, "date").parent
    copy = folder.with_name("ch-22222222-copie")
    shutil.copytree(folder, copy)
    old = folder.name.split("-")[1]
    replace(copy / "challenge.yaml", f"id: ch-{old}", "id: ch-22222222")


@pytest.mark.parametrize("code", CASES)
def test_the_mistake_is_found_and_placed(tree: Path, code: str) -> None:
    CASES[code](tree)
    found = [one for one in problems(tree) if one.code == code]
    assert found, f"{code} was not found"
    for one in found:
        assert one.line >= 1
        assert one.column >= 1
        assert one.message
        assert str(one).startswith(f"{one.path}:{one.line}:{one.column} {code} ")


def test_every_mistake_of_every_file_is_listed_at_once(tree: Path) -> None:
    for code in ("S002", "S004", "K010", "Y005", "R005"):
        CASES[code](tree)
    assert {"S002", "S004", "K010", "Y005", "R005"} <= {one.code for one in problems(tree)}
