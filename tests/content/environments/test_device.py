"""Settings: what is changed is what is on the screen."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.environments.device import Device

PHONE = msgspec.convert(
    {
        "is": "device",
        "title": "Téléphone de Nora",
        "sections": [
            {"id": "s1", "name": "Confidentialité"},
            {
                "id": "s2",
                "name": "Position",
                "parent": "s1",
                "settings": [
                    {"type": "toggle", "id": "t1", "label": "Position", "on": True},
                    {
                        "type": "choice",
                        "id": "c1",
                        "label": "Météo",
                        "value": "o1",
                        "options": [{"id": "o1", "text": "Toujours"}, {"id": "o2", "text": "Jamais"}],
                        "when": {"t1": True},
                    },
                    {"type": "text", "id": "n1", "label": "Nom", "value": "Nora"},
                    {
                        "type": "button",
                        "id": "b1",
                        "label": "Tout couper",
                        "says": "C’est coupé.",
                        "sets": {"t1": False},
                    },
                    {"type": "info", "id": "i1", "label": "Dernière position", "text": "hier"},
                ],
            },
        ],
    },
    Device,
)
POSITION = {"go": "s2"}

Actions = list[dict[str, str]]


def state_after(actions: Actions) -> str:
    state = PHONE.opened()
    for action in actions:
        state = PHONE.acted(state, action)
    return state


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ([], {"t1": True, "c1": "o1", "n1": "Nora", "b1": 0, "at": "", "visited": ()}),
        ([POSITION], {"at": "s2", "visited": ("s2",)}),
        ([{"go": "s9"}], {"at": "", "visited": ()}),
        ([POSITION, {"go": ""}], {"at": "", "visited": ("s2",)}),
        ([POSITION, {"t1": "off"}], {"t1": False}),
        ([POSITION, {"t1": "peut-être"}], {"t1": True}),
        ([{"t1": "off"}], {"t1": True}),
        ([POSITION, {"c1": "o2"}], {"c1": "o2"}),
        ([POSITION, {"c1": "o3"}], {"c1": "o1"}),
        ([POSITION, {"t1": "off"}, {"c1": "o2"}], {"c1": "o1"}),
        ([POSITION, {"n1": "  Téléphone 2 "}], {"n1": "Téléphone 2"}),
        ([POSITION, {"n1": "Léa", "t1": "off"}], {"n1": "Léa", "t1": False}),
        ([POSITION, {"press": "b1"}], {"b1": 1, "t1": False}),
        ([POSITION, {"press": "b1"}, {"press": "b1"}], {"b1": 2}),
        ([POSITION, {"i1": "demain"}], {"i1": "hier"}),
    ],
)
def test_each_gesture(actions: Actions, expected: Mapping[str, object]) -> None:
    facts = PHONE.facts(PHONE.read(state_after(actions)))
    assert {name: facts[name] for name in expected} == expected


def test_a_button_says_what_it_did_until_one_goes_elsewhere() -> None:
    pressed = state_after([POSITION, {"press": "b1"}])
    assert PHONE.screen(PHONE.read(pressed)).said == "C’est coupé."
    assert PHONE.screen(PHONE.read(PHONE.acted(pressed, {"go": "s1"}))).said == ""


def test_a_setting_that_depends_on_another_is_not_shown_without_it() -> None:
    shown = [line.setting.id for line in PHONE.screen(PHONE.read(state_after([POSITION, {"t1": "off"}]))).lines]
    assert shown == ["t1", "n1", "b1", "i1"]


NAMES = st.sampled_from("go t1 c1 n1 b1 i1 press autre".split())
VALUES = st.one_of(st.sampled_from(["s1", "s2", "", "on", "off", "o1", "o2", "b1"]), st.text(max_size=200))


@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=4), max_size=12))
def test_whatever_is_sent_it_stays_whole(actions: Actions) -> None:
    facts = PHONE.facts(PHONE.read(state_after(actions)))
    assert facts["t1"] in (True, False)
    assert facts["c1"] in ("o1", "o2")
    assert facts["at"] in ("", "s1", "s2")
    assert len(str(facts["n1"])) <= 120


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"id": "s2", "name": "Autre", "parent": "s7"}, "K061"),
        (
            {"id": "s2", "name": "A", "settings": [{"type": "toggle", "id": "t1", "label": "a", "when": {"t9": True}}]},
            "K061",
        ),
        ({"id": "s2", "name": "A", "settings": [{"type": "info", "id": "t1", "label": "a", "text": "b"}] * 2}, "K001"),
    ],
)
def test_mistakes_of_authoring_are_told(change: dict[str, object], code: str) -> None:
    sections = [{"id": "s1", "name": "Une"}, change]
    broken = msgspec.convert({"is": "device", "title": "Essai", "sections": sections}, Device)
    assert [fault.code for fault in broken.faults()] == [code]
