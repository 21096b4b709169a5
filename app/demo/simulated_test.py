"""One simulated person takes the test of one competence, through the real interface of a placement engine.

The moves are those of `app.evaluation.answers.following`: the engine chooses, the answer is graded, `learn` says what
it teaches, and when nothing is asked any more `conclude` says what is held. Only the database is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from random import Random
from time import process_time

from app.demo.simulated_bank import CompetenceTest, Item
from app.demo.simulated_learner import right_answer, wrong_answer
from app.demo.simulated_people import Person
from app.evaluation.belief.evidence import Answered, Remembered, carried
from app.evaluation.belief.posterior import believe
from app.evaluation.belief.responses import curve_of
from app.evaluation.belief.spreads import tree
from app.evaluation.knowledge import NOTHING_KNOWN, TopicKnowledge
from app.evaluation.placement import Ask, Finished, PlacementEngine, Situation

ENDLESS = 150
"""Questions after which a test is called endless."""
Known = Mapping[str, TopicKnowledge]


@dataclass(frozen=True, slots=True)
class Score:
    """What would be found if the test ended there. `gap`: level found minus true level; `right`: skills classified
    right, out of all."""

    level: float
    gap: float
    right: float


@dataclass(frozen=True)
class Taken:
    """A test, from beginning to end. `scores`: after 0, 1, 2… questions, beyond the end when it was played on.

    `stated`: by skill, the probability believed at the end that it is mastered, and whether it is.
    `seconds`: of the processor, that each choice took.
    """

    engine: str
    person: int
    competence: str
    rank: int
    """How many tests the person had taken before."""
    questions: int
    reason: str
    scores: tuple[Score, ...]
    asked: tuple[str, ...]
    seconds: tuple[float, ...]
    stated: tuple[tuple[float, bool], ...]

    @property
    def end(self) -> Score:
        """The score where the engine stopped."""
        return self.scores[self.questions]

    def after(self, questions: int) -> Score:
        """The score after so many questions, or the last one."""
        return self.scores[min(questions, len(self.scores) - 1)]


@dataclass
class Sitting:
    """A test being taken. `number` is the assessment's. `latest`: all that is known of the person, from everywhere."""

    test: CompetenceTest
    person: Person
    number: int
    at: datetime
    latest: dict[str, TopicKnowledge]
    given: list[Answered] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    on_topic: Counter[str] = field(default_factory=Counter)

    @cached_property
    def carried(self) -> tuple[Remembered, ...]:
        """What earlier tests taught: the same from the first question to the last, for they were on other topics."""
        return carried(self.latest, self._known(), assessment=self.number, started_at=self.at)

    @property
    def situation(self) -> Situation:
        return Situation(
            known=self._known(),
            answered=frozenset(self.asked),
            last_timed=bool(self.asked) and self.test.items[self.asked[-1]].question.timed,
            seed=self.number,
            given=tuple(self.given),
            latest=self.latest,
            carried=self.carried,
        )

    def answer(self, engine: PlacementEngine, challenge: str) -> bool:
        """The person answers, the engine learns from it; returns whether the answer was right."""
        item = self.test.items[challenge]
        skill, question = item.skill, item.question
        right = graded(item, self.person, self.on_topic[skill.topic])
        curve = curve_of(skill.level, question.luck, question.measured)
        self.given.append(Answered(skill.topic, skill.level, curve, right, question.kind))
        self.asked.append(challenge)
        self.on_topic[skill.topic] += 1
        self.latest.update(engine.learn(self.test.scope, self.situation, self.at))
        return right

    def score(self, engine: PlacementEngine) -> Score:
        """What would be found if nothing more were asked."""
        held = {**self.latest, **engine.conclude(self.test.scope, self.situation, self.at)}
        level = found = right = 0.0
        for skill in self.test.skills:
            masters, said = self.masters(skill.topic, skill.edge), held.get(skill.topic, NOTHING_KNOWN).get(skill.level)
            holds = said is not None and said.validated
            level += masters * skill.worth
            found += holds * skill.worth
            right += holds == masters
        return Score(level, found - level, right / len(self.test.skills))

    def masters(self, topic: str, edge: float) -> bool:
        """Whether a skill is truly mastered, now."""
        return self.person.ability(topic, self.on_topic[topic]) >= edge

    def stated(self) -> tuple[tuple[float, bool], ...]:
        """By skill, the probability believed that it is mastered, and whether it is."""
        scope, situation = self.test.scope, self.situation
        topics = tuple(scope.levels)
        belief = believe(tree(scope.spreads), topics, scope.competence_of, situation.given, situation.carried)
        mastery = belief.mastery()
        rows = {topic: row for row, topic in enumerate(topics)}
        return tuple(
            (float(mastery[rows[one.topic], one.level]), self.masters(one.topic, one.edge)) for one in self.test.skills
        )

    def _known(self) -> Known:
        return {topic: self.latest.get(topic, NOTHING_KNOWN) for topic in self.test.scope.levels}


def take(engine: PlacementEngine, sitting: Sitting, beyond: PlacementEngine | None = None, until: int = 0) -> Taken:
    """Takes the test to its end; what is known then is left in `sitting.latest`.

    `beyond`: the engine that goes on from there, to see what more questions would have given; up to `until` in all.
    """
    scores, seconds = [sitting.score(engine)], []
    while True:
        situation = sitting.situation
        began = process_time()
        step = engine.next(sitting.test.scope, situation)
        seconds.append(process_time() - began)
        if isinstance(step, Finished) or len(scores) > ENDLESS:
            break
        sitting.answer(engine, step.challenge_id)
        scores.append(sitting.score(engine))
    questions, stated, asked = len(sitting.asked), sitting.stated(), tuple(sitting.asked)
    played_on = _played_on(beyond, sitting, until) if beyond and until > questions else ()
    sitting.latest.update(engine.conclude(sitting.test.scope, sitting.situation, sitting.at))
    return Taken(
        engine.name,
        sitting.person.number,
        sitting.test.code,
        sitting.number % 100,
        questions,
        step.reason if isinstance(step, Finished) else "endless",
        (*scores, *played_on),
        asked,
        tuple(seconds),
        stated,
    )


def graded(item: Item, person: Person, asked: int) -> bool:
    """What a person sends, graded by the challenge itself when it is a real one."""
    right = person.is_right(item, asked)
    if item.playable is None or (person.skips and not right):
        return right
    random = Random(f"{person.fate} {item.playable.id} wrong")
    given = right_answer(item.playable) if right else wrong_answer(item.playable, random)
    return item.playable.body.grade(given.values).ok


def _played_on(beyond: PlacementEngine, sitting: Sitting, until: int) -> Sequence[Score]:
    """The scores after each question more, on a copy."""
    copy = replace(
        sitting,
        latest=dict(sitting.latest),
        given=list(sitting.given),
        asked=list(sitting.asked),
        on_topic=Counter(sitting.on_topic),
    )
    scores = []
    while len(copy.asked) < until and isinstance(step := beyond.next(copy.test.scope, copy.situation), Ask):
        copy.answer(beyond, step.challenge_id)
        scores.append(copy.score(beyond))
    return scores
