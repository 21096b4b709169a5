"""`check --against REV`: what may not be done to content already served, and what a change reaches."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli import main
from app.content.authoring.changes import history_problems
from app.content.authoring.revisions import RevisionUnreadable, bank_at
from app.content.reading import read_tree
from app.content.strict_yaml import parse
from app.content.translations import fingerprint_of
from tests.content.bad_examples import SKILLS, challenge, edit, replace, retire, variants

Git = Callable[..., None]


def codes(tree: Path) -> list[str]:
    return [one.code for one in history_problems(bank_at(tree, "main"), read_tree(tree))]


def raise_version(tree: Path) -> None:
    replace(challenge(tree, "single_choice"), "version: 1", "version: 2")


other_question = edit("single_choice", "question: Que faut-il", "question: Que ne faut-il pas")


def test_nothing_changed(tree: Path) -> None:
    assert codes(tree) == []


def test_a_new_question_asks_for_a_new_version(tree: Path) -> None:
    other_question(tree)
    found = history_problems(bank_at(tree, "main"), read_tree(tree))
    assert [one.code for one in found] == ["H001"]
    assert found[0].path == challenge(tree, "single_choice").relative_to(tree).as_posix()
    assert found[0].line == 2
    assert "version: 2" in found[0].mend


def test_with_its_version_it_is_welcome(tree: Path) -> None:
    other_question(tree)
    raise_version(tree)
    assert codes(tree) == []


def test_a_version_is_not_lowered(tree: Path, git: Git) -> None:
    raise_version(tree)
    git("commit", "-q", "-am", "A second version")
    replace(challenge(tree, "single_choice"), "version: 2", "version: 1")
    assert codes(tree) == ["H003"]


def test_words_need_no_version(tree: Path) -> None:
    edit("single_choice", "explanation: Parce", "explanation: Tout simplement parce")(tree)
    assert codes(tree) == []


GONE: dict[str, Callable[[Path], object]] = {
    "deleted": lambda tree: shutil.rmtree(challenge(tree, "date").parent),
    "a draft again": edit("date", "status: active", "status: draft"),
    "its skill a draft again": lambda tree: replace(
        tree / "framework/5-1-troubleshooting/skills.yaml", "level: 1\n", "level: 1\n        status: draft\n"
    ),
    "a row of variants": lambda tree: replace(
        next(tree.glob("challenges/*/*/*-variants/challenge.yaml")), "  - {id: grand, a: 20, b: 30, total: 50}\n", ""
    ),
}


@pytest.mark.parametrize("how", GONE)
def test_a_served_challenge_does_not_disappear(tree: Path, how: str) -> None:
    GONE[how](tree)
    assert set(codes(tree)) == {"H002"}


def test_it_is_retired_instead(tree: Path) -> None:
    retire(challenge(tree, "date"))
    assert codes(tree) == []


def test_a_draft_may_go(tree: Path, git: Git) -> None:
    replace(challenge(tree, "date"), "status: active", "status: draft")
    git("commit", "-q", "-am", "A draft")
    shutil.rmtree(challenge(tree, "date").parent)
    assert codes(tree) == []


def test_what_the_revision_became_since_is_not_the_doing_of_the_branch(
    tree: Path, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    git("switch", "-q", "-c", "mine")
    git("switch", "-q", "main")
    folder = variants(tree).parent
    copy = Path(shutil.copytree(folder, folder.with_name("ch-22222222-somme"))) / "challenge.yaml"
    replace(copy, "id: ch-q92hwm7a", "id: ch-22222222")
    git("add", ".")
    git("commit", "-q", "-m", "Somebody else's")
    git("switch", "-q", "mine")
    assert main(["content", "check", "--root", str(tree), "--against", "main"]) == 0
    assert "0 challenges added, 0 retired, 0 deleted" in capsys.readouterr().out
    assert main(["content", "changelog", "main...", "--root", str(tree)]) == 0
    assert "Rien ne change" in capsys.readouterr().out
    assert main(["content", "changelog", "main..", "--root", str(tree)]) == 0
    assert "Épreuves disparues (2)" in capsys.readouterr().out


def test_a_served_skill_does_not_disappear(tree: Path) -> None:
    text = (tree / SKILLS).read_text()
    start = text.index("      - level: 4")
    (tree / SKILLS).write_text(text[:start] + text[text.index("  - id: beta") :])
    for body in tree.glob("challenges/*/alpha-4/*/challenge.yaml"):
        replace(body, "skill: alpha-4", "skill: alpha-3")
    assert "H004" in codes(tree)


def test_an_unknown_revision_is_said(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RevisionUnreadable):
        bank_at(tree, "nowhere")
    assert main(["content", "check", "--root", str(tree), "--against", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_what_a_change_reaches_is_told(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other_question(tree)
    assert main(["content", "check", "--root", str(tree), "--against", "main"]) == 1
    told = capsys.readouterr()
    assert "1 changed in what is measured" in told.out
    assert "Challenges affected (1): ch-c6ep34wk" in told.out
    assert "Skills affected (1): alpha-1" in told.out
    assert "Competences affected (1): 1.1" in told.out
    assert "Target profiles affected (2): decouverte, liste" in told.out
    assert "Showcase affected (1): essai" in told.out
    assert " H001 " in told.err


def test_a_translation_whose_french_changed_is_told(tree: Path, git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    french = challenge(tree, "single_choice")
    data = parse(french.read_text()).data
    french.with_name("en.yaml").write_text(f"of: {fingerprint_of(data)}\nquestion: What must one answer?\n")
    git("add", ".")
    git("commit", "-q", "-m", "In English")
    assert main(["content", "check", "--root", str(tree), "--against", "main"]) == 0
    assert "Translations gone stale (0): none" in capsys.readouterr().out
    edit("single_choice", "explanation: Parce", "explanation: Tout simplement parce")(tree)
    assert main(["content", "check", "--root", str(tree), "--against", "main"]) == 0
    path = french.with_name("en.yaml").relative_to(tree).as_posix()
    assert f"Translations gone stale (1): {path}" in capsys.readouterr().out
