"""Checks across files, by family; `app/content/rules.py` tells each rule by its code."""

from __future__ import annotations

from app.content.bank import Bank
from app.content.checks.challenges import challenge_problems
from app.content.checks.citations import citation_problems
from app.content.checks.depth import depth_notes
from app.content.checks.equivalents import equivalent_notes, equivalent_problems
from app.content.checks.framework import framework_problems
from app.content.checks.reading_length import length_problems
from app.content.checks.typography import typography_problems
from app.content.problems import Problem


def check(bank: Bank) -> list[Problem]:
    """Every problem of the tree, those of reading included, sorted by place. One is enough to refuse the tree."""
    found = [
        *bank.problems,
        *framework_problems(bank),
        *challenge_problems(bank),
        *citation_problems(bank),
        *typography_problems(bank),
        *length_problems(bank),
        *equivalent_problems(bank),
    ]
    return sorted(set(found))


def notes(bank: Bank) -> list[Problem]:
    """What would be better otherwise, and refuses nothing."""
    return sorted({*depth_notes(bank), *equivalent_notes(bank)})
