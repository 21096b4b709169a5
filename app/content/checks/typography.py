"""French as it is printed, in what learners read. Spaces before `: ; ? !` are not asked for: they are put for you."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.content.bank import Bank
from app.content.checks.prose import Text, prose, strings, written
from app.content.problems import Problem
from app.content.translations import TODO


class Habit(NamedTuple):
    code: str
    pattern: re.Pattern[str]
    message: str
    mend: str


HABITS = (
    Habit("W002", re.compile(r"\.\.\."), "trois points à la suite", "écrivez …"),
    Habit("W003", re.compile('"'), "guillemets droits", "écrivez « … », ou `code` pour ce qui se tape"),
    Habit("W004", re.compile(r"\S {2,}\S"), "deux espaces à la suite", "n’en laissez qu’une"),
    Habit("W005", re.compile(r"«\S|\S»"), "guillemets collés au mot", "écrivez « mot », avec des espaces simples"),
    Habit(
        "W006",
        re.compile(r"\b(?:c|ch|s|n|v|b|m)oeu|\boe(?:il|uvr|uf)", re.IGNORECASE),
        "« oe » au lieu de « œ »",
        "écrivez œ : cœur, sœur, œuvre",
    ),
    Habit("W007", re.compile(r"\b\d+i?[èe]mes?\b"), "abréviation fautive", "écrivez 2e, 3e, 1re"),
    Habit("W008", re.compile(r"etc ?(?:…|\.\.)"), "« etc… »", "écrivez « etc. » ou « … », l’un des deux"),
)
FINISHED = re.compile(r"[.!?…»)x]$")
ENDING = {"explanation": ("W009", "cette explication"), "question": ("W010", "cette question")}


def typography_problems(bank: Bank) -> Iterator[Problem]:
    yield from _to_do(bank)
    for text in prose(bank):
        for habit in HABITS:
            found = habit.pattern.search(text.words)
            if found:
                yield text.source.problem(text.at, habit.code, f"{habit.message} : {_around(text, found)}", habit.mend)
        code, what = ENDING.get(str(text.at[-1]), ("", ""))
        if code and not FINISHED.search(text.words):
            yield text.source.problem(text.at, code, f"{what} ne finit pas par un point", "terminez la phrase")


def _to_do(bank: Bank) -> Iterator[Problem]:
    for family in ("challenge", "skills", "tutorials"):
        for source in written(bank, family):
            for at, text in strings(source.document.data):
                if text.startswith(TODO):
                    yield source.problem(at, "W001", "ce texte est encore à écrire", text.removeprefix(TODO).strip())


def _around(text: Text, found: re.Match[str]) -> str:
    start, end = max(found.start() - 12, 0), found.end() + 12
    return "[" + text.words[start:end].replace("\n", " ").strip() + "]"
