from __future__ import annotations

import pytest

from app.campaigns.analysis.mistakes import FEWEST_PEOPLE, Mistake, chosen, is_free_text, mistakes
from app.content.kinds import AnyChallenge
from app.content.kinds.choice import ChoiceChallenge
from app.content.kinds.dropdowns import DropdownsChallenge
from app.content.kinds.ordering import OrderingChallenge
from tests.campaigns.analysis.rules import content

BODIES = {one.body.kind: one.body for one in content().challenges.values()}
WITHOUT_COMMON_MISTAKES = {"long_text", "single_choice", "multiple_choice"}


def told(body: AnyChallenge, *given: tuple[dict[str, list[str]], int]) -> list[Mistake]:
    return mistakes(body, given)


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


def test_lists_are_told_whoever_chose_in_them_by_field() -> None:
    body = BODIES["dropdowns"]
    assert isinstance(body, DropdownsChallenge)
    one = body.fields[0]
    wrong = next(option for option in one.options if option.id != one.right)
    assert told(body, ({one.id: [wrong.id]}, 1)) == [Mistake("chosen", one.label, wrong.text, 1)]
    assert told(body, ({one.id: ["gone"]}, 9)) == []


def test_items_out_of_place_are_told_with_the_place_they_got() -> None:
    body = BODIES["ordering"]
    assert isinstance(body, OrderingChallenge)
    first, second, *others = body.items
    given = {first.id: ["2"], second.id: ["1"]} | {one.id: [str(rank)] for rank, one in enumerate(others, 3)}
    found = told(body, (given, 2))
    assert {(one.what, one.label, one.text) for one in found} == {
        ("placed", first.text, "2"),
        ("placed", second.text, "1"),
    }


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
    assert is_free_text(BODIES["long_text"])
    assert not is_free_text(BODIES["text"])
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
