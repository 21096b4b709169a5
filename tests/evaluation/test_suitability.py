"""What a learner cannot do is asked last: the rule, what the engine makes of it, and a learner who needs it."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping
from datetime import UTC, datetime

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.accounts import declared_needs
from app.accounts.needs import MARKS, Needs
from app.content.challenge import Mark
from app.content.index import ContentIndex
from app.evaluation import assessments, runs
from app.evaluation.engines import engine_named
from app.evaluation.knowledge import Element, TargetSkill
from app.evaluation.placement import Ask, PreparedScope, Question, Situation, prepare_scope
from app.evaluation.reference_placement import REACH
from app.evaluation.scope import Scope
from app.evaluation.suitability import is_impossible, most_suitable
from app.lib.clock import now
from tests.cast import Cast
from tests.evaluation.learner import Learner

ENGINE = engine_named("reference")
AT = datetime(2026, 9, 14, 10, 0, tzinfo=UTC)
SKILL = "alpha-1"

# -------------------------------------------------------------------------------- the rule


@pytest.mark.parametrize(
    ("marks", "needs", "impossible"),
    [
        ((), (), False),
        (("sight",), (), False),
        ((), ("sight", "sound"), False),
        (("sight",), ("sight",), True),
        (("computer", "sight"), ("sight",), True),
        (("computer", "pointing"), ("sight", "sound"), False),
    ],
)
def test_a_challenge_is_impossible_when_it_asks_for_one_thing_the_learner_needs_spared(
    marks: tuple[Mark, ...], needs: tuple[Mark, ...], impossible: bool
) -> None:
    assert is_impossible(marks, needs) is impossible


@pytest.mark.parametrize(
    ("left", "asked"),
    [("", ""), ("a", "a"), ("A", "A"), ("aBc", "ac"), ("ABc", "c"), ("AB", "AB")],
)
def test_those_that_can_be_done_come_first_in_the_same_order(left: str, asked: str) -> None:
    """A capital cannot be done."""
    questions = [Question(one, impossible=one.isupper()) for one in left]
    assert "".join(one.id for one in most_suitable(questions)) == asked


questions_of_a_skill = st.lists(st.booleans(), max_size=5).map(
    lambda flags: [Question(str(n), impossible=flag) for n, flag in enumerate(flags)]
)


@given(questions_of_a_skill)
def test_nothing_is_invented_nor_lost_and_no_impossible_one_comes_while_another_is_left(left: list[Question]) -> None:
    found = most_suitable(left)
    assert [one for one in left if one in found] == list(found)
    assert bool(found) is bool(left)
    assert len({one.impossible for one in found}) <= 1
    assert not any(one.impossible for one in found) or all(one.impossible for one in left)


# -------------------------------------------------------------------------------- the engine


def scope_of(skills: Mapping[str, Mapping[int, str]]) -> PreparedScope:
    """Topics, with the challenges of each level: `x` can be done, `X` cannot."""
    targets = [TargetSkill(f"{topic}{level}", topic, level) for topic, levels in skills.items() for level in levels]
    return prepare_scope(
        targets,
        {
            one.id: [
                Question(f"{one.id}{letter}{n}", impossible=letter.isupper())
                for n, letter in enumerate(skills[one.topic][one.level])
            ]
            for one in targets
        },
    )


def asked(scope: PreparedScope, answered: Collection[str] = ()) -> set[str]:
    """Challenges asked over many seeds, or the reason to stop."""
    found = set()
    for seed in range(200):
        step = ENGINE.next(scope, Situation({}, answered, False, seed))
        found.add(step.challenge_id if isinstance(step, Ask) else step.reason)
    return found


def test_of_a_skill_only_what_can_be_done_is_asked() -> None:
    scope = scope_of({"web": {2: "xXxX"}})
    assert asked(scope) == {"web2x0", "web2x2"}
    assert asked(scope, {"web2x0"}) == {"web2x2"}


def test_a_skill_with_nothing_to_do_leaves_its_turn_to_another() -> None:
    assert asked(scope_of({"web": {2: "X"}, "files": {2: "x"}})) == {"files2x0"}
    assert asked(scope_of({"web": {2: "X"}, "files": {3: "x"}}), {"before"}) == {"files3x0"}


def test_when_nothing_else_can_be_asked_the_impossible_is() -> None:
    assert asked(scope_of({"web": {2: "XX"}})) == {"web2X0", "web2X1"}
    assert asked(scope_of({"web": {2: "xX"}}), {"web2x0"}) == {"web2X1"}
    assert asked(scope_of({"web": {2: "X"}, "files": {8: "x"}}), {"before"}) == {"web2X0"}, "the other is too hard"


contents = st.dictionaries(
    st.sampled_from(("files", "web", "mail")),
    st.dictionaries(st.integers(1, 8), st.text("xX", max_size=4), min_size=1),
    min_size=1,
)
knowledge = st.dictionaries(
    st.sampled_from(("files", "web", "mail")),
    st.dictionaries(st.integers(1, 8), st.builds(Element, st.booleans(), st.booleans(), st.just(1), st.just(AT))),
)


@given(contents, knowledge, st.booleans(), st.integers(0, 10_000))
def test_the_impossible_is_asked_only_when_nothing_possible_is_within_reach(
    content: dict[str, dict[int, str]], known: dict[str, dict[int, Element]], first: bool, seed: int
) -> None:
    scope = scope_of(content)
    situation = Situation(known, () if first else ("before",), False, seed)
    step = ENGINE.next(scope, situation)
    assert step == ENGINE.next(scope, situation), "asking twice must give the same"
    level = 99 if first else ENGINE.estimate(scope, Situation(known, (), False, 1))
    possible = [
        (topic.easy, skill)
        for topic in scope.topics
        for skill in topic.skills
        if skill.level not in known.get(topic.id, {}) and not all(one.impossible for one in skill.questions)
    ]
    possible = [one for one in possible if one[0]] or possible  # easy topics first, as for everybody
    within = {one.id for _, skill in possible if skill.level <= level + REACH for one in skill.questions}
    if isinstance(step, Ask) and within:
        assert step.challenge_id in within
        assert "x" in step.challenge_id
    elif not isinstance(step, Ask):
        assert not within


@given(contents, knowledge, st.booleans(), st.integers(0, 10_000))
def test_needs_never_end_an_assessment_sooner(
    content: dict[str, dict[int, str]], known: dict[str, dict[int, Element]], first: bool, seed: int
) -> None:
    situation = Situation(known, () if first else ("before",), False, seed)
    without = scope_of({topic: {n: text.lower() for n, text in levels.items()} for topic, levels in content.items()})
    mine, usual = ENGINE.next(scope_of(content), situation), ENGINE.next(without, situation)
    if isinstance(usual, Ask):
        assert isinstance(mine, Ask)


# -------------------------------------------------------------------------------- a learner


async def begin(user: int, scope: Scope) -> int:
    return await assessments.start(user, scope, "reference", "fr", now())


async def first_asked(user: int, scope: Scope, times: int = 12) -> set[str]:
    return {(await runs.load(await begin(user, scope), user)).challenge for _ in range(times)}


def adaptive(*skills: str) -> Scope:
    return Scope("Un parcours", "/mon-compte", "/mon-compte", skills=skills)


async def test_a_learner_who_declares_a_need_gets_an_equivalent_of_the_same_skill(
    client: httpx.AsyncClient, world: ContentIndex, cast: Cast
) -> None:
    user = await cast.sign_in(client, "louise")
    both = {one.id: one.body.marks for one in world.challenges_of(SKILL)}
    assert sorted(both.values()) == [(), ("sight",)]
    assert await first_asked(user, adaptive(SKILL)) == both.keys()
    await client.post("/mon-compte/besoins", data={"marks": "sight"})
    assert await first_asked(user, adaptive(SKILL)) == {name for name, marks in both.items() if not marks}
    await client.post("/mon-compte/besoins", data={"marks": "sound"})
    assert await first_asked(user, adaptive(SKILL)) == both.keys()


async def test_a_need_declared_on_the_way_counts_from_the_next_question(
    client: httpx.AsyncClient, world: ContentIndex, cast: Cast
) -> None:
    user = await cast.sign_in(client, "louise")
    marked = next(name for name, one in world.challenges.items() if one.body.marks == ("sight",))
    learner = Learner(client, world, await begin(user, adaptive(SKILL)))
    while (await learner.open()) and learner.challenge != marked:
        learner = Learner(client, world, await begin(user, adaptive(SKILL)))
    await declared_needs.declare(user, Needs(frozenset({"sight"})), now())
    await learner.open()
    assert learner.challenge == marked, "what is asked stays"
    await learner.send({}, action="skip")
    assert learner.challenge != marked


async def test_a_fixed_list_is_the_same_for_everybody(
    client: httpx.AsyncClient, world: ContentIndex, cast: Cast
) -> None:
    user = await cast.sign_in(client, "louise")
    await declared_needs.declare(user, Needs(frozenset(MARKS)), now())
    chosen = tuple(random.Random(1).sample(sorted(world.challenges), 3))
    scope = Scope("Un parcours", "/mon-compte", "/mon-compte", method="fixed", challenges=chosen)
    assert await first_asked(user, scope, 2) == {chosen[0]}
