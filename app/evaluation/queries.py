"""Reads for the pages of an assessment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from app.content.index import PlayableChallenge
from app.evaluation.knowledge import TopicKnowledge, decode
from app.evaluation.results import Result
from app.evaluation.runs import LARGEST_ID, Given, Run
from app.evaluation.tables import Answer, Knowledge
from app.lib.refusals import NotFound

_values = msgspec.json.Decoder(dict[str, list[str]])


@dataclass(frozen=True)
class AnsweredChallenge:
    """An answer with the challenge it was given to, as it is in the assessment's release."""

    id: int
    position: int
    challenge: PlayableChallenge
    result: Result
    values: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class RecapLine:
    """One line of a checkpoint."""

    id: int
    position: int
    question: str
    language: str
    """Of the question."""
    result: Result


async def answered(run: Run, answer: int) -> AnsweredChallenge:
    """An answer of this run. Raises NotFound; always for an exam, whose answers are not shown."""
    if answer > LARGEST_ID or run.scope.exam:
        raise NotFound
    rows = await Answer.raw(
        "SELECT id, position, challenge, result, value FROM answer WHERE assessment = {} AND id = {}",
        run.id,
        answer,
    )
    if not rows or rows[0]["challenge"] not in run.index.challenges:
        raise NotFound
    row = rows[0]
    values = _values.decode(row["value"]) if row["value"] else {}
    return AnsweredChallenge(row["id"], row["position"], run.index.challenges[row["challenge"]], row["result"], values)


async def knowledge_of(user: int) -> dict[str, TopicKnowledge]:
    """Everything known of someone, by topic."""
    rows = await Knowledge.raw('SELECT topic, elements FROM knowledge WHERE "user" = {} ORDER BY topic', user)
    return {one["topic"]: decode(one["elements"]) for one in rows}


def recap(run: Run, given: Sequence[Given]) -> list[RecapLine]:
    """The lines of a checkpoint, in the order of the answers."""
    first = len(run.given) - len(given) + 1
    bodies = [run.index.challenges[one.challenge].body for one in given]
    return [
        RecapLine(one.id, first + rank, body.question, body.locale, one.result)
        for rank, (one, body) in enumerate(zip(given, bodies, strict=True))
    ]
