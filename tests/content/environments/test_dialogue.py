"""A conversation goes where the answers lead."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.environments.dialogue import Dialogue

LINES = [
    {
        "id": "l1",
        "who": "La voix",
        "says": "Votre code ?",
        "replies": [
            {"id": "r1", "text": "Le voici.", "to": "l2", "adds": {"n1": 2}},
            {"id": "r2", "text": "Non.", "to": "l3"},
            {"id": "r3", "text": "Pardon ?", "to": "l1", "adds": {"n1": 1}},
        ],
    },
    {"id": "l2", "who": "La voix", "says": "Parfait."},
    {"id": "l3", "who": "La voix", "says": "Vraiment ?", "replies": [{"id": "r4", "text": "Oui.", "to": "l2"}]},
]
CALL = msgspec.convert({"is": "dialogue", "title": "Un appel", "lines": LINES, "notes": {"n1": 0}}, Dialogue)

Actions = list[dict[str, str]]


def after(actions: Actions) -> str:
    state = CALL.opened()
    for action in actions:
        state = CALL.acted(state, action)
    return state


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([], {"at": "l1", "chosen": (), "over": False, "n1": 0}),
        ([{"reply": "r1"}], {"at": "l2", "chosen": ("r1",), "over": True, "n1": 2}),
        ([{"reply": "r3"}, {"reply": "r3"}], {"at": "l1", "n1": 2}),
        ([{"reply": "r2"}, {"reply": "r4"}], {"at": "l2", "chosen": ("r2", "r4"), "n1": 0}),
        ([{"reply": "r4"}], {"at": "l1", "chosen": ()}),
        ([{"reply": "r1"}, {"do": "back"}], {"at": "l1", "chosen": (), "n1": 0}),
        ([{"do": "back"}], {"at": "l1"}),
    ],
)
def test_each_answer(actions: Actions, expected: Mapping[str, object]) -> None:
    facts = CALL.facts(CALL.read(after(actions)))
    assert {name: facts[name] for name in expected} == expected


def test_what_follows_is_not_shown_before_it_is_reached() -> None:
    screen = CALL.screen(CALL.read(after([{"reply": "r2"}])))
    assert [(turn.who, turn.answer) for turn in screen.turns] == [("La voix", "Non.")]
    assert "Vraiment" in screen.says
    assert [one.id for one in screen.replies] == ["r4"]


@given(st.lists(st.dictionaries(st.sampled_from(["reply", "do", "x"]), st.sampled_from("r1 r2 r3 r4 back zz".split()))))
def test_whatever_is_sent_one_is_somewhere(actions: Actions) -> None:
    state = CALL.read(after(actions))
    assert CALL.facts(state)["at"] in ("l1", "l2", "l3")
    CALL.screen(state)


NOWHERE = {"id": "l1", "who": "A", "says": "b", "replies": [{"id": "r1", "text": "c", "to": "l9"}]}


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ([*LINES[1:], {"id": "l2", "who": "A", "says": "b"}], ["K001"]),
        (
            [{"id": "l1", "who": "A", "says": "b", "replies": [{"id": "r1", "text": "c", "to": "l9"}]}, LINES[1]],
            ["K061"],
        ),
    ],
)
def test_mistakes_of_authoring_are_told(lines: list[dict[str, object]], codes: list[str]) -> None:
    broken = msgspec.convert({"is": "dialogue", "title": "Un appel", "lines": lines}, Dialogue)
    assert [fault.code for fault in broken.faults()] == codes
