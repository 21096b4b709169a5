"""The Bayesian rule of placement: what it asks, in which order, when it stops, what it concludes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest
from hypothesis import given

from app.evaluation.bayesian_placement import FEWEST, START, BayesianPlacement, most_questions
from app.evaluation.belief.evidence import Answered, Remembered
from app.evaluation.belief.responses import curve_of
from app.evaluation.knowledge import Element, TargetSkill, TopicKnowledge
from app.evaluation.placement import Ask, Finished, PreparedScope, Question, Situation, completion, prepare_scope
from tests.evaluation.journeys import Drawn, journeys, played

ENGINE = BayesianPlacement()
NOW = datetime(2026, 11, 2, tzinfo=UTC)
HERE = 12
TOPICS = ("web", "mail", "files")
COMPETENCE_OF = {"web": "1.1", "mail": "1.1", "files": "1.1", "photos": "3.2"}


def scope(topics: Iterable[str] = TOPICS, levels: Iterable[int] = range(1, 8), **question: object) -> PreparedScope:
    skills = [TargetSkill(f"{topic}-{level}", topic, level) for topic in topics for level in levels]
    return prepare_scope(
        skills,
        {one.id: [Question(f"{one.id}{letter}", **question) for letter in "ab"] for one in skills},  # type: ignore[arg-type]
        COMPETENCE_OF,
    )


def answered(*texts: str) -> tuple[Answered, ...]:
    """`web5+`: a right answer at level 5 of the topic web."""
    return tuple(Answered(one[:-2], int(one[-2]), curve_of(int(one[-2]), 0.0), one[-1] == "+") for one in texts)


def after(
    *texts: str,
    known: dict[str, TopicKnowledge] | None = None,
    carried: tuple[Remembered, ...] = (),
    seed: int = HERE,
    timed: bool = False,
) -> Situation:
    given = answered(*texts)
    latest = dict(known or {})
    for one in given:
        latest[one.topic] = {**latest.get(one.topic, {}), one.level: Element(one.right, True, seed, NOW)}
    ids = frozenset(f"{one.topic}-{one.level}a" for one in given)
    return Situation(latest, ids, timed, seed, given, latest, carried)


def levels_asked(situation: Situation, aimed: PreparedScope, seeds: int = 30) -> set[int]:
    found = set()
    for seed in range(seeds):
        step = ENGINE.next(aimed, after_seed(situation, seed))
        assert isinstance(step, Ask)
        found.add(int(str(step.skill_id)[-1]))
    return found


def after_seed(situation: Situation, seed: int) -> Situation:
    return Situation(
        situation.known, situation.answered, situation.last_timed, seed, situation.given, situation.latest,
        situation.carried,
    )  # fmt: skip


def test_somebody_nobody_knows_starts_with_what_most_people_can_do() -> None:
    assert levels_asked(after(), scope()) <= {2, 3}


def test_somebody_able_elsewhere_starts_higher() -> None:
    able = tuple(Remembered("photos", level, True, 1.0) for level in (4, 5, 6, 7))
    assert min(levels_asked(after(carried=able), scope())) > max(levels_asked(after(), scope()))


def test_success_leads_up_and_failure_down() -> None:
    up = levels_asked(after("web3+", "mail4+"), scope())
    down = levels_asked(after("web3-", "mail2-"), scope())
    assert min(up) > max(down)


def test_it_changes_topic_and_draws_among_what_is_worth_the_same() -> None:
    aimed = scope()
    asked = [ENGINE.next(aimed, after("web3+", seed=seed)) for seed in range(40)]
    assert all(isinstance(one, Ask) and not str(one.skill_id).startswith("web") for one in asked)
    assert len({one.challenge_id for one in asked if isinstance(one, Ask)}) > 3


def test_a_question_that_cannot_be_guessed_is_preferred() -> None:
    skills = [TargetSkill(f"web-{level}", "web", level) for level in range(1, 8)]
    aimed = prepare_scope(
        skills,
        {one.id: [Question(f"{one.id}a", luck=0.5), Question(f"{one.id}b", luck=0.0)] for one in skills},
        COMPETENCE_OF,
    )
    asked = {ENGINE.next(aimed, after(seed=seed)) for seed in range(20)}
    assert {one.challenge_id[-1] for one in asked if isinstance(one, Ask)} == {"b"}


def test_it_stops_when_little_is_left_to_learn_and_no_later_than_its_ceiling() -> None:
    aimed = scope()
    steady = [f"{topic}{level}{'+' if level < 4 else '-'}" for topic in TOPICS for level in (3, 4, 2, 5, 1, 6)]
    ends = [count for count in range(len(steady)) if isinstance(ENGINE.next(aimed, after(*steady[:count])), Finished)]
    assert FEWEST <= ends[0] <= most_questions(len(TOPICS))
    assert ENGINE.next(aimed, after(*steady)) == Finished("ceiling")


@pytest.mark.parametrize("sign", ["+", "-"])
def test_whoever_is_all_right_or_all_wrong_is_soon_placed(sign: str) -> None:
    journey = played(ENGINE, scope(), {}, [sign == "+"], HERE)
    assert len(journey.asked) <= most_questions(len(TOPICS))
    held = [one.validated for elements in journey.known.values() for one in elements.values()]
    assert sum(held) >= 19 if sign == "+" else sum(held) <= 2


def test_one_more_topic_already_answered_elsewhere_is_inferred_without_asking_all() -> None:
    """Nothing is said of a skill that was not asked until it is beyond doubt; at the end the likelier is taken."""
    aimed = scope()
    situation = after("web6+", "mail6+", "files6+")
    during = ENGINE.learn(aimed, situation, NOW)
    assert set(during) == {"files"}
    assert (during["files"][1].validated, during["files"][1].direct) == (True, False)
    assert 7 not in during["files"]
    end = ENGINE.conclude(aimed, situation, NOW)
    assert all(set(end[topic]) == set(range(1, 8)) for topic in TOPICS)


def test_a_success_shown_stays_unless_an_answer_contradicts_it() -> None:
    shown: TopicKnowledge = {6: Element(True, False, 3, NOW), 7: Element(False, False, 3, NOW)}
    low = tuple(Remembered("photos", level, False, 1.0) for level in (1, 2, 3, 4))
    aimed = scope()
    quiet = ENGINE.conclude(aimed, after("mail1-", "files1-", known={"web": shown}, carried=low), NOW)
    assert quiet["web"][6].validated
    contradicted = ENGINE.conclude(aimed, after("web2-", "web3-", known={"web": shown}, carried=low), NOW)
    assert not contradicted["web"][6].validated


def test_a_small_scope_is_asked_whole_when_nothing_is_known() -> None:
    aimed = scope(TOPICS, [3])
    journey = played(ENGINE, aimed, {}, [True, False], HERE)
    assert len(journey.asked) == 3


def test_the_level_estimated_is_between_nothing_and_all() -> None:
    aimed = scope()
    low, unknown, high = (
        ENGINE.estimate(aimed, one) for one in (after("web1-", "mail1-"), after(), after("web7+", "mail7+"))
    )
    assert 0 <= low < unknown < high <= 7


@given(journeys)
def test_it_never_asks_more_than_its_ceiling(drawn: Drawn) -> None:
    aimed, *_ = drawn
    assert len(played(ENGINE, *drawn).asked) <= most_questions(len(aimed.topics))


@given(journeys)
def test_at_the_end_every_skill_is_held_or_not(drawn: Drawn) -> None:
    aimed, *_ = drawn
    assert completion(aimed, played(ENGINE, *drawn).known) == 1


@given(journeys)
def test_what_cannot_be_done_and_two_timed_in_a_row_come_only_for_want_of_anything_else(drawn: Drawn) -> None:
    aimed, *_ = drawn
    questions = {one.id: one for topic in aimed.topics for skill in topic.skills for one in skill.questions}
    journey = played(ENGINE, *drawn)
    for ask, before in zip(journey.asked, journey.before, strict=True):
        left = [
            one
            for topic in aimed.topics
            for skill in topic.skills
            if skill.level not in before.known.get(topic.id, {})
            for one in skill.left(before.answered)
        ]
        asked = questions[ask.challenge_id]
        possible = [one for one in left if not one.impossible]
        assert not asked.impossible or not possible
        if before.last_timed or not before.answered:
            assert not asked.timed or all(one.timed for one in possible or left)


def test_the_start_does_not_discourage() -> None:
    """Even when what would teach most is hard: somebody strong elsewhere, skills of high levels only."""
    aimed = scope(TOPICS, [1, 6, 7])
    unlucky = tuple(Remembered("photos", level, False, 1.0) for level in (2, 3))
    for texts in ((), ("web1+",))[:START]:
        assert levels_asked(after(*texts, carried=unlucky), aimed) == {1}
