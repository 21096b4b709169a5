"""Every answer vector holds through the kinds of challenge that learners meet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.content.challenge import Answer, Challenge
from app.content.kinds.choice import Proposal
from app.content.kinds.fields import Field, FieldsChallenge
from app.content.kinds.fields_any_order import FieldsAnyOrderChallenge, FreeField, Group
from app.content.kinds.multiple_choice import MultipleChoice
from app.content.kinds.number import NumberChallenge
from app.content.kinds.single_choice import SingleChoice
from app.content.kinds.text import TextChallenge, TextRule

VECTORS = [json.loads(line) for line in Path(__file__).with_name("answer_vectors.jsonl").read_text().splitlines()]
TREATMENTS = {"t1": "case", "t2": "punctuation", "t3": "distance"}
COMMON: dict[str, Any] = {"id": "ch-22222222", "skill": "topic-1", "question": "?", "explanation": "."}


def strings(text: str) -> dict[str, Any]:
    """YAML read with strings only, as the vectors are written."""
    return yaml.load(text, Loader=yaml.BaseLoader) or {}


def single_choice(vector: dict[str, Any]) -> tuple[Challenge, Answer]:
    ids = sorted({vector["solution"], vector["answer"], "1", "2"})
    return SingleChoice(
        proposals=tuple(Proposal(id=one, text=one, right=one == vector["solution"]) for one in ids), **COMMON
    ), {"": (vector["answer"],)}


def multiple_choice(vector: dict[str, Any]) -> tuple[Challenge, Answer]:
    right = [one.strip() for one in vector["solution"].split(",")]
    given = [one.strip() for one in vector["answer"].split(",")]
    return MultipleChoice(
        proposals=tuple(Proposal(id=one, text=one, right=one in right) for one in sorted({*right, *given})),
        **COMMON,
    ), {"": given}


def one_field(vector: dict[str, Any]) -> tuple[Challenge, Answer]:
    variants = tuple(line for line in vector["solution"].split("\n") if line)
    if "select" in vector.get("blocks", {}).values():
        field = Field(id="rep", label="?", type="choice", accepted=variants, options=variants)
        return FieldsChallenge(fields=(field,), **COMMON), {"rep": (vector["answer"],)}
    rule = TextRule(accepted=variants, treatments=tuple(TREATMENTS[one] for one in vector["treatments"]))  # type: ignore[misc]
    kind = NumberChallenge if vector.get("format") == "nombre" else TextChallenge
    return kind(answer=rule, **COMMON), {"": (vector["answer"],)}


def independent(vector: dict[str, Any]) -> tuple[Challenge, Answer]:
    treatments = tuple(TREATMENTS[one] for one in vector["treatments"])
    fields = []
    for name, variants in strings(vector["solution"]).items():
        choice = vector.get("blocks", {}).get(name) == "select"
        fields.append(
            Field(
                id=name,
                label=name,
                accepted=tuple(variants),
                treatments=treatments,
                type="choice" if choice else "text",
            )  # type: ignore[arg-type]
        )
    given = {name: (text,) for name, text in strings(vector["answer"]).items()}
    return FieldsChallenge(fields=tuple(fields), **COMMON), given


def dependent(vector: dict[str, Any]) -> tuple[Challenge, Answer]:
    answer = strings(vector["answer"])
    groups = tuple(Group(id=name, accepted=tuple(texts)) for name, texts in strings(vector["solution"]).items())
    return FieldsAnyOrderChallenge(
        fields=tuple(FreeField(id=name, label=name) for name in answer),
        groups=groups,
        treatments=tuple(TREATMENTS[one] for one in vector["treatments"]),  # type: ignore[misc]
        **COMMON,
    ), {name: (text,) for name, text in answer.items()}


KINDS = {
    "QCU": single_choice,
    "QCM": multiple_choice,
    "QROC": one_field,
    "QROCM-ind": independent,
    "QROCM-dep": dependent,
}
BADLY_WRITTEN = ("[ind-bad-solution]", "[dep-bad-solution]", "[dep-empty]")
"""Solutions that are not several lines: our loader refuses them, there is no such challenge to answer."""


def playable() -> Iterator[dict[str, Any]]:
    yield from (one for one in VECTORS if not one["why"].startswith(BADLY_WRITTEN))


def test_every_rule_group_is_there() -> None:
    assert len(VECTORS) >= 320
    assert {one["type"] for one in VECTORS} == set(KINDS)


@pytest.mark.parametrize(
    "vector", list(playable()), ids=lambda one: f"{one['type']} {one['why'][:40]} {one['answer'][:20]!r}"
)
def test_vector(vector: dict[str, Any]) -> None:
    challenge, answer = KINDS[vector["type"]](vector)
    assert ("ok" if challenge.grade(answer).ok else "ko") == vector["expected"], vector["why"]


def test_an_empty_answer_is_right_nowhere() -> None:
    for vector in playable():
        challenge, _ = KINDS[vector["type"]](vector)
        assert not challenge.grade({}).ok
