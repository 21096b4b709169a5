"""One idea, several questions."""

from __future__ import annotations

import pytest

from app.content.variants import faults_of, fill, rows_of

TWO = {"variants": [{"id": "a", "n": 4}, {"id": "b", "n": 5}], "question": "Combien font {{n}} ?", "answer": ["{{n}}"]}


def test_each_row_fills_the_texts() -> None:
    filled = [fill(TWO["question"], row) for row in rows_of(TWO)]
    assert filled == ["Combien font 4 ?", "Combien font 5 ?"]


def test_a_text_that_is_only_a_placeholder_keeps_the_type() -> None:
    assert fill(TWO["answer"], {"n": 4}) == [4]
    assert fill({"x": "{{ list }}"}, {"list": ["a", "b"]}) == {"x": ["a", "b"]}


def test_without_variants_there_is_one_challenge() -> None:
    assert rows_of({"question": "?"}) == [{}]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"variants": []}, "V001"),
        ({"variants": {"a": 1}}, "V001"),
        ({"variants": [{"n": 1}], "q": "{{n}}"}, "V002"),
        ({"variants": [{"id": "A B", "n": 1}], "q": "{{n}}"}, "V002"),
        ({"variants": [{"id": "a", "n": 1}, {"id": "a", "n": 2}], "q": "{{n}}"}, "V003"),
        ({"variants": [{"id": "a", "n": 1}, {"id": "b"}], "q": "{{n}}"}, "V004"),
        ({"variants": [{"id": "a", "n": 1}], "q": "{{n}} {{m}}"}, "V005"),
        ({"variants": [{"id": "a", "n": 1, "unused": 2}], "q": "{{n}}"}, "V006"),
    ],
)
def test_mistakes_in_the_table_are_listed(data: dict[str, object], code: str) -> None:
    assert code in [fault[1] for fault in faults_of(data)]


def test_a_good_table_has_none() -> None:
    assert list(faults_of(TWO)) == []
