"""The result of the adaptive test, finished or not. Pure. Source: facts of certification, section A2.2.

| answers | ended by | result |
|---|---|---|
| all | | scored |
| enough (20) | a technical problem | scored from the answers given |
| enough | the candidate | scored as if the rest, the most informative questions, had been skipped |
| fewer | a technical problem | cancelled |
| fewer | the candidate | rejected |
| any | fraud | rejected |
| any, under the first level | | rejected, with a comment when the score is 0 |

A bank that runs out is a technical problem, never the candidate's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from app.certification.scoring.meshes import global_level, levels_at, score_of
from app.certification.scoring.posterior import believed
from app.certification.scoring.results import NOT_CERTIFIED, Comment, CompetenceResult, Ending, Scored, Status
from app.certification.scoring.worth import CompetenceWorth, worth_of
from app.content.index import Competence
from app.evaluation.belief.spreads import USUAL, Spreads
from app.evaluation.certifying.answered import Given, Item
from app.evaluation.certifying.capacity import Estimate
from app.evaluation.certifying.certifying_placement import answers_of
from app.evaluation.certifying.choice import history, next_question
from app.evaluation.certifying.configuration import Configuration
from app.evaluation.certifying.items import items_of
from app.evaluation.placement import Finished, PreparedScope, Situation

LEAST_LEVEL = 1
"""The global level under which nothing is certified."""


@dataclass(frozen=True, slots=True)
class AdaptiveTest:
    """A test that ended. `items`: those that the candidate can do; `worths`: the competences of the content;
    `excluded`: the skills taken out after an alert; `seed`: the assessment's number."""

    configuration: Configuration
    items: Sequence[Item]
    worths: Sequence[CompetenceWorth]
    answers: Sequence[Given]
    seed: int
    excluded: Collection[str] = ()
    spreads: Spreads = USUAL
    ending: Ending = "completed"
    fraud: bool = False


def taken(
    configuration: Configuration,
    scope: PreparedScope,
    situation: Situation,
    competences: Iterable[Competence],
    ending: Ending = "completed",
    fraud: bool = False,
) -> AdaptiveTest:
    """The test of an assessment as it stands. `scope`: prepared for the candidate's needs; `competences`: all those of
    the release that it was taken on."""
    return AdaptiveTest(
        configuration,
        items_of(scope),
        worth_of(competences),
        answers_of(scope, situation),
        situation.seed,
        situation.excluded,
        scope.spreads,
        ending,
        fraud,
    )


def score_adaptive_test(test: AdaptiveTest) -> Scored:
    """The result, which may be computed again at any time from the same test."""
    rules = test.configuration
    by_candidate = test.ending == "candidate"
    if test.fraud:
        return _nothing(test, "rejected", "fraud")
    if len(test.answers) < rules.fewest_answers:
        if by_candidate:
            return _nothing(test, "rejected", "lack_of_answers")
        return _nothing(test, "cancelled", "lack_of_answers_technical")
    answers = skipped_to_the_end(test) if by_candidate else test.answers
    last = history(rules, answers)[-1]
    score, competences, error = (
        _by_posterior(test, answers) if rules.scoring == "posterior" else _by_capacity(test, last)
    )
    level = global_level(score)
    if level < LEAST_LEVEL:
        return _nothing(test, "rejected", None if score else "zero_score", last)
    return Scored(
        "validated",
        score,
        level,
        competences,
        capacity=last.capacity,
        standard_error=last.standard_error,
        score_error=error,
    )


def skipped_to_the_end(test: AdaptiveTest) -> Sequence[Given]:
    """The answers, then skips: always of the most informative question, to the length of a whole test."""
    rules = msgspec.structs.replace(test.configuration, probability_to_pick=100)
    answers = list(test.answers)
    while not isinstance(
        one := next_question(rules, test.items, answers, test.excluded, test.seed, test.spreads), Finished
    ):
        answers.append(Given(one, False))
    return answers


def _by_capacity(test: AdaptiveTest, last: Estimate) -> tuple[int, Mapping[str, CompetenceResult], None]:
    """As the reference does: one number read in the intervals of the score and in the tables of the competences."""
    rules = test.configuration
    levels = levels_at(last.capacity, rules.competence_cut_points, rules.max_level)
    competences = {code: CompetenceResult(level) for code, level in levels.items()}
    return score_of(last.capacity, rules.score_intervals, rules.max_score), competences, None


def _by_posterior(test: AdaptiveTest, answers: Sequence[Given]) -> tuple[int, Mapping[str, CompetenceResult], float]:
    found = believed(test.worths, answers, test.spreads, test.configuration.max_level)
    score = min(round(found.score), test.configuration.max_score)
    return score, found.competences, found.standard_error


def _nothing(test: AdaptiveTest, status: Status, comment: Comment | None, last: Estimate | None = None) -> Scored:
    codes = [one.code for one in test.worths]
    return Scored(
        status,
        competences=dict.fromkeys(codes, CompetenceResult(NOT_CERTIFIED)),
        comment=comment,
        capacity=last.capacity if last else None,
        standard_error=last.standard_error if last else None,
    )
