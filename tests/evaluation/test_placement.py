"""The reference rule of placement: what it estimates, what it asks, when it stops."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime

import pytest

from app.evaluation.engines import UnknownEngine, engine_named
from app.evaluation.knowledge import Element, TargetSkill
from app.evaluation.placement import (
    Ask,
    Finished,
    PreparedScope,
    Question,
    Situation,
    completion,
    list_completion,
    next_in_list,
    prepare_scope,
)
from app.evaluation.reference_placement import (
    CHANCES,
    Candidate,
    predicted_level,
    reward,
    scramble,
)

NOW = datetime(2026, 9, 14, 10, 0, tzinfo=UTC)
ENGINE = engine_named("reference")


def scope_of(topics: Mapping[str, Collection[int]], timed: Collection[str] = (), each: int = 1) -> PreparedScope:
    """Topics with a skill at each level, and `each` challenges per skill: `web3a`, `web3b`…"""
    skills = [TargetSkill(f"{topic}{level}", topic, level) for topic, levels in topics.items() for level in levels]
    questions = {
        skill.id: [Question(f"{skill.id}{letter}", skill.id in timed) for letter in "abcdefgh"[:each]]
        for skill in skills
    }
    return prepare_scope(skills, questions)


def knowing(*words: str) -> dict[str, dict[int, Element]]:
    """`web3+` validated, `web3-` not; `web3+i` inferred."""
    known: dict[str, dict[int, Element]] = {}
    for word in words:
        direct = not word.endswith("i")
        name = word.removesuffix("i")
        known.setdefault(name[:-2], {})[int(name[-2])] = Element(name[-1] == "+", direct, 1, NOW)
    return known


def asked(
    scope: PreparedScope, *known: str, answered: Collection[str] = ("before",), last_timed: bool = False
) -> set[str] | str:
    """Skills that may be asked, over many seeds; or the reason to stop."""
    found = set()
    for seed in range(200):
        case = ENGINE.next(scope, Situation(knowing(*known), frozenset(answered), last_timed, seed))
        if isinstance(case, Finished):
            return case.reason
        found.add(case.skill_id or "")
    return found


# -------------------------------------------------------------------------------- estimate


@pytest.mark.parametrize(
    ("outcomes", "level"),
    [
        ("", 3.5),
        ("2+", 4.5),
        ("2-", 1.0),
        ("1+", 4.0),
        ("1-", 0.5),
        ("3+", 5.0),
        ("3-", 1.5),
        ("2+ 3+", 5.0),
        ("2+ 4+", 5.5),
        ("2+ 4-", 3.0),
        ("2+ 4+ 5+", 6.5),
        ("2+ 4+ 5-", 4.5),
        ("2- 1+", 2.0),
        ("2- 1-", 0.5),
        ("2+ 4+ 5+ 6+", 7.0),
        ("2+ 4+ 5+ 6+ 7+", 7.5),
        ("2+ 3+ 4+ 4- 5-", 4.0),
        ("2+ 3+ 3+ 4+ 4-", 4.5),
        ("5-", 2.5),
        ("2+ 2+ 2+ 2+ 2+", 5.5),
        (" ".join(["1+"] * 9 + ["2+"] * 11 + ["3+"] * 12 + ["4+"] * 11 + ["5-"]), 6.5),
    ],
)
def test_the_level_that_explains_the_answers(outcomes: str, level: float) -> None:
    assert predicted_level([(int(word[0]), word[1] == "+") for word in outcomes.split()]) == level


def test_only_direct_answers_on_skills_aimed_at_count_in_the_estimate() -> None:
    scope = scope_of({"web": range(1, 6)})
    assert ENGINE.estimate(scope, Situation({}, (), False, 1)) == 3.5
    assert ENGINE.estimate(scope, Situation(knowing("web2+", "web6-", "mail1-"), (), False, 1)) == 4.5
    assert ENGINE.estimate(scope, Situation(knowing("web2-", "web3-i", "web4-i", "web5-i"), (), False, 1)) == 1.0


# -------------------------------------------------------------------------------- reward


@pytest.mark.parametrize(
    ("levels", "level", "rewards"),
    [
        (range(1, 8), 3.5, [1.4551, 2.7297, 3.7551, 4.0, 3.3649, 2.3034, 1.1759]),
        (range(1, 6), 3.5, [1.3034, 2.3649, 3.0, 2.7551, 1.7297]),
        ([5, 6, 7], 6.5, [1.3649, 2.0, 1.7551]),
    ],
)
def test_what_a_question_is_expected_to_settle(levels: list[int], level: float, rewards: list[float]) -> None:
    skills = scope_of({"web": levels}).topics[0].skills
    size = len(skills)
    found = [
        reward(Candidate(skill, skill.questions, False, rank + 1, size - rank), level)
        for rank, skill in enumerate(skills)
    ]
    assert [round(worth, 4) for worth in found] == rewards


def test_chances_are_known_for_every_level_and_difficulty() -> None:
    assert list(CHANCES) == [half / 2 for half in range(1, 16)]
    assert CHANCES[3.0][3] == 0.5
    assert all(len(chances) == 9 and list(chances) == sorted(chances, reverse=True) for chances in CHANCES.values())


def test_the_most_rewarding_skills_are_asked_and_equals_are_drawn() -> None:
    scope = scope_of({"web": range(1, 8), "mail": range(1, 8), "chat": range(1, 4)})
    everything_but = ["chat1+i", "chat2+", "chat3+", "mail5-", "mail6-i", "mail7-i"]
    assert ENGINE.estimate(scope, Situation(knowing(*everything_but), (), False, 1)) == 4.0
    assert asked(scope, *everything_but) == {"web4"}
    same = scope_of({"web": range(1, 8), "mail": range(1, 8), "chat": [4]})
    assert asked(same, "chat4+") == {"web5", "mail5"}


def test_rewards_equal_but_for_rounding_are_equal() -> None:
    """A lone unknown skill is worth exactly one, whatever its level; 2 − σ(2) is 1 + σ(−2)."""
    scope = scope_of({"a": [4], "b": [5], "c": [6], "d": [3, 4, 5]})
    assert asked(scope, "d3+i", "d4+i", "d5+") == {"a4", "b5", "c6"}
    mirrored = scope_of({"a": [2, 7], "b": [1, 6], "c": [1]})
    assert ENGINE.estimate(mirrored, Situation(knowing("c1+"), (), False, 1)) == 4.0
    assert asked(mirrored, "c1+") == {"a2", "b6"}


# -------------------------------------------------------------------------------- filters


def test_the_first_question_is_of_level_two() -> None:
    assert asked(scope_of({"web": range(1, 8), "mail": [2, 4]}), answered=()) == {"web2", "mail2"}


def test_without_level_two_the_first_question_is_of_the_lowest() -> None:
    assert asked(scope_of({"web": [3, 5], "mail": [4]}), answered=()) == {"web3"}
    assert asked(scope_of({"web": [1, 5]}), answered=()) == {"web1"}


def test_what_is_known_from_elsewhere_is_not_asked_even_first() -> None:
    assert asked(scope_of({"web": [2, 4], "mail": [2]}), "web2-", "web4-i", answered=()) == {"mail2"}


def test_easy_topics_come_first() -> None:
    scope = scope_of({"web": range(1, 6), "mail": [1, 2, 3], "chat": [2]})
    found = asked(scope, "web5-")
    assert found <= {"mail1", "mail2", "mail3", "chat2"}
    assert asked(scope, "mail1+i", "mail2+i", "mail3+", "chat2+") <= {f"web{level}" for level in range(1, 6)}


def test_a_topic_is_easy_by_the_skills_that_have_challenges() -> None:
    skills = [TargetSkill("web2", "web", 2), TargetSkill("web5", "web", 5), TargetSkill("mail4", "mail", 4)]
    scope = prepare_scope(skills, {"web2": [Question("web2a")], "mail4": [Question("mail4a")]})
    assert [topic.easy for topic in scope.topics] == [True, False]
    assert asked(scope) == {"web2"}


def test_no_timer_on_the_first_question_nor_twice_in_a_row() -> None:
    scope = scope_of({"web": [4], "mail": [4]}, timed=["web4"])
    assert asked(scope, answered=()) == {"mail4"}
    assert asked(scope, last_timed=True) == {"mail4"}
    assert asked(scope, last_timed=False) == {"web4", "mail4"}
    assert asked(scope, "mail4+", last_timed=True) == {"web4"}
    assert asked(scope_of({"web": [2]}, timed=["web2"]), answered=()) == {"web2"}


def test_a_skill_is_timed_when_its_first_challenge_left_is() -> None:
    skills = [TargetSkill("web2", "web", 2), TargetSkill("mail2", "mail", 2)]
    questions = {
        "web2": [Question("web2a", timed=False), Question("web2b", timed=True)],
        "mail2": [Question("mail2a", timed=True), Question("mail2b", timed=False)],
    }
    scope = prepare_scope(skills, questions)
    assert asked(scope, last_timed=True) == {"web2"}
    assert asked(scope, last_timed=True, answered=["web2a", "mail2a"]) == {"mail2"}


def test_skills_more_than_two_above_the_estimate_are_out_of_reach() -> None:
    scope = scope_of({"web": [2], "mail": [3, 4, 5]})
    assert ENGINE.estimate(scope, Situation(knowing("web2-"), (), False, 1)) == 1.0
    assert asked(scope, "web2-") == {"mail3"}
    assert asked(scope_of({"web": [2], "mail": [4]}), "web2-") == "too_hard"


# -------------------------------------------------------------------------------- ends


def test_the_end_has_a_reason() -> None:
    scope = scope_of({"web": [1, 2]})
    assert asked(scope, "web1+i", "web2+") == "all_known"
    assert asked(scope, "web1+", answered=["web1a", "web2a"]) == "nothing_playable"
    assert asked(scope, answered=["web1a", "web2a"]) == "nothing_playable"
    assert asked(prepare_scope([], {})) == "all_known"
    assert asked(prepare_scope([TargetSkill("web2", "web", 2)], {})) == "nothing_playable"


def test_skills_without_challenge_are_neither_asked_nor_counted_in_the_reward() -> None:
    skills = [TargetSkill(f"web{level}", "web", level) for level in range(1, 8)]
    playable = {skill.id: [Question(skill.id)] for skill in skills if skill.level in (3, 4)}
    assert asked(prepare_scope(skills, playable)) == {"web3", "web4"}
    assert asked(scope_of({"web": range(1, 8)})) == {"web4"}


# -------------------------------------------------------------------------------- choice


def test_the_same_seed_asks_the_same_other_seeds_vary_skills_and_challenges() -> None:
    scope = scope_of({"web": [2, 4], "mail": [2, 4]}, each=4)

    def first(seed: int) -> Ask | Finished:
        return ENGINE.next(scope, Situation({}, frozenset(), False, seed))

    assert all(first(seed) == first(seed) for seed in range(50))
    found = [case.challenge_id for case in map(first, range(400)) if isinstance(case, Ask)]
    assert set(found) == {f"{topic}2{letter}" for topic in ("web", "mail") for letter in "abcd"}
    assert max(found.count(name) for name in set(found)) < 100


def test_a_challenge_answered_here_is_not_asked_again() -> None:
    scope = scope_of({"web": [2]}, each=3)
    for seed in range(50):
        case = ENGINE.next(scope, Situation({}, {"web2a", "web2c"}, False, seed))
        assert case == Ask("web2b", "web2")


@pytest.mark.parametrize("x", [0, 1, 2, 1_000_000, 2**31, 2**32 - 1, 2**40 + 7])
def test_the_hash_follows_its_steps(x: int) -> None:
    y = x
    y = (y - 2**6 * y) % 2**32
    y = y ^ (y // 2**17)
    y = (y - 2**9 * y) % 2**32
    y = y ^ (2**4 * y % 2**32)
    y = (y - 2**3 * y) % 2**32
    y = y ^ (2**10 * y % 2**32)
    y = y ^ (y // 2**15)
    assert scramble(x) == y
    assert 0 <= scramble(x) < 2**32


def test_the_order_of_the_scope_is_kept_and_topics_are_gathered() -> None:
    mixed = [
        TargetSkill("b3", "b", 3),
        TargetSkill("a1", "a", 1),
        TargetSkill("b2", "b", 2),
        TargetSkill("b3", "b", 3),
    ]
    scope = prepare_scope(mixed, {})
    assert dict(scope.levels) == {"b": (2, 3), "a": (1,)}
    assert list(scope.levels) == ["b", "a"]
    assert scope.size == 3


def test_a_topic_has_one_skill_per_level() -> None:
    with pytest.raises(ValueError, match="two skills"):
        prepare_scope([TargetSkill("web2", "web", 2), TargetSkill("other", "web", 2)], {})


def test_engines_are_named() -> None:
    assert engine_named("reference").name == "reference"
    with pytest.raises(UnknownEngine, match="reference"):
        engine_named("oracle")


# -------------------------------------------------------------------------------- lists, progress


def test_a_fixed_list_is_asked_in_order() -> None:
    assert next_in_list(["c", "a", "b"], []) == Ask("c", None)
    assert next_in_list(["c", "a", "b"], ["c", "b"]) == Ask("a", None)
    assert next_in_list(["c", "a"], ["a", "c"]) == Finished("all_answered")
    assert next_in_list([], []) == Finished("all_answered")


def test_progress_counts_what_is_known_rightly_or_not() -> None:
    scope = scope_of({"web": [1, 2, 3], "mail": [1]})
    assert completion(scope, {}) == 0
    assert completion(scope, knowing("web2-", "web3-i", "web7+", "chat1+")) == 0.5
    assert completion(scope, knowing("web1+i", "web2+", "web3-", "mail1-")) == 1
    assert completion(prepare_scope([], {}), {}) == 1


def test_progress_of_a_fixed_list() -> None:
    assert list_completion(["a", "b", "c", "d"], ["b", "z"]) == 0.25
    assert list_completion(["a"], ["a"]) == 1
    assert list_completion([], []) == 1
