"""The vectors of the reference, all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.certification.scoring.meshes import capacity_from_score, levels_at, score_of
from app.certification.scoring.profile_levels import (
    LEAST_SHARE,
    certified_level,
    certified_pix,
    is_trusted,
    outcome_of,
    right_rate,
)
from app.certification.scoring.time_limit import too_late
from app.evaluation.certifying.answered import Item
from app.evaluation.certifying.capacity import Outcome, estimates
from app.evaluation.certifying.choice import most_informative
from app.evaluation.scoring import PIX_PER_LEVEL

VECTORS = [
    json.loads(line) for line in Path(__file__).with_name("certification_vectors.jsonl").read_text().splitlines()
]
CUT_POINTS = next(
    one["input"]["competence_level_upper_bounds"]
    for one in VECTORS
    if one["kind"] == "v3_score_and_levels_from_capacity"
)
Given = Mapping[str, Any]


def no_answer(given: Given) -> Any:
    [one] = estimates(given["initial_capacity"], 0.5, [Outcome(**answer) for answer in given["answers"]])
    return {"capacity": one.capacity, "standard_error": one.standard_error}


def after_each_answer(given: Given) -> Any:
    outcomes = [Outcome(one["discriminant"], one["difficulty"], one["correct"]) for one in given["answers"]]
    found = estimates(given["initial_capacity"], given["variation_limit"], outcomes)[1:]
    return {"after_each_answer": [{"capacity": one.capacity, "standard_error": one.standard_error} for one in found]}


def five_most_informative(given: Given) -> Any:
    items = [Item(one["id"], "", "", "", one["discriminant"], one["difficulty"]) for one in given["items"]]
    return {"ordered_ids": [one.id for one in most_informative(given["capacity"], items, 5)]}


def score_and_levels(given: Given) -> Any:
    most, intervals = given["max_reachable_level"], tuple(map(tuple, given["score_intervals"]))
    return {
        "score": score_of(given["capacity"], intervals, most * 128 - 1),
        "levels": levels_at(given["capacity"], given["competence_level_upper_bounds"], most),
    }


def from_score(given: Given) -> Any:
    capacity = capacity_from_score(given["score"], tuple(map(tuple, given["score_intervals"])))
    return {"capacity": capacity, "levels": levels_at(capacity, CUT_POINTS, given["max_reachable_level"])}


def level_of_one_competence(given: Given) -> Any:
    asked, right, neutralised = given["questions_asked"], given["correct"], given["neutralized"]
    assert asked == right + neutralised + given["wrong_or_skipped"]
    outcome = outcome_of(asked, right, neutralised, given["reproducibility_percent"])
    return {"certified_level": certified_level(outcome, given["profile_level"], 7)}


def pix_of_one_competence(given: Given) -> Any:
    assert given["pix_per_level"] == PIX_PER_LEVEL
    return {"certified_pix": certified_pix(given["level_outcome"], given["profile_pix"], 7)}


def enough_left(given: Given) -> Any:
    assert given["minimum_share"] == LEAST_SHARE
    return {"trusted": is_trusted(given["questions"], given["non_neutralized"])}


HANDLED: Mapping[str, Callable[[Given], Any]] = {
    "v3_capacity_no_answer": no_answer,
    "v3_capacity_after_each_answer": after_each_answer,
    "v3_five_most_informative_items": five_most_informative,
    "v3_score_and_levels_from_capacity": score_and_levels,
    "v3_capacity_from_score": from_score,
    "v2_certified_level_of_one_competence": level_of_one_competence,
    "v2_certified_pix_of_one_competence": pix_of_one_competence,
    "v2_enough_non_neutralized_questions": enough_left,
    "v2_reproducibility_percent": lambda given: {"percent": right_rate(given["correct"], given["non_neutralized"])},
    "certification_hard_time_limit_24h": lambda given: {
        "exceeded": too_late(timedelta(milliseconds=given["elapsed_ms"]))
    },
}


@pytest.mark.parametrize("vector", VECTORS, ids=lambda one: one["id"])
def test_the_vectors_of_the_reference_hold(vector: Mapping[str, Any]) -> None:
    same(HANDLED[vector["kind"]](vector["input"]), vector["expected"], vector.get("abs_tolerance", 0))


def test_all_forty_nine_are_there_and_every_kind_is_met() -> None:
    assert len(VECTORS) == 49
    assert {one["kind"] for one in VECTORS} == HANDLED.keys()


def same(found: Any, expected: Any, tolerance: float) -> None:
    """Equal within the tolerance, leaf by leaf; an expected null says nothing."""
    if isinstance(expected, dict):
        assert found.keys() == expected.keys()
        for name, one in expected.items():
            same(found[name], one, tolerance)
    elif isinstance(expected, list):
        assert len(found) == len(expected)
        for here, there in zip(found, expected, strict=True):
            same(here, there, tolerance)
    elif isinstance(expected, float):
        assert found == pytest.approx(expected, abs=tolerance, rel=0)
    elif expected is not None:
        assert found == expected
