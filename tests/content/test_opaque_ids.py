"""What a page sends back tells nothing about the answer, and is judged the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.content.bank import StoredChallenge
from app.content.opaque_ids import opaque
from app.content.reading import read_tree

WORLD = read_tree(Path(__file__).parents[1] / "world").challenges.values()
RENAMED = {"single_choice", "multiple_choice", "ordering", "matching", "dropdowns"}


@pytest.mark.parametrize("stored", WORLD, ids=lambda one: f"{one.body.kind} {one.id}")
def test_the_renamed_challenge_judges_alike(stored: StoredChallenge) -> None:
    body = stored.body.renamed(opaque(stored.id))
    assert all(body.grade(answer).ok and not body.refusal(answer) for answer in body.right_answers())
    assert not any(body.grade(answer).ok for answer in body.wrong_answers())
    assert [line.accepted for line in body.solution()] == [line.accepted for line in stored.body.solution()]
    assert body == stored.body.renamed(opaque(stored.id))
    if stored.body.kind in RENAMED:
        values = {value for answer in body.right_answers() for values in answer.values() for value in values}
        assert body != stored.body
        assert all(re.fullmatch("[0-9a-f]{4}|[0-9]", value) for value in values)


def test_two_ids_never_become_one() -> None:
    rename = opaque("ch-22222222")
    assert len({rename(str(number)) for number in range(3000)}) == 3000
