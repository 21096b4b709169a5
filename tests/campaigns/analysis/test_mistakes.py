from __future__ import annotations

from typing import Any

import pytest

from app.campaigns.analysis.mistakes import FEWEST_PEOPLE, Mistake, chosen, mistakes
from app.content.kinds import AnyChallenge
from app.content.kinds.choice import ChoiceChallenge
from tests.campaigns.analysis.rules import content

BODIES = {one.body.kind: one.body for one in content().challenges.values()}
WITHOUT_COMMON_MISTAKES = {"long_text"}


def told(body: AnyChallenge, *given: tuple[dict[str, list[str]], int]) -> list[Mistake]:
    return mistakes(body, given)


def proposals(body: AnyChallenge, *, right: bool) -> list[Any]:
    assert isinstance(body, ChoiceChallenge)
    return [one for one in body.proposals if one.right is right]


@pytest.mark.parametrize("kind", sorted(BODIES.keys() - WITHOUT_COMMON_MISTAKES))
def test_each_kind_tells_its_mistakes_in_words(kind: str) -> None:
    """Each wrong answer that its author foresaw, given by enough people."""
    body = BODIES[kind]
    if kind == "ordering" and body.before:
        pytest.skip("several orders are right")
    for wrong in body.wrong_answers():
        found = mistakes(body, [(wrong, FEWEST_PEOPLE)])
        assert found, wrong
        assert all(one.people == FEWEST_PEOPLE and one.text.strip() for one in found)


@pytest.mark.parametrize("kind", sorted(BODIES))
def test_a_right_answer_is_no_mistake(kind: str) -> None:
    for right in BODIES[kind].right_answers():
        assert mistakes(BODIES[kind], [(right, 5)]) == []


def test_proposals_are_told_whoever_chose_them_the_most_frequent_first() -> None:
    body = BODIES["single_choice"]
    first, second = proposals(body, right=False)[:2]
    found = told(body, ({"": [first.id]}, 1), ({"": [second.id]}, 2))
    assert found == [Mistake("chosen", "", second.text, 2), Mistake("chosen", "", first.text, 1)]


def test_boxes_ticked_in_excess_and_boxes_forgotten() -> None:
    body = BODIES["multiple_choice"]
    right, wrong = proposals(body, right=True), proposals(body, right=False)[0]
    found = told(body, ({"": [right[0].id, wrong.id]}, 4))
    assert Mistake("chosen", "", wrong.text, 4) in found
    assert Mistake("forgotten", "", right[1].text, 4) in found
    assert len(found) == len(right)


def test_a_proposal_that_is_no_longer_there_is_left_out() -> None:
    assert told(BODIES["single_choice"], ({"": ["gone"]}, 9)) == []


def test_what_is_typed_is_told_from_three_people_on() -> None:
    body = BODIES["text"]
    assert told(body, ({"": ["à Paris"]}, 2)) == []
    assert told(body, ({"": ["à Paris"]}, 3)) == [Mistake("typed", "", "à Paris", 3)]


def test_the_same_words_written_otherwise_are_the_same_mistake_in_its_usual_spelling() -> None:
    found = told(BODIES["text"], ({"": ["À PARIS"]}, 1), ({"": ["a  paris"]}, 2), ({"": ["rien"]}, 1))
    assert found == [Mistake("typed", "", "a  paris", 3)]


def test_three_people_on_three_fields_are_not_three_people_on_one() -> None:
    body = BODIES["fields"]
    given = [({name: ["zzz qwx"]}, 1) for name in body.field_ids() for _ in range(2)]
    assert [one for one in mistakes(body, given) if one.what == "typed"] == []


def test_free_texts_are_never_told() -> None:
    assert told(BODIES["long_text"], ({"": ["Le même texte."]}, 50)) == []


def test_empty_answers_are_no_mistake() -> None:
    for body in BODIES.values():
        assert told(body, ({"": [""]}, 9), ({}, 9)) == [] or body.kind == "environment"


def test_at_most_eight_are_shown() -> None:
    given = [({"": [f"réponse {'abcdefghijkl'[number] * 3}"]}, 3 + number) for number in range(12)]
    found = mistakes(BODIES["text"], given)
    assert [one.people for one in found] == list(range(14, 6, -1))


def test_how_many_chose_each_proposal() -> None:
    body = BODIES["multiple_choice"]
    assert isinstance(body, ChoiceChallenge)
    one, two = body.proposals[:2]
    found = chosen(body, [({"": [one.id, two.id]}, 3), ({"": [two.id, two.id, "gone"]}, 2)])
    assert [(proposal.id, people) for proposal, people in found[:2]] == [(two.id, 5), (one.id, 3)]
    assert sum(people for _, people in found) == 8
