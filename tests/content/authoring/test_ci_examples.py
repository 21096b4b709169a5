"""The examples of continuous integration run commands that exist, on what a merge request is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from app.cli import parser

CONTENT = Path(__file__).parents[3] / "content"
EXAMPLES = ("ci-example.yml", "ci-example.gitlab.yml")
COMMAND = re.compile(r"\.venv/bin/pix (content .*)")


def commands(text: str) -> list[list[str]]:
    """The words of each `pix content …`, a revision standing for each variable."""
    found = []
    for line in COMMAND.findall(text):
        found.append(re.sub(r'"[^"]*"', "main...", line.split(" >")[0]).split())
    return found


@pytest.mark.parametrize("name", EXAMPLES)
def test_its_commands_are_those_of_the_tool(name: str) -> None:
    text = (CONTENT / name).read_text()
    assert yaml.safe_load(text)
    verbs = {parser().parse_args(words).run.__name__ for words in commands(text)}
    assert verbs == {"run_check", "run_play", "run_changelog"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_has_the_whole_history(name: str) -> None:
    assert re.search(r'fetch-depth: 0|GIT_DEPTH: "0"', (CONTENT / name).read_text())
