"""A bad example of each rule: how to break it in a copy of the world of the tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from app.content import calibration
from app.content.calibration import Measured

Edit = Callable[[Path], None]


def challenge(tree: Path, kind: str) -> Path:
    """A challenge file of a kind."""
    return next(
        path for path in sorted(tree.glob("challenges/*/*/*/challenge.yaml")) if f"kind: {kind}\n" in path.read_text()
    )


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def edit(kind: str, old: str, new: str) -> Edit:
    return lambda tree: replace(challenge(tree, kind), old, new)


def in_file(name: str, old: str, new: str) -> Edit:
    return lambda tree: replace(tree / name, old, new)


def in_variants(old: str, new: str) -> Edit:
    return lambda tree: replace(variants(tree), old, new)


def in_english(line: str) -> Edit:
    return lambda tree: challenge(tree, "text").with_name("en.yaml").write_text(f"of: x\n{line}\n") and None


def variants(tree: Path) -> Path:
    return next(tree.glob("challenges/*/*/*-variants/challenge.yaml"))


def replace_all(path: Path, old: str, new: str) -> None:
    replace(path, old, new)
    path.write_text(path.read_text().replace(old, new))


SKILLS = "framework/1-1-search/skills.yaml"
CASES: dict[str, Edit] = {
    "Y000": lambda tree: challenge(tree, "date").write_bytes(b"question: \xff\xfe"),
    "Y001": edit("text", "kind: text", "kind: [text"),
    "Y002": lambda tree: challenge(tree, "date").write_text(""),
    "Y003": edit("text", "accepted: [Corbeille]", "accepted: &a [Corbeille, *a]"),
    "Y004": edit("text", "version: 1", "[version]: 1"),
    "Y005": edit("text", "version: 1", "version: 1\nversion: 2"),
    "Y006": edit("text", "version: 1", "version: !!python/int 1"),
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
    "R007": lambda tree: retire(showcased(tree)),
    "D004": lambda tree: draft_of_a_profile(tree),
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
    "C005": lambda tree: misplace(tree),
    "C006": lambda tree: duplicate_question(tree),
    "M001": lambda tree: next(tree.glob("challenges/*/*/*/notes.csv")).unlink(),
    "T001": in_file("target-profiles/decouverte.yaml", "topics: ", "topics: [] # "),
    "T002": lambda tree: replace(showcased(tree), "locale: fr", "locale: fr\ntimer: 60"),
    "V001": in_variants("variants:", "variants: deux\nlines:"),
    "V002": in_variants("id: petit", "id: Petit"),
    "V003": in_variants("id: petit", "id: grand"),
    "V004": in_variants("a: 2, b: 3", "a: 2"),
    "V006": lambda tree: replace_all(variants(tree), "{{b}}", "b"),
    "V005": in_variants("explanation: On", "explanation: On {{c}}"),
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
    "K060": edit("environment", "fact: m2.folder, equals: inbox", "fact: m2.folder"),
    "K061": edit("environment", "body: Un avis.", "folder: f9, body: Un avis."),
    "K062": lambda tree: replace_all(
        challenge(tree, "environment"), "m1.folder, equals: trash", "m1.folder, equals: inbox"
    ),
    "K063": edit("environment", "path: [{open: m1}, {do: delete}]", "path: [{open: m1}, {do: archive}]"),
    "K064": edit("environment", "fact: m2.folder", "fact: m9.folder"),
    "K065": edit("environment", "[{open: m2}, {do: delete}]", "[{open: m1}, {do: delete}]"),
    "K066": edit("environment", "path: [{open: m1}", "path: [{open: m7}, {open: m1}"),
    "P001": edit("long_text", "min_words: 4", "min_words: 40"),
    "P002": edit("number", "accepted: [42]", "accepted: [42, '']"),
    "P003": edit("text", "accepted: [corbeille", "accepted: [zzz qwx, corbeille"),
    "N001": lambda tree: calibrated(tree, "challenge,version\n", ""),
    "N002": lambda tree: calibrated(tree, ",120,", ",many,"),
    "N003": lambda tree: calibrated(tree, "ch-22222223,1,", "ch-22222222,1,"),
    "L002": in_english("kind: text"),
    "L003": in_english("bravo: Well done."),
    "L004": in_english("question: [Where?]"),
    "L005": in_english("question: TODO Où ?"),
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


def misplace(tree: Path) -> None:
    skill = challenge(tree, "date").parent.parent
    elsewhere = next(one for one in tree.glob("challenges/*") if one != skill.parent)
    skill.rename(elsewhere / skill.name)


def retire(path: Path) -> None:
    if "status: active" in path.read_text():
        replace(path, "status: active", "status: retired")
    else:
        replace(path, "skill:", "status: retired\nskill:")


def calibrated(tree: Path, old: str, new: str) -> None:
    """A file of calibration where something is not as it was written."""
    path = calibration.write(
        tree / "calibration",
        "1.1",
        [Measured(f"ch-2222222{last}", 1, "alpha-1", 120, 80, 1.2, 0.1, -0.5, 0.2, 1.3, 1.6) for last in "23"],
    )
    replace(path, *((old, new) if new else (path.read_text(), old)))


def draft_of_a_profile(tree: Path) -> None:
    replace(tree / "target-profiles/decouverte.yaml", "topic: gamma", "topic: gamma, level: 1")
    replace(tree / "framework/5-1-troubleshooting/skills.yaml", "level: 1\n", "level: 1\n        status: draft\n")
