"""How far the participants of a campaign are: what they see themselves at each checkpoint."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from app.campaigns.goals import Goal
from app.campaigns.mastery import RETRY_DELAY, mastery
from app.campaigns.results import targeted
from app.campaigns.tables import Participation
from app.content.releases import current_index
from app.evaluation.engines import engine_named
from app.evaluation.knowledge import TopicKnowledge, counting, decode
from app.evaluation.placement import progress
from app.evaluation.tables import Knowledge

Row = Mapping[str, Any]
MOST_AT_ONCE = 4096
"""Participations in a statement: there may be more of them than it takes values."""


async def progressions(goal: Goal | None, participations: Iterable[int]) -> dict[int, float]:
    """Participation id -> 0 to 1, in two queries for 4,096 of them; 1 for those finished, and without a goal.

    Adaptive: skills tested over skills aimed at, as they count for that very assessment (orga 1.10), and over the share
    of them after which its engine usually stops. A fixed list: answers over challenges.
    """
    ids = list(participations)
    if goal is None:
        return dict.fromkeys(ids, 1.0)
    found: dict[int, float] = {}
    for first in range(0, len(ids), MOST_AT_ONCE):
        found |= await _progressions(goal, ids[first : first + MOST_AT_ONCE])
    return found


async def _progressions(goal: Goal, ids: Collection[int]) -> dict[int, float]:
    rows = await _assessments(ids)
    found = dict.fromkeys(ids, 0.0) | {row["id"]: 1.0 for row in rows if _finished(row)}
    going = [row for row in rows if not _finished(row)]
    if goal.method == "fixed":
        return found | {row["id"]: min(1.0, row["answers"] / len(goal.challenges)) for row in going}
    target = targeted(goal.skills, current_index())
    known = await _knowledge({row["user"] for row in going if row["user"] is not None}, target)
    return found | {row["id"]: _tested(row, target, known.get(row["user"], {})) for row in going}


async def _assessments(ids: Collection[int]) -> list[dict[str, Any]]:
    marks, values = _among(ids)
    rows: list[dict[str, Any]] = await Participation.raw(
        'SELECT p.id, p."user", p.assessment, p.shared_at, a.engine, a.answers, a.started_at, a.completed_at'
        f" FROM participation p LEFT JOIN assessment a ON a.id = p.assessment WHERE p.id IN ({marks})",
        *values,
    )
    return rows


async def _knowledge(users: Collection[int], topics: Collection[str]) -> dict[int, dict[str, TopicKnowledge]]:
    """What is known of these people on these topics."""
    if not users or not topics:
        return {}
    people, ids = _among(users)
    subjects, names = _among(topics)
    rows = await Knowledge.raw(
        f'SELECT "user", topic, elements FROM knowledge WHERE "user" IN ({people}) AND topic IN ({subjects})',
        *ids,
        *names,
    )
    found: dict[int, dict[str, TopicKnowledge]] = {}
    for row in rows:
        found.setdefault(row["user"], {})[row["topic"]] = decode(row["elements"])
    return found


def _finished(row: Row) -> bool:
    return row["assessment"] is None or row["completed_at"] is not None or row["shared_at"] is not None


def _tested(row: Row, target: Mapping[str, Collection[int]], known: Mapping[str, TopicKnowledge]) -> float:
    counted = {
        topic: counting(
            elements,
            assessment=row["assessment"],
            created_at=row["started_at"],
            forget_failures_after=RETRY_DELAY,
        )
        for topic, elements in known.items()
    }
    return progress(engine_named(row["engine"]), mastery(target, counted).progression(finished=False))


def _among(values: Iterable[int | str]) -> tuple[str, list[int | str]]:
    """Marks and values for `IN`, repeated up to a power of two: few texts of statements to keep in memory."""
    found = list(values)
    found += found[-1:] * ((1 << (len(found) - 1).bit_length()) - len(found))
    return ", ".join(["{}"] * len(found)), found
