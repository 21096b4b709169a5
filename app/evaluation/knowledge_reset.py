"""Forgetting what is known of someone on some topics, and closing the assessments that lean on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from app.content.releases import current_index
from app.evaluation.assessments import abort
from app.evaluation.knowledge import TopicKnowledge, decode, encode
from app.evaluation.preparing import target_skills
from app.evaluation.runs import scope_of
from app.evaluation.tables import Assessment, Knowledge
from app.persistence.transactions import write_transaction


class LearntMeanwhile(Exception):
    """Something was learnt on these topics since they were read: decide again. Nothing was forgotten."""


async def forget(user: int, seen: Mapping[str, TopicKnowledge], topics: Collection[str]) -> None:
    """Removes every element of the topics, as they were `seen`, and aborts the running assessments about them.

    Raises LearntMeanwhile. The answers stay: they are what happened.
    """
    async with write_transaction():
        await abort_running(user, topics)
        removed = (
            await Knowledge.delete()
            .where((Knowledge.user == user) & Knowledge.topic.is_in(list(topics)))
            .returning(Knowledge.topic, Knowledge.elements)
        )
        found = {row["topic"]: decode(row["elements"]) for row in removed}
        if found != {topic: elements for topic, elements in seen.items() if topic in topics}:
            raise LearntMeanwhile


async def unlearn(user: int, assessment: int) -> None:
    """Removes what one assessment said of someone, and aborts it if it runs. The answers stay."""
    async with write_transaction():
        await abort(assessment)
        rows = await Knowledge.select(Knowledge.id, Knowledge.elements).where(Knowledge.user == user)
        for row in rows:
            elements = decode(row["elements"])
            kept = {level: one for level, one in elements.items() if one.assessment != assessment}
            if not kept:
                await Knowledge.delete().where(Knowledge.id == row["id"])
            elif len(kept) < len(elements):
                await Knowledge.update({Knowledge.elements: encode(kept)}).where(Knowledge.id == row["id"])


async def abort_running(user: int, topics: Collection[str]) -> list[int]:
    """Closes the running assessments that aim at one of the topics; their ids. Inside the caller's transaction."""
    running = await running_about(user, topics)
    for assessment in running:
        await abort(assessment)
    return running


async def running_about(user: int, topics: Collection[str]) -> list[int]:
    """The running assessments of someone that aim at one of the topics, oldest first."""
    rows = await Assessment.raw(
        """SELECT id, scope FROM assessment WHERE "user" = {} AND state = 'started' ORDER BY id""", user
    )
    index = current_index()
    found = []
    for row in rows:
        scope = await scope_of(row["scope"])
        if not scope.exam and any(skill.topic in topics for skill in target_skills(scope, index)):
            found.append(row["id"])
    return found
