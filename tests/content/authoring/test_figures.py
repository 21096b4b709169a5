"""`stats`: every number is counted from the files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from app.cli import main
from app.content.authoring.figures import Figures, figures
from app.content.authoring.figures_table import WIDTH, table
from app.content.authoring.goals import goals
from app.content.reading import read_tree
from tests.content.bad_examples import SKILLS, challenge, replace, variants

ROOT = Path(__file__).parents[3]
WORLD = ROOT / "tests/world"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORLD, tmp_path / "content"))


def counted(tree: Path) -> Figures:
    return figures(read_tree(tree))


def test_a_row_of_variants_is_a_challenge_and_its_file_an_idea(tree: Path) -> None:
    before = counted(tree).amount
    replace(variants(tree), "variants:", "variants:\n  - {id: moyen, a: 7, b: 8, total: 15}")
    after = counted(tree).amount
    assert (after.challenges, after.ideas) == (before.challenges + 1, before.ideas)
    assert before.ideas == len(list(tree.glob("challenges/*/*/*/challenge.yaml")))


def test_practical_ones_have_a_file_to_open_and_environments_are_counted_by_name(tree: Path) -> None:
    found = counted(tree)
    assert found.amount.practical == 1
    assert found.amount.in_environments == found.environments["mailbox"].challenges == 1


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_what_is_not_asked_does_not_count(tree: Path, status: str) -> None:
    before = counted(tree)
    replace(challenge(tree, "number"), "status: active", f"status: {status}")
    after = counted(tree)
    assert after.amount.challenges == before.amount.challenges - 1
    assert after.kinds["number"].challenges == before.kinds["number"].challenges - 1
    assert after.marks.get("sight") is None


def test_a_draft_skill_does_not_count_with_what_was_written_for_it(tree: Path) -> None:
    before = counted(tree)
    replace(tree / SKILLS, "level: 4", "level: 4\n        status: draft")
    after = counted(tree)
    assert after.skills == before.skills - 1
    assert after.amount.challenges == before.amount.challenges - 2
    assert "1.1 level 4" in after.thin_levels


def test_the_crossings_add_up(tree: Path) -> None:
    found = counted(tree)
    assert sum(cell.amount.challenges for cell in found.cells) == found.amount.challenges
    assert sum(one.amount.challenges for one in found.competences) == found.amount.challenges
    assert sum(one.challenges for one in found.kinds.values()) == found.amount.challenges
    assert sum(sum(one.challenges_by_level.values()) for one in found.competences) == found.amount.challenges
    assert sum(one.skills for one in found.competences) == found.skills == 12


def test_a_skill_with_fewer_than_three_is_named(tree: Path) -> None:
    before = counted(tree).thin_skills
    assert before["alpha-1"] == 2
    folder = challenge(tree, "number").parent
    copy = Path(shutil.copytree(folder, folder.with_name("ch-22222222-copie"))) / "challenge.yaml"
    replace(copy, f"id: {folder.name[:11]}", "id: ch-22222222")
    assert "alpha-1" not in counted(tree).thin_skills


def test_a_skill_is_accessible_with_one_challenge_that_lacks_the_mark_or_with_three(tree: Path) -> None:
    one = counted(tree).competences[0]
    before = one.accessible["sight"]
    assert 0 < before.one <= one.skills
    folder = challenge(tree, "number").parent
    for name in ("22222222", "33333333"):
        copy = Path(shutil.copytree(folder, folder.with_name(f"ch-{name}-copie"))) / "challenge.yaml"
        replace(copy, f"id: {folder.name[:11]}", f"id: ch-{name}")
        replace(copy, "marks: [sight", "marks: [sound")
    after = counted(tree).competences[0].accessible
    assert (after["sight"].one, after["sight"].three) == (before.one, before.three + 1)
    assert after["sound"].one == before.one


def test_the_table_says_how_many_skills_each_need_leaves(tree: Path) -> None:
    found = counted(tree)
    lines = list(table(found, goals(found)))
    title = next(rank for rank, line in enumerate(lines) if line.startswith("Accessible"))
    assert lines[title + 2].split()[2::2] == ["sight", "colour", "sound", "pointing", "computer"]
    one = found.competences[0]
    cells = lines[title + 3].split()
    assert cells[-5:] == [f"{reach.one}/{reach.three}" for reach in one.accessible.values()]


def test_goals_say_what_is_reached_and_what_is_asked(tree: Path) -> None:
    found = counted(tree)
    aims = {one.name: one for one in goals(found)}
    assert (aims["active skills"].reached, aims["active skills"].asked) == (12, 400)
    assert aims["playable challenges"].reached == found.amount.challenges
    assert not aims["playable challenges"].met
    assert aims["active skills with a tutorial of each list"].met


def test_the_table_of_the_bank_fits_the_terminal() -> None:
    found = figures(read_tree(ROOT / "content"))
    lines = list(table(found, goals(found)))
    assert [line for line in lines if len(line) > WIDTH] == []
    for one in found.competences:
        assert any(line.startswith(one.code) for line in lines)


def test_a_program_reads_the_same_figures(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["content", "stats", "--json", "--root", str(tree)]) == 0
    read = json.loads(capsys.readouterr().out)
    found = counted(tree)
    assert read["amount"]["challenges"] == found.amount.challenges
    assert len(read["cells"]) == len(found.cells)
    assert {one["name"] for one in read["goals"]} == {one.name for one in goals(found)}
