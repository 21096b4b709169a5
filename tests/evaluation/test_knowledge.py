"""What one answer teaches about the skill asked and its neighbours, and what is forgotten before a retry."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.evaluation.knowledge import (
    NOTHING_KNOWN,
    Element,
    TopicKnowledge,
    apply_answer,
    counting,
    decode,
    encode,
    latest,
)

NOW = datetime(2026, 9, 14, 10, 0, tzinfo=UTC)
EARLIER = NOW - timedelta(days=30)
HERE, ELSEWHERE = 2, 1
LEVELS = (1, 2, 3, 4, 5)

levels = st.integers(1, 8)
dates = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1), timezones=st.just(UTC)).map(
    lambda at: at.replace(microsecond=0)
)
elements = st.builds(Element, st.booleans(), st.booleans(), st.integers(1, 3), dates)
topics = st.dictionaries(levels, elements)


def answered(before: TopicKnowledge, level: int, *, ok: bool, target: tuple[int, ...] = LEVELS) -> TopicKnowledge:
    return apply_answer(before, target, level, validated=ok, assessment=HERE, at=NOW)


def picture(elements: TopicKnowledge) -> dict[int, str]:
    """`+` validated, `-` not; in capitals of a sort: `+!` and `-!` were asked directly."""
    return {level: "-+"[one.validated] + "!" * one.direct for level, one in sorted(elements.items())}


@pytest.mark.parametrize(
    ("level", "ok", "after"),
    [
        (3, True, {1: "+", 2: "+", 3: "+!"}),
        (3, False, {3: "-!", 4: "-", 5: "-"}),
        (1, True, {1: "+!"}),
        (1, False, {1: "-!", 2: "-", 3: "-", 4: "-", 5: "-"}),
        (5, True, {1: "+", 2: "+", 3: "+", 4: "+", 5: "+!"}),
    ],
)
def test_a_success_validates_what_is_easier_a_failure_refuses_what_is_harder(
    level: int, ok: bool, after: dict[int, str]
) -> None:
    assert picture(answered(NOTHING_KNOWN, level, ok=ok)) == after


def test_only_the_skills_aimed_at_are_concerned() -> None:
    assert picture(answered(NOTHING_KNOWN, 4, ok=True, target=(2, 4))) == {2: "+", 4: "+!"}
    assert answered(NOTHING_KNOWN, 3, ok=True, target=(2, 4)) == NOTHING_KNOWN


def test_an_assessment_never_contradicts_itself() -> None:
    failed = answered(NOTHING_KNOWN, 2, ok=False)
    assert answered(failed, 4, ok=True) is failed
    then = answered(failed, 1, ok=True)
    assert picture(then) == {1: "+!", 2: "-!", 3: "-", 4: "-", 5: "-"}
    assert then[2] is failed[2]


def test_what_was_asked_here_stays_direct_when_it_is_also_implied() -> None:
    twice_failed = answered(answered(NOTHING_KNOWN, 3, ok=False), 1, ok=False)
    assert picture(twice_failed) == {1: "-!", 2: "-", 3: "-!", 4: "-", 5: "-"}
    twice_passed = answered(answered(NOTHING_KNOWN, 2, ok=True), 4, ok=True)
    assert picture(twice_passed) == {1: "+", 2: "+!", 3: "+", 4: "+!"}


def test_a_newer_assessment_replaces_what_an_older_one_said() -> None:
    before = {level: Element(True, True, ELSEWHERE, EARLIER) for level in LEVELS}
    after = answered(before, 3, ok=False)
    assert picture(after) == {1: "+!", 2: "+!", 3: "-!", 4: "-", 5: "-"}
    assert {one.assessment for level, one in after.items() if level >= 3} == {HERE}
    assert after[1] is before[1]


@given(topics, levels, st.booleans())
def test_an_answer_never_changes_what_it_was_given(before: dict[int, Element], level: int, ok: bool) -> None:
    copy = dict(before)
    answered(before, level, ok=ok)
    assert before == copy


@given(topics, levels, st.booleans())
def test_the_same_answer_twice_teaches_once(before: dict[int, Element], level: int, ok: bool) -> None:
    once = answered(before, level, ok=ok)
    assert answered(once, level, ok=ok) == once


@given(st.lists(st.tuples(st.sampled_from(LEVELS), st.booleans()), max_size=8))
def test_in_one_assessment_what_is_validated_is_below_what_is_not(answers: list[tuple[int, bool]]) -> None:
    """Asked, as the engine does, only on unknown levels, a topic has one threshold: inference is monotone."""
    known: TopicKnowledge = NOTHING_KNOWN
    for level, ok in answers:
        if level not in known:
            known = answered(known, level, ok=ok)
    passed = [level for level, one in known.items() if one.validated]
    failed = [level for level, one in known.items() if not one.validated]
    assert max(passed, default=0) < min(failed, default=9)
    assert set(passed) == set(range(1, max(passed, default=0) + 1))
    assert set(failed) == set(range(min(failed, default=6), 6))


CREATED = NOW
FOUR_DAYS = timedelta(days=4)


@pytest.mark.parametrize(
    ("element", "kept"),
    [
        (Element(True, True, ELSEWHERE, CREATED - timedelta(days=900)), True),
        (Element(True, False, ELSEWHERE, CREATED - timedelta(days=5)), True),
        (Element(False, True, ELSEWHERE, CREATED - FOUR_DAYS), False),
        (Element(False, True, ELSEWHERE, CREATED - FOUR_DAYS + timedelta(seconds=1)), True),
        (Element(False, False, ELSEWHERE, CREATED - timedelta(days=5)), False),
        (Element(False, True, HERE, CREATED - timedelta(days=5)), True),
        (Element(False, True, HERE, CREATED + timedelta(days=50)), True),
        (Element(False, True, ELSEWHERE, CREATED + timedelta(days=1)), True),
    ],
)
def test_old_failures_alone_are_forgotten_when_trying_again(element: Element, kept: bool) -> None:
    known = {3: element}
    after = counting(known, assessment=HERE, created_at=CREATED, forget_failures_after=FOUR_DAYS)
    assert (3 in after) is kept


def test_a_first_test_counts_everything() -> None:
    known = {3: Element(False, True, ELSEWHERE, CREATED - timedelta(days=900))}
    assert counting(known, assessment=HERE, created_at=CREATED, forget_failures_after=None) == known


@given(topics, st.integers(0, 9))
def test_counting_keeps_every_success_and_adds_nothing(known: dict[int, Element], days: int) -> None:
    after = counting(known, assessment=HERE, created_at=NOW, forget_failures_after=timedelta(days=days))
    assert after.items() <= known.items()
    assert {level for level, one in known.items() if one.validated} <= after.keys()


@given(topics)
def test_a_column_gives_back_what_was_stored(known: dict[int, Element]) -> None:
    assert decode(encode(known)) == known


def test_what_is_stored_is_short_and_keeps_whole_seconds() -> None:
    text = encode({2: Element(True, False, 41, NOW.replace(microsecond=999_999))})
    assert text == '{"2":[1,0,41,1789380000]}'
    assert decode(text)[2].at == NOW
    assert decode("{}") == NOTHING_KNOWN


@pytest.mark.parametrize("text", ["", "[]", '{"a":[1,1,1,1]}', '{"2":[1,1]}', '{"2":[2,1,1,1]}', "{"])
def test_a_spoilt_column_is_a_defect(text: str) -> None:
    with pytest.raises(msgspec.MsgspecError):
        decode(text)


def test_the_last_thing_learnt() -> None:
    old, new = Element(True, True, 1, EARLIER), Element(False, False, 1, NOW)
    assert latest([{1: old, 4: new}, {}, {2: old}]) == NOW
    assert latest([NOTHING_KNOWN]) is None
