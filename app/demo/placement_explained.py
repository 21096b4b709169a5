"""`pix simulate placement --explain`: why each question of one test was asked, and why no more were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from app.demo.simulated_people import Person
from app.demo.simulated_test import Sitting
from app.evaluation.bayesian_layout import layout_of
from app.evaluation.bayesian_placement import (
    ELSEWHERE,
    FEWEST,
    LIKELY,
    NEAR,
    START,
    BayesianPlacement,
    Worth,
    least_gain,
    most_questions,
    varied,
)
from app.evaluation.belief.doubt import doubt
from app.evaluation.belief.posterior import believe
from app.evaluation.belief.spreads import tree
from app.evaluation.placement import Ask, Finished, PreparedScope, Situation


class Level(NamedTuple):
    """Skills mastered by topic, on average, as believed: the mean and its standard deviation, topics taken apart."""

    mean: float
    spread: float

    def __str__(self) -> str:
        return f"{self.mean:.2f} ± {self.spread:.2f}"


def explained(sitting: Sitting) -> Iterable[str]:
    """The Bayesian engine takes the test, and says why, one line after the other."""
    engine, scope = BayesianPlacement(), sitting.test.scope
    yield from _heading(sitting)
    while True:
        situation = sitting.situation
        step, ranking = engine.next(scope, situation), engine.ranking(scope, situation)
        before = _level(scope, situation)
        if isinstance(step, Finished):
            yield from _why_it_stops(scope, situation, step, ranking)
            break
        asked = next(one for one in ranking if _asks(one, step))
        right = sitting.answer(engine, step.challenge_id)
        yield f"{len(sitting.asked)}. {step.skill_id}, challenge {step.challenge_id}{_timed(sitting, step)}"
        yield f"   believed before: level {before}"
        yield f"   chance of success {asked.chance:.0%}, expected gain {asked.gain:.3f}; {_runner_up(ranking, asked)}"
        yield f"   rules: {', '.join(_rules(ranking, asked, situation))}"
        yield f"   {'right' if right else 'wrong'}; believed after: level {_level(scope, sitting.situation)}"
    found = sitting.score(engine)
    level = f"{found.level + found.gap:.2f}, truly {found.level:.2f}"
    yield f"   found, by what the skills held are worth: level {level}; skills right {found.right:.0%}"


def _heading(sitting: Sitting) -> Iterable[str]:
    person: Person = sitting.person
    abilities = ", ".join(f"{topic} {person.ability(topic):.1f}" for topic in sitting.test.scope.levels)
    yield f"Competence {sitting.test.code}, the first test of this person, whose abilities are: {abilities}"
    yield "Level: mean number of skills mastered by topic. Gain: the variance taken away, in squared skills.\n"


def _why_it_stops(
    scope: PreparedScope, situation: Situation, step: Finished, ranking: Sequence[Worth]
) -> Iterable[str]:
    says = {
        "sure": "no question left is worth asking",
        "ceiling": f"{most_questions(len(scope.topics))} questions were asked, the most on {len(scope.topics)} topics",
        "all_known": "every skill aimed at is known",
        "nothing_playable": "the skills left have no challenge left",
    }
    yield f"Stops: {says.get(step.reason, step.reason)} ({step.reason})"
    if ranking:
        best = max(ranking, key=lambda one: one.gain)
        enough = least_gain(int(layout_of(scope).aims.held[best.open.candidate.topic].max()))
        name = best.open.candidate.skill.id
        yield f"   the best left, {name}, would gain {best.gain:.3f}; worth asking from {enough:.3f}"
    yield f"   believed: level {_level(scope, situation)}"


def _level(scope: PreparedScope, situation: Situation) -> Level:
    layout = layout_of(scope)
    names = layout.topic_ids
    belief = believe(tree(scope.spreads), names, scope.competence_of, situation.given, situation.carried)
    mean = float((belief.abilities * layout.aims.held).sum())
    return Level(mean / len(names), sqrt(max(0.0, float(doubt(belief, layout.aims).sum()))) / len(names))


def _asks(one: Worth, step: Ask) -> bool:
    return any(question.id == step.challenge_id for question in one.open.questions)


def _runner_up(ranking: Sequence[Worth], asked: Worth) -> str:
    others = [one for one in ranking if one.open is not asked.open]
    if not others:
        return "no other candidate"
    best = max(others, key=lambda one: one.gain)
    return f"runner-up {best.open.candidate.skill.id}: chance {best.chance:.0%}, gain {best.gain:.3f}"


def _rules(ranking: Sequence[Worth], asked: Worth, situation: Situation) -> Iterable[str]:
    """Which rules made this choice, besides the gain."""
    best = max(ranking, key=lambda one: one.gain)
    last = situation.given[-1] if situation.given else None
    equals = varied(ranking, situation)
    if len(situation.answered) < START:
        yield f"start (success likely: {LIKELY:.0%} or more)"
    elif len(situation.answered) < FEWEST:
        yield f"one of the first {FEWEST}, whatever it is worth"
    if situation.last_timed or not situation.answered:
        yield "timed (none now, if others can be asked)"
    if last and _topic(best) == last.topic != _topic(asked):
        yield f"another topic (for {ELSEWHERE:.0%} of the best gain or more)"
    if last and last.kind and asked.open.questions[0].kind != last.kind and asked.gain < best.gain:
        yield f"another kind (for {NEAR:.0%} of the gain or more)"
    yield f"drawn among {len(equals)} equals" if len(equals) > 1 else "the greatest gain left"


def _topic(one: Worth) -> str:
    return one.open.candidate.skill.id.rpartition("-")[0]


def _timed(sitting: Sitting, step: Ask) -> str:
    return " (timed)" if sitting.test.items[step.challenge_id].question.timed else ""
