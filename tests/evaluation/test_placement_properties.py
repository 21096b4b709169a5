"""Whole adaptive assessments, on scopes and learners drawn at random: what always holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.evaluation.engines import engine_named
from app.evaluation.knowledge import NOTHING_KNOWN, Element, TargetSkill, TopicKnowledge, apply_answer
from app.evaluation.placement import (
    Ask,
    Finished,
    PreparedScope,
    Question,
    Situation,
    completion,
    prepare_scope,
)
from app.evaluation.reference_placement import REACH, predicted_level

START = datetime(2026, 9, 14, 10, 0, tzinfo=UTC)
HERE = 7
ENGINE = engine_named("reference")
TOPICS = ("files", "web", "mail", "tables", "safety")

skills_of_a_topic = st.dictionaries(st.integers(1, 8), st.lists(st.booleans(), max_size=3), min_size=1, max_size=7)
"""Level -> its challenges, timed or not."""
contents = st.dictionaries(st.sampled_from(TOPICS), skills_of_a_topic, min_size=1)
knowledge = st.dictionaries(
    st.sampled_from(TOPICS),
    st.dictionaries(
        st.integers(1, 8),
        st.builds(Element, st.booleans(), st.booleans(), st.just(1), st.just(START)),
        max_size=4,
    ),
)


@dataclass
class Journey:
    """An assessment played to its end: the questions with what was known before each."""

    asked: list[Ask] = field(default_factory=list)
    before: list[Situation] = field(default_factory=list)
    end: Finished | None = None
    known: dict[str, TopicKnowledge] = field(default_factory=dict)


def scope_of(content: Mapping[str, Mapping[int, list[bool]]]) -> PreparedScope:
    skills = [TargetSkill(f"{topic}-{level}", topic, level) for topic, levels in content.items() for level in levels]
    questions = {
        skill.id: [Question(f"{skill.id}-{n}", timed) for n, timed in enumerate(content[skill.topic][skill.level])]
        for skill in skills
    }
    return prepare_scope(skills, questions)


def played(scope: PreparedScope, known: Mapping[str, TopicKnowledge], answers: list[bool], seed: int) -> Journey:
    """Answers in turn as drawn (over and over), until the engine stops."""
    journey = Journey(known=dict(known))
    timers = {one.id: one.timed for topic in scope.topics for skill in topic.skills for one in skill.questions}
    answered: list[str] = []
    while len(answered) <= scope.size:
        timed = bool(answered) and timers[answered[-1]]
        situation = Situation(dict(journey.known), frozenset(answered), timed, seed)
        case = ENGINE.next(scope, situation)
        assert case == ENGINE.next(scope, situation), "asking twice must give the same"
        if isinstance(case, Finished):
            journey.end = case
            break
        journey.asked.append(case)
        journey.before.append(situation)
        topic, level = str(case.skill_id).rsplit("-", 1)
        journey.known[topic] = apply_answer(
            journey.known.get(topic, NOTHING_KNOWN),
            scope.levels[topic],
            int(level),
            validated=answers[len(answered) % len(answers)],
            assessment=HERE,
            at=START + timedelta(minutes=len(answered)),
        )
        answered.append(case.challenge_id)
    return journey


journeys = st.builds(
    lambda content, known, answers, seed: (scope_of(content), known, answers, seed),
    contents,
    knowledge,
    st.lists(st.booleans(), min_size=1, max_size=12),
    st.integers(0, 2**40),
)
Drawn = tuple[PreparedScope, dict[str, dict[int, Element]], list[bool], int]


@settings(max_examples=200)
@given(journeys)
def test_it_ends_within_one_question_per_skill(drawn: Drawn) -> None:
    scope, *_ = drawn
    journey = played(*drawn)
    assert journey.end is not None
    assert len(journey.asked) <= scope.size
    if journey.end.reason == "all_known":
        assert completion(scope, journey.known) == 1


@given(journeys)
def test_it_never_asks_what_is_known_nor_the_same_challenge_twice(drawn: Drawn) -> None:
    journey = played(*drawn)
    for ask, before in zip(journey.asked, journey.before, strict=True):
        topic, level = str(ask.skill_id).rsplit("-", 1)
        assert int(level) not in before.known.get(topic, {})
        assert ask.challenge_id not in before.answered
        assert ask.challenge_id.startswith(f"{ask.skill_id}-")


@given(journeys)
def test_replaying_the_answers_follows_the_same_path(drawn: Drawn) -> None:
    assert played(*drawn) == played(*drawn)


@given(journeys)
def test_every_question_settles_something_and_progress_only_grows(drawn: Drawn) -> None:
    scope, *_ = drawn
    journey = played(*drawn)
    steps = [completion(scope, before.known) for before in journey.before] + [completion(scope, journey.known)]
    assert all(sooner < later for sooner, later in pairwise(steps))


@given(journeys)
def test_a_level_validated_here_has_nothing_refused_here_below_it(drawn: Drawn) -> None:
    scope, *_ = drawn
    for topic, elements in played(*drawn).known.items():
        here = {level: one for level, one in elements.items() if one.assessment == HERE}
        for level, one in here.items():
            lower = [here.get(other) for other in scope.levels.get(topic, ()) if other < level]
            if one.validated and one.direct:
                assert all(other is not None for other in lower)
            assert not one.validated or all(other is None or other.validated for other in lower)


@given(journeys)
def test_after_a_timed_question_another_only_for_want_of_anything_else(drawn: Drawn) -> None:
    """« Anything else » among the topics it may choose from: easy ones as long as there are some."""
    scope, *_ = drawn
    journey = played(*drawn)
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
    journey = played(*drawn)
    for ask, before in zip(journey.asked, journey.before, strict=True):
        if before.answered:
            level = int(str(ask.skill_id).rsplit("-", 1)[1])
            assert level - ENGINE.estimate(scope, before) <= REACH


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
