"""What always holds of an adaptive assessment, whichever engine places; then what holds of the reference rule."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evaluation.engines import ENGINES, engine_named
from app.evaluation.placement import PlacementEngine, completion, progress
from app.evaluation.reference_placement import REACH, predicted_level
from tests.evaluation.journeys import Drawn, journeys, journeys_without_needs, played

REFERENCE = engine_named("reference")
on_each_engine = pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)


@on_each_engine
@settings(max_examples=100)
@given(journeys)
def test_it_ends_within_one_question_per_skill(engine: PlacementEngine, drawn: Drawn) -> None:
    scope, *_ = drawn
    journey = played(engine, *drawn)
    assert journey.end is not None
    assert len(journey.asked) <= scope.size
    if journey.end.reason == "all_known":
        assert completion(scope, journey.known) == 1


@on_each_engine
@given(journeys)
def test_it_never_asks_what_is_known_nor_the_same_challenge_twice(engine: PlacementEngine, drawn: Drawn) -> None:
    journey = played(engine, *drawn)
    for ask, before in zip(journey.asked, journey.before, strict=True):
        topic, level = str(ask.skill_id).rsplit("-", 1)
        assert int(level) not in before.known.get(topic, {})
        assert ask.challenge_id not in before.answered
        assert ask.challenge_id.startswith(f"{ask.skill_id}-")


@on_each_engine
@given(journeys)
def test_replaying_the_answers_follows_the_same_path(engine: PlacementEngine, drawn: Drawn) -> None:
    assert played(engine, *drawn) == played(engine, *drawn)


@on_each_engine
@given(journeys)
def test_it_ends_with_a_reason_and_its_progress_only_grows(engine: PlacementEngine, drawn: Drawn) -> None:
    scope, *_ = drawn
    journey = played(engine, *drawn)
    assert journey.last is not None
    steps = [progress(engine, completion(scope, one.known)) for one in (*journey.before, journey.last)]
    assert all(0 <= sooner <= later <= 1 for sooner, later in pairwise(steps))


@on_each_engine
@given(journeys)
def test_what_was_answered_here_stands_to_the_end(engine: PlacementEngine, drawn: Drawn) -> None:
    *_, seed = drawn
    journey = played(engine, *drawn)
    assert journey.last is not None
    for one in journey.last.given:
        element = journey.known[one.topic][one.level]
        assert (element.direct, element.validated, element.assessment) == (True, one.right, seed)


@on_each_engine
@given(journeys)
def test_what_was_validated_is_withdrawn_only_after_a_wrong_answer_on_its_topic(
    engine: PlacementEngine, drawn: Drawn
) -> None:
    _, known, *_ = drawn
    journey = played(engine, *drawn)
    assert journey.last is not None
    missed = {one.topic for one in journey.last.given if not one.right}
    for topic, elements in known.items():
        for level, one in elements.items():
            if one.validated and topic not in missed:
                assert journey.known[topic][level].validated


@given(journeys)
def test_every_question_settles_something_and_progress_only_grows(drawn: Drawn) -> None:
    scope, *_ = drawn
    journey = played(REFERENCE, *drawn)
    steps = [completion(scope, before.known) for before in journey.before] + [completion(scope, journey.known)]
    assert all(sooner < later for sooner, later in pairwise(steps))


@given(journeys)
def test_a_level_validated_here_has_nothing_refused_here_below_it(drawn: Drawn) -> None:
    scope, *_ = drawn
    for topic, elements in played(REFERENCE, *drawn).known.items():
        here = {level: one for level, one in elements.items() if one.assessment == drawn[3]}
        for level, one in here.items():
            lower = [here.get(other) for other in scope.levels.get(topic, ()) if other < level]
            if one.validated and one.direct:
                assert all(other is not None for other in lower)
            assert not one.validated or all(other is None or other.validated for other in lower)


@given(journeys_without_needs)
def test_after_a_timed_question_another_only_for_want_of_anything_else(drawn: Drawn) -> None:
    """« Anything else » among the topics it may choose from: easy ones as long as there are some."""
    scope, *_ = drawn
    journey = played(REFERENCE, *drawn)
    for ask, before in zip(journey.asked, journey.before, strict=True):
        if before.answered and not before.last_timed:
            continue
        open_skills = [
            (topic.easy, left, skill)
            for topic in scope.topics
            for skill in topic.skills
            if skill.level not in before.known.get(topic.id, {}) and (left := skill.left(before.answered))
        ]
        if any(easy for easy, _, _ in open_skills):
            open_skills = [one for one in open_skills if one[0]]
        timed = {skill.id: left[0].timed for _, left, skill in open_skills}
        if timed[str(ask.skill_id)]:
            assert all(timed.values())


@given(journeys)
def test_after_the_first_question_nothing_is_out_of_reach(drawn: Drawn) -> None:
    scope, *_ = drawn
    journey = played(REFERENCE, *drawn)
    for ask, before in zip(journey.asked, journey.before, strict=True):
        if before.answered:
            level = int(str(ask.skill_id).rsplit("-", 1)[1])
            assert level - REFERENCE.estimate(scope, before) <= REACH


@given(st.lists(st.tuples(st.integers(1, 8), st.booleans()), max_size=60), st.integers(1, 8))
def test_an_estimate_is_bounded_and_a_success_never_lowers_it(
    outcomes: list[tuple[int, bool]], difficulty: int
) -> None:
    level = predicted_level(outcomes)
    assert 0.5 <= level <= 7.5
    assert (
        predicted_level([*outcomes, (difficulty, False)]) <= level <= predicted_level([*outcomes, (difficulty, True)])
    )


@given(
    st.lists(st.tuples(st.integers(1, 8), st.booleans()), max_size=30).flatmap(
        lambda o: st.tuples(st.just(o), st.permutations(o))
    )
)
def test_the_order_of_the_answers_does_not_change_the_estimate(
    both: tuple[list[tuple[int, bool]], list[tuple[int, bool]]],
) -> None:
    assert predicted_level(both[0]) == predicted_level(both[1])
