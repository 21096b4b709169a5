"""The README names every setting and every command: what it forgets does not exist for anyone."""

from __future__ import annotations

import argparse
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import parser
from app.settings import Settings

README = Path(__file__).resolve().parents[2] / "README.md"
MARKDOWN_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def commands(one: argparse.ArgumentParser, words: str = "pix") -> Iterator[str]:
    """Every command that does something, with its words: `pix db upgrade`."""
    below = [action for action in one._actions if isinstance(action, argparse._SubParsersAction)]
    for action in below:
        for name, child in action.choices.items():
            yield from commands(child, f"{words} {name}")
    if not below:
        yield words


@pytest.fixture(scope="module")
def readme() -> str:
    return README.read_text("utf-8")


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Settings)])
def test_the_readme_explains_each_setting(readme: str, field: str) -> None:
    name = "PIX_ENV" if field == "environment" else field.upper()
    assert re.search(rf"\b{name}\b", readme)


@pytest.mark.parametrize("command", sorted(commands(parser())))
def test_the_readme_names_each_command(readme: str, command: str) -> None:
    *words, last = command.split()
    # `pix db upgrade`, or in a list of verbs: `pix db upgrade | status`
    assert re.search(rf"{' '.join(words)} [^\n]*\b{last}\b", readme), command


@pytest.mark.parametrize("command", ["make run", "make test"])
def test_the_readme_gives_the_two_commands_of_a_newcomer(readme: str, command: str) -> None:
    assert command in readme


def test_the_files_the_readme_leads_to_exist(readme: str) -> None:
    missing = [path for path in MARKDOWN_LINK.findall(readme) if not (README.parent / path).exists()]
    assert missing == []
