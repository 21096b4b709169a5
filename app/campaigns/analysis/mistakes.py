"""The mistakes that several people made on a question, in words. Pure.

What is chosen among proposals tells nobody from another. What is typed may: it is told only when enough people typed
the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from app.content.challenge import Answer, Challenge
from app.content.kinds import AnyChallenge
from app.content.kinds.choice import ChoiceChallenge, Proposal
from app.content.kinds.dropdowns import DropdownsChallenge
from app.content.kinds.environment import EnvironmentChallenge
from app.content.kinds.fields import FieldsChallenge
from app.content.kinds.fields_any_order import FieldsAnyOrderChallenge
from app.content.kinds.long_text import LongTextChallenge
from app.content.kinds.matching import MatchingChallenge
from app.content.kinds.ordering import OrderingChallenge
from app.lib.text_matching import fold

FEWEST_PEOPLE = 3
"""Who must have typed the same for it to be told."""
MOST_SHOWN = 8

What = Literal["chosen", "placed", "typed", "missed"]


@dataclass(frozen=True)
class Mistake:
    """`chosen` in a list; `placed` at a wrong place of an order; `missed`: a condition of a task. `label`: the field or
    the item concerned, empty where there is one only.
    """

    what: What
    label: str
    text: str
    people: int


Given = Iterable[tuple[Answer, int]]
"""Wrong answers, with how many people gave each."""


def mistakes(body: AnyChallenge, given: Given) -> list[Mistake]:
    """The most frequent ones, the most frequent first. Those of a choice are its proposals: see `chosen`."""
    found: Counter[tuple[What, str, str]] = Counter()
    spellings: dict[tuple[What, str, str], Counter[str]] = {}
    mistakes_of = _mistakes_of(body)
    for answer, people in given:
        if body.grade(answer).ok:  # it was wrong for an earlier version of the question
            continue
        for what, label, text in mistakes_of(answer):
            key = (what, label, fold(text) if what == "typed" else text)
            found[key] += people
            spellings.setdefault(key, Counter())[text] += people
    told = [key for key in found if key[0] != "typed" or found[key] >= FEWEST_PEOPLE]
    told.sort(key=lambda key: (-found[key], key))
    return [Mistake(key[0], key[1], spellings[key].most_common(1)[0][0], found[key]) for key in told[:MOST_SHOWN]]


def chosen(body: ChoiceChallenge, given: Given) -> list[tuple[Proposal, int]]:
    """The proposals with how many people chose each, the most chosen first."""
    found = {one.id: 0 for one in body.proposals}
    for answer, people in given:
        for name in set(answer.get("", ())) & found.keys():
            found[name] += people
    return sorted(((one, found[one.id]) for one in body.proposals), key=lambda pair: -pair[1])


def is_free_text(body: Challenge) -> bool:
    """Whether nobody's answer is ever like another's: free texts of several sentences."""
    return isinstance(body, LongTextChallenge)


OneMistake = tuple[What, str, str]


def _mistakes_of(body: AnyChallenge) -> Callable[[Answer], Iterator[OneMistake]]:
    if isinstance(body, (DropdownsChallenge, MatchingChallenge)):
        return lambda answer: _of_lists(body, answer)
    if isinstance(body, OrderingChallenge):
        return lambda answer: _of_ordering(body, answer)
    if isinstance(body, EnvironmentChallenge):
        return lambda answer: _of_environment(body, answer)
    if isinstance(body, FieldsAnyOrderChallenge):
        return lambda answer: _of_any_order(body, answer)
    if isinstance(body, FieldsChallenge):
        return lambda answer: _of_fields(body, answer)
    if isinstance(body, (ChoiceChallenge, LongTextChallenge)):
        return lambda _: iter(())
    return lambda answer: (("typed", "", text) for text in answer.get("", ()) if text.strip())


def _of_lists(body: DropdownsChallenge | MatchingChallenge, answer: Answer) -> Iterator[OneMistake]:
    labels, options = _words(body)
    for one in body.lists():
        value = "".join(answer.get(one.field, ()))
        if value in one.options and value != one.right:
            yield "chosen", labels[one.field], options[one.field][value]


def _words(body: DropdownsChallenge | MatchingChallenge) -> tuple[Mapping[str, str], Mapping[str, Mapping[str, str]]]:
    """Labels of the lists, and words of their options."""
    if isinstance(body, DropdownsChallenge):
        options = {one.id: {option.id: option.text for option in one.options} for one in body.fields}
        return {one.id: one.label for one in body.fields}, options
    rights = {one.id: one.text for one in body.right}
    return {one.id: one.text for one in body.left}, {one.id: rights for one in body.left}


def _of_ordering(body: OrderingChallenge, answer: Answer) -> Iterator[OneMistake]:
    """Items out of their place; where several orders are right, nothing can be told of one of them."""
    if body.before:
        return
    for rank, one in enumerate(body.items, 1):
        place = "".join(answer.get(one.id, ()))
        if place.isdecimal() and place != str(rank):
            yield "placed", one.text, place


def _of_environment(body: EnvironmentChallenge, answer: Answer) -> Iterator[OneMistake]:
    for says, reached in body.grade(answer).fields.items():
        if not reached:
            yield "missed", "", says


def _of_any_order(body: FieldsAnyOrderChallenge, answer: Answer) -> Iterator[OneMistake]:
    taken = body.taken(answer)
    for one in body.fields:
        text = "".join(answer.get(one.id, ()))
        if text.strip() and not taken.get(one.id):
            yield "typed", "", text


def _of_fields(body: FieldsChallenge, answer: Answer) -> Iterator[OneMistake]:
    for one in body.fields:
        text = "".join(answer.get(one.id, ()))
        if text.strip() and not one.matches(text):
            yield "chosen" if one.type == "choice" else "typed", one.label, text
