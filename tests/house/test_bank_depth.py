"""The bank is as deep as its goals: what is only advice while somebody writes holds of what is here."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from app.content.authoring.figures import figures
from app.content.authoring.goals import goals
from app.content.bank import Bank
from app.content.checks import notes
from app.content.reading import read_tree

CONTENT = Path(__file__).parents[2] / "content"


@cache
def bank() -> Bank:
    return read_tree(CONTENT)


def test_every_goal_is_reached() -> None:
    assert [goal for goal in goals(figures(bank())) if not goal.met] == []


def test_no_skill_level_or_profile_lacks_depth() -> None:
    """Three challenges and both lists of tutorials for each skill, two skills for each level of each competence."""
    assert [str(one) for one in notes(bank()) if one.code.startswith("D")] == []
