"""An answer costs the same statements whatever the learner's history and the size of the content."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from app.accounts import declared_needs
from app.accounts.needs import Needs
from app.content import releases
from app.content.index import ContentIndex
from app.evaluation import assessments, runs
from app.evaluation.knowledge import Element, encode
from app.evaluation.scope import Scope
from app.evaluation.tables import Answer, Assessment, Knowledge
from app.lib.clock import now
from app.persistence.engine import Database
from tests.benchmarks.content import generate
from tests.cast import Cast
from tests.evaluation.learner import HTMX, Learner

PAST = 200


async def start(client: httpx.AsyncClient, index: ContentIndex, user: int) -> Learner:
    scope = Scope("Un parcours", "/mon-compte", "/mon-compte", skills=tuple(index.skills), checkpoints=False)
    learner = Learner(client, index, await assessments.start(user, scope, "reference", "fr", now()))
    await learner.open()
    return learner


async def give_a_past(learner: Learner, user: int) -> None:
    """As if the learner had given 200 answers already, on topics that have left the content since."""
    await Answer.insert(
        *(
            Answer(
                assessment=learner.assessment,
                position=number,
                challenge=f"ch-past-{number}",
                body="",
                skill=f"past-{number}-1",
                value="",
                result="ok",
                client_token=f"past{number}",
                answered_at=now(),
            )
            for number in range(1, PAST + 1)
        )
    )
    element = Element(True, True, learner.assessment, now())
    await Knowledge.insert(
        *(Knowledge(user=user, topic=f"past-{number}", elements=encode({1: element})) for number in range(PAST))
    )
    await Assessment.update({Assessment.answers: PAST}).where(Assessment.id == learner.assessment)


async def statements(learner: Learner, database: Database, *, forgetful: bool = False) -> int:
    """How many an answer takes that is stored and followed by the next question, without an environment to read."""
    while learner.index.challenges[learner.challenge].body.environment:
        await learner.answer(right=True)
    await learner.start_timer_if_asked()
    challenge = learner.challenge
    answer = next(learner.index.challenges[challenge].body.right_answers())
    if forgetful:
        runs.forget()
    before = database.query_id
    await learner.send(answer)
    spent = database.query_id - before
    assert learner.challenge not in ("", challenge)
    return spent


async def test_the_past_of_a_learner_costs_no_statement(
    client: httpx.AsyncClient, world: ContentIndex, cast: Cast, database: Database
) -> None:
    learner = await start(client, world, user := await cast.sign_in(client, "louise"))
    await learner.answer(right=True)
    new = await statements(learner, database)
    await give_a_past(learner := await start(client, world, user), user)
    await learner.open()
    await learner.answer(right=False)
    assert await statements(learner, database) == new
    assert new == 6  # read: who asks, the assessment, what is known; written: the assessment, the answer, what is known


async def test_the_needs_of_a_learner_cost_no_statement(
    client: httpx.AsyncClient, world: ContentIndex, cast: Cast, database: Database
) -> None:
    user = await cast.sign_in(client, "louise")
    await declared_needs.declare(user, Needs(frozenset({"sight", "computer"}), "third"), now())
    learner = await start(client, world, user)
    await learner.answer(right=True)
    assert await statements(learner, database) == 6


async def test_a_process_that_never_saw_the_learner_reads_the_answers_in_one_statement(
    client: httpx.AsyncClient, world: ContentIndex, cast: Cast, database: Database
) -> None:
    learner = await start(client, world, user := await cast.sign_in(client, "louise"))
    await give_a_past(learner, user)
    await learner.open()
    await learner.answer(right=True)
    seen = await statements(learner, database)
    assert (
        await statements(learner, database, forgetful=True) == seen + 2
    )  # the answers, and the scope of the assessment


async def test_the_size_of_the_content_costs_no_statement(
    client: httpx.AsyncClient, world: ContentIndex, cast: Cast, database: Database, tmp_path: Path
) -> None:
    user = await cast.sign_in(client, "louise")
    small = await start(client, world, user)
    await small.answer(right=True)
    cost = await statements(small, database)
    larger, _ = await releases.load_tree(generate(tmp_path / "content", 300), now())
    assert len(larger.challenges) > 10 * len(world.challenges)
    large = await start(client, larger, await cast.sign_in(client, "karim"))
    await large.answer(right=True)
    assert await statements(large, database) == cost


@pytest.mark.parametrize("htmx", [True, False])
async def test_showing_a_question_again_reads_and_writes_nothing_more(
    client: httpx.AsyncClient, world: ContentIndex, cast: Cast, database: Database, htmx: bool
) -> None:
    learner = await start(client, world, await cast.sign_in(client, "louise"))
    before = database.query_id
    await client.get(learner.url, headers=HTMX if htmx else {})
    assert database.query_id - before <= 3  # who asks, the assessment, what is known
