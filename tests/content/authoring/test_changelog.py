"""`changelog A..B`: what reviewers and the teams of the learners read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli import main
from tests.content.bad_examples import SKILLS, challenge, edit, replace, retire, variants

Git = Callable[..., None]


def told(tree: Path, capsys: pytest.CaptureFixture[str], between: str = "main..") -> str:
    assert main(["content", "changelog", between, "--root", str(tree)]) == 0
    return capsys.readouterr().out


def section(document: str, title: str) -> str:
    assert f"\n## {title}" in document, document
    return document.split(f"\n## {title}")[1].split("\n## ", maxsplit=1)[0]


def add(tree: Path) -> None:
    folder = variants(tree).parent
    copy = Path(shutil.copytree(folder, folder.with_name("ch-22222222-somme"))) / "challenge.yaml"
    replace(copy, "id: ch-q92hwm7a", "id: ch-22222222")
    replace(copy, "Combien font", "Combien valent")


def test_nothing_changed(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = told(tree, capsys)
    assert "Rien ne change" in document
    assert "## " not in document


def test_what_is_added_is_told_by_idea_under_its_competence(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(tree)
    document = told(tree, capsys)
    assert "**2 épreuves** de plus, **0** de moins" in document
    added = section(document, "Épreuves ajoutées (2)")
    assert "### 5.1 " in added
    assert added.count("ch-22222222") == 1
    assert "(delta-4, number, 2 variantes) : Combien valent 20 plus 30 ?" in added


def test_each_change_has_its_section(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    retire(challenge(tree, "date"))
    edit("single_choice", "question: Que faut-il", "question: Que ne faut-il pas")(tree)
    edit("single_choice", "version: 1", "version: 2")(tree)
    edit("text", "explanation: Parce", "explanation: Tout simplement parce")(tree)
    document = told(tree, capsys)
    assert "ch-3mme393k" in section(document, "Épreuves retirées (1)")
    measured = section(document, "Épreuves qui mesurent autre chose")
    assert "`ch-c6ep34wk` (alpha-1, single_choice, version 1 → 2)" in measured
    assert "ch-3wm59ppm" in section(document, "Épreuves dont les mots ont changé (1)")


def test_skills_and_tutorials_are_told(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(tree / SKILLS, "can: Faire une chose de niveau 1 en alpha", "can: Faire autre chose")
    replace(tree / "tutorials/tuto-alpha.yaml", "Un texte court", "Un petit texte")
    document = told(tree, capsys)
    assert "* modifié : `alpha-1`, Faire autre chose" in section(document, "Acquis (1)")
    assert "* modifié : `tuto-alpha`, Comprendre alpha" in section(document, "Tutos (1)")


def test_it_compares_two_revisions(tree: Path, git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    add(tree)
    git("add", ".")
    git("commit", "-q", "-m", "A sum")
    retire(challenge(tree, "date"))
    document = told(tree, capsys, "main~1..main")
    assert "ch-22222222" in document
    assert "ch-3mme393k" not in document


def test_an_unknown_revision_is_said(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "changelog", "main..nowhere", "--root", str(tree)]) == 2
    assert "nowhere" in capsys.readouterr().err
