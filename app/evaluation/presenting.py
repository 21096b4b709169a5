"""From a challenge to what its component shows: order of the proposals, lists, gaps. Pure."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from app.content.challenge import PLACE
from app.content.index import PlayableChallenge
from app.content.kinds.choice import ChoiceChallenge, Proposal
from app.content.kinds.dropdowns import Dropdown, DropdownsChallenge
from app.content.kinds.fields import FieldsChallenge
from app.content.kinds.matching import MatchingChallenge
from app.content.kinds.ordering import Item, OrderingChallenge

T = TypeVar("T")
ORDERS = 16
"""How many orders a challenge is shown in: enough for neighbours to differ, few enough to be remembered ready."""
WINDOW = "environments-frame"
"""The id of the window of an environment: to act in it is to answer."""
Pairs = Sequence[tuple[str, str]]


class ChallengeView(msgspec.Struct, frozen=True, eq=False):
    """Everything the component of a challenge needs; lists that its kind does not use stay empty."""

    challenge: PlayableChallenge
    given: Mapping[str, Sequence[str]] = {}
    """What was typed or chosen already, by field."""
    errors: Mapping[str, str] = {}
    """French messages by field."""
    proposals: Sequence[Proposal] = ()
    items: Sequence[Item] = ()
    places: Pairs = ()
    rights: Pairs = ()
    options: Mapping[str, Pairs] = {}
    gaps: Sequence[Sequence[tuple[str, Dropdown | None]]] = ()


def present(
    challenge: PlayableChallenge,
    seed: int,
    given: Mapping[str, Sequence[str]] | None = None,
    errors: Mapping[str, str] | None = None,
) -> ChallengeView:
    """The view of a challenge. What is shuffled depends on the seed and the challenge only: its order is stable."""
    body, seed = challenge.body, order_of(seed)
    lists: dict[str, Any] = {}
    if isinstance(body, ChoiceChallenge):
        lists["proposals"] = shuffled(body.proposals, seed, challenge.id) if body.shuffled else body.proposals
    elif isinstance(body, OrderingChallenge):
        lists["items"] = disordered(body.items, seed, challenge.id)
        lists["places"] = [(str(rank), str(rank)) for rank in range(1, len(body.items) + 1)]
    elif isinstance(body, MatchingChallenge):
        lists["rights"] = [(one.id, one.text) for one in shuffled(body.right, seed, challenge.id)]
    elif isinstance(body, DropdownsChallenge):
        lists["options"] = {
            one.id: [(option.id, option.text) for option in shuffled(one.options, seed, challenge.id + one.id)]
            for one in body.fields
        }
        lists["gaps"] = gaps(body)
    elif isinstance(body, FieldsChallenge):
        lists["options"] = {one.id: [(text, text) for text in one.options] for one in body.fields}
    return ChallengeView(challenge, given or {}, errors or {}, **lists)


def order_of(seed: int) -> int:
    """Which of the `ORDERS` drawn orders a seed gives."""
    return seed % ORDERS


def control_of(challenge: PlayableChallenge, name: str) -> str:
    """The id of what holds a field; « form » for a field that the challenge does not have."""
    if name not in challenge.body.field_ids():
        return "form"
    if challenge.body.kind == "environment":
        return WINDOW
    return f"answer-{name}" if name else "answer"


def shuffled(items: Sequence[T], seed: int, name: str) -> list[T]:
    """The items in an order drawn from the seed and the name."""
    drawn = list(items)
    random.Random(f"{seed} {name}").shuffle(drawn)
    return drawn


def disordered(items: Sequence[T], seed: int, name: str) -> list[T]:
    """The same, never in the given order: for an ordering, that one is the answer."""
    drawn = shuffled(items, seed, name)
    return drawn if drawn != list(items) else [*drawn[1:], drawn[0]]


def gaps(body: DropdownsChallenge) -> list[list[tuple[str, Dropdown | None]]]:
    """The text cut at its lists: for each paragraph, pieces of (words, list that follows or none)."""
    by_id = {one.id: one for one in body.fields}
    paragraphs = []
    for paragraph in (one.strip() for one in body.text.split("\n\n")):
        pieces = PLACE.split(paragraph)
        paragraphs.append(
            [
                (words, by_id.get(pieces[rank * 2 + 1]) if rank * 2 + 1 < len(pieces) else None)
                for rank, words in enumerate(pieces[::2])
            ]
        )
    return paragraphs
