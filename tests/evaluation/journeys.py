"""Whole adaptive assessments, on scopes and learners drawn at random, played as the application plays them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from app.evaluation.belief.evidence import Answered, carried
from app.evaluation.belief.responses import curve_of
from app.evaluation.knowledge import Element, TargetSkill, TopicKnowledge, counting
from app.evaluation.placement import Ask, Finished, PlacementEngine, PreparedScope, Question, Situation, prepare_scope

START = datetime(2026, 9, 14, 10, 0, tzinfo=UTC)
TOPICS = ("files", "web", "mail", "tables", "safety")
COMPETENCE_OF = {"files": "1.2", "web": "1.1", "mail": "2.1", "tables": "1.2", "safety": "4.1"}


def content_of(impossible: st.SearchStrategy[bool]) -> st.SearchStrategy[dict[str, dict[int, list[Question]]]]:
    """Topic -> level -> its challenges."""
    questions = st.builds(
        Question,
        st.just(""),
        st.booleans(),
        impossible,
        st.sampled_from((0.0, 0.25, 0.5)),
        st.sampled_from((None, (2.2, 0.9))),
        st.sampled_from(("text", "single_choice")),
    )
    skills_of_a_topic = st.dictionaries(st.integers(1, 8), st.lists(questions, max_size=3), min_size=1, max_size=7)
    return st.dictionaries(st.sampled_from(TOPICS), skills_of_a_topic, min_size=1)


knowledge = st.dictionaries(
    st.sampled_from(TOPICS),
    st.dictionaries(
        st.integers(1, 8),
        st.builds(
            Element,
            st.booleans(),
            st.booleans(),
            st.just(1),
            st.sampled_from((START - timedelta(days=400), START - timedelta(days=1))),
        ),
        max_size=4,
    ),
)


Drawn = tuple[PreparedScope, dict[str, dict[int, Element]], list[bool], int]
"""The scope, what is known, the answers, the seed."""


@dataclass
class Journey:
    """An assessment played to its end: the questions with what was known before each, then at the end."""

    asked: list[Ask] = field(default_factory=list)
    before: list[Situation] = field(default_factory=list)
    end: Finished | None = None
    last: Situation | None = None
    known: dict[str, TopicKnowledge] = field(default_factory=dict)


def scope_of(content: Mapping[str, Mapping[int, list[Question]]]) -> PreparedScope:
    skills = [TargetSkill(f"{topic}-{level}", topic, level) for topic, levels in content.items() for level in levels]
    playable = {
        skill.id: [
            Question(f"{skill.id}-{n}", one.timed, one.impossible, one.luck, one.measured, one.kind)
            for n, one in enumerate(content[skill.topic][skill.level])
        ]
        for skill in skills
    }
    return prepare_scope(skills, playable, COMPETENCE_OF)


def played(
    engine: PlacementEngine, scope: PreparedScope, known: Mapping[str, TopicKnowledge], answers: list[bool], seed: int
) -> Journey:
    """Answers in turn as drawn (over and over), until the engine stops."""
    journey = Journey(known=dict(known))
    by_id = {one.id: one for topic in scope.topics for skill in topic.skills for one in skill.questions}
    given: list[Answered] = []
    answered: list[str] = []
    while len(answered) <= scope.size:
        situation = standing(scope, journey.known, answered, given, by_id, seed)
        case = engine.next(scope, situation)
        assert case == engine.next(scope, situation), "asking twice must give the same"
        if isinstance(case, Finished):
            journey.end, journey.last = case, situation
            journey.known |= engine.conclude(scope, situation, START)
            break
        journey.asked.append(case)
        journey.before.append(situation)
        topic, level = str(case.skill_id).rsplit("-", 1)
        one = by_id[case.challenge_id]
        right = answers[len(answered) % len(answers)]
        given.append(Answered(topic, int(level), curve_of(int(level), one.luck, one.measured), right, one.kind))
        answered.append(one.id)
        after = standing(scope, journey.known, answered, given, by_id, seed)
        journey.known |= engine.learn(scope, after, START + timedelta(minutes=len(answered)))
    return journey


def standing(
    scope: PreparedScope,
    known: Mapping[str, TopicKnowledge],
    answered: list[str],
    given: list[Answered],
    by_id: Mapping[str, Question],
    seed: int,
) -> Situation:
    """Where the assessment stands: failures of more than four days ago are forgotten, as in a campaign."""
    counted = {
        topic: counting(
            known.get(topic, {}), assessment=seed, created_at=START, forget_failures_after=timedelta(days=4)
        )
        for topic in scope.levels
    }
    return Situation(
        known=counted,
        answered=frozenset(answered),
        last_timed=bool(answered) and by_id[answered[-1]].timed,
        seed=seed,
        given=tuple(given),
        latest=dict(known),
        carried=carried(known, counted, assessment=seed, started_at=START),
    )


def journeys_on(contents: st.SearchStrategy[dict[str, dict[int, list[Question]]]]) -> st.SearchStrategy[Drawn]:
    return st.builds(
        lambda content, known, answers, seed: (scope_of(content), known, answers, seed),
        contents,
        knowledge,
        st.lists(st.booleans(), min_size=1, max_size=12),
        st.integers(2, 2**40),
    )


journeys = journeys_on(content_of(st.booleans()))
journeys_without_needs = journeys_on(content_of(st.just(False)))
