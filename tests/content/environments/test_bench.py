"""A bench: what goes through cables, what is plugged where, what waits before it works."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.environments.bench import Bench
from app.content.environments.world import LONGEST_STATE


def port(name: str, plug: str, *gives: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "name": plug, "plug": plug, "gives": gives, **more}


WALL = {"id": "d1", "name": "Mur", "plugged": False, "makes": ["power"], "ports": [port("p1", "prise", "power")]}
STRIP = {
    "id": "d2",
    "name": "Multiprise",
    "switch": True,
    "on": False,
    "ports": [port("p2", "entrée"), port("p3", "prise", "power"), port("p4", "prise", "power")],
}
COMPUTER = {
    "id": "d3",
    "name": "Ordinateur",
    "plugged": False,
    "makes": ["video", "power"],
    "ports": [port("p5", "hdmi", "video"), port("p6", "usb", "power")],
}
SCREEN = {
    "id": "d4",
    "name": "Écran",
    "ports": [port("p7", "secteur"), port("p8", "hdmi", takes=["video"])],
    "lights": [
        {
            "id": "l1",
            "name": "Marche",
            "looks": [{"needs": ["works", "video"], "text": "vert"}, {"needs": ["on"], "text": "orange"}],
        }
    ],
    "looks": [{"needs": ["works", "video"], "text": "Le bureau."}, {"text": "Noir."}],
    "buttons": [{"id": "b1", "label": "Essayer", "needs": ["video"], "done": "Oui.", "failed": "Non."}],
}
BOX = {
    "id": "d5",
    "name": "Box",
    "boots": 2,
    "makes": ["network"],
    "ports": [port("p9", "secteur"), port("p10", "rj", "network")],
}
CABLES = [
    {"id": "c1", "name": "Rallonge", "ends": ["prise", "entrée"], "carries": ["power"], "at": ["p1", "p2"]},
    {"id": "c2", "name": "Secteur", "ends": ["prise", "secteur"], "carries": ["power"]},
    {"id": "c3", "name": "HDMI", "ends": ["hdmi", "hdmi"], "carries": ["video", "power"]},
    {"id": "c4", "name": "HDMI coupé", "ends": ["hdmi", "hdmi"], "carries": ["video"], "broken": True},
    {"id": "c5", "name": "Secteur gris", "ends": ["prise", "secteur"], "carries": ["power"]},
]

Actions = list[dict[str, str]]


def bench(cables: list[dict[str, Any]] = CABLES, devices: list[dict[str, Any]] | None = None) -> Bench:
    given = {"is": "bench", "title": "Bureau", "cables": cables}
    return msgspec.convert({**given, "devices": devices or [WALL, STRIP, COMPUTER, SCREEN, BOX]}, Bench)


ROOM = bench()
STRIP_ON = {"switch": "d2"}


def kept(*actions: Mapping[str, str]) -> str:
    state = ROOM.opened()
    for action in actions:
        state = ROOM.acted(state, action)
    return state


def after(*actions: Mapping[str, str]) -> Mapping[str, object]:
    return ROOM.facts(ROOM.read(kept(*actions)))


def plug(cable: str, one: str, two: str) -> Actions:
    return [{"cable": cable}, {"do": "plug", "end1": one, "end2": two}]


POWERED = [STRIP_ON, *plug("c2", "p3", "p7")]


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        (
            [],
            {"d1.works": True, "d2.on": False, "d2.gets": ("power",), "d4.on": False, "l1": "éteint", "used": ("c1",)},
        ),
        ([STRIP_ON], {"d2.works": True, "d2.switch": True, "d4.on": False}),
        (plug("c2", "p3", "p7"), {"d4.on": False, "p7.cable": "c2", "p7.to": "p3", "exchanges": 1}),
        (POWERED, {"d4.works": True, "d4.gets": ("power",), "l1": "orange"}),
        ([*POWERED, *plug("c3", "p5", "p8")], {"d4.gets": ("power", "video"), "l1": "vert"}),
        ([*POWERED, *plug("c3", "p8", "p5")], {"l1": "vert"}),
        ([*POWERED, *plug("c4", "p5", "p8")], {"d4.gets": ("power",), "l1": "orange", "used": ("c1", "c2", "c4")}),
        ([*POWERED, *plug("c3", "p5", "")], {"l1": "orange", "c3.ends": ("p5",)}),
        ([*plug("c3", "p5", "p8")], {"d4.on": False, "d4.gets": ("video",), "l1": "éteint"}),
        ([*POWERED, STRIP_ON], {"d4.on": False}),
        ([*POWERED, {"do": "unplug"}], {"d4.on": False, "c2.ends": (), "exchanges": 2}),
        ([*plug("c2", "p3", "p8")], {"c2.ends": (), "exchanges": 0}),
        ([*plug("c2", "p3", "p99")], {"c2.ends": (), "exchanges": 0}),
        ([*plug("c3", "p5", "p5")], {"c3.ends": (), "exchanges": 0}),
        ([*plug("c2", "p3", "p7"), *plug("c5", "p4", "p7")], {"c5.ends": (), "p7.cable": "c2"}),
        ([{"press": "b1"}], {"b1": 0, "b1.pressed": 1}),
        ([*plug("c3", "p5", "p8"), {"press": "b1"}], {"b1": 1, "b1.pressed": 1}),
        ([{"switch": "d1"}], {"d1.switch": True}),
    ],
)
def test_what_goes_through(actions: Actions, expected: dict[str, object]) -> None:
    facts = after(*actions)
    assert {name: facts[name] for name in expected} == expected


BOX_ON = [STRIP_ON, *plug("c2", "p3", "p9")]
WAIT = {"do": "wait"}


@pytest.mark.parametrize(
    ("actions", "works"),
    [
        (BOX_ON, False),
        ([*BOX_ON, WAIT], False),
        ([*BOX_ON, WAIT, WAIT], True),
        ([WAIT, WAIT, *BOX_ON], False),
        ([*BOX_ON, WAIT, WAIT, STRIP_ON, STRIP_ON], False),
    ],
)
def test_what_boots_works_after_a_while(actions: Actions, works: bool) -> None:
    assert after(*actions)["d5.works"] is works


def test_a_device_that_is_ready_at_the_start_needs_no_wait() -> None:
    world = bench([{"id": "c1", "name": "x", "ends": ["prise", "secteur"], "carries": ["power"], "at": ["p1", "p9"]}])
    assert world.facts(world.start())["d5.works"] is True
    off = world.acted(world.acted(world.opened(), {"cable": "c1"}), {"do": "unplug"})
    back = world.acted(off, {"do": "plug", "end1": "p1", "end2": "p9"})
    assert world.facts(world.read(back))["d5.works"] is False


def test_two_devices_do_not_keep_each_other_alive() -> None:
    twins = [
        {"id": f"d{n}", "name": "Hub", "ports": [port(f"p{n}", "a", "power"), port(f"p{n + 2}", "b", "power")]}
        for n in (1, 2)
    ]
    loop = [
        {"id": "c1", "name": "x", "ends": ["a", "a"], "carries": ["power"], "at": ["p1", "p2"]},
        {"id": "c2", "name": "y", "ends": ["b", "b"], "carries": ["power"], "at": ["p3", "p4"]},
    ]
    world = bench(loop, twins)
    assert world.facts(world.start())["d1.on"] is False


@pytest.mark.parametrize(
    ("one", "two", "note"), [("p3", "p8", "shape"), ("p1", "p7", "taken"), ("p3", "p7", "plugged")]
)
def test_a_plug_that_does_not_go_in_says_why(one: str, two: str, note: str) -> None:
    assert ROOM.screen(ROOM.read(kept(*plug("c2", one, two)))).note == note


@pytest.mark.parametrize("at", [["p1", "p8"], ["p9", ""], ["", "p99"]])
def test_a_cable_that_does_not_fit_is_a_mistake_of_its_author(at: list[str]) -> None:
    cable = {"id": "c9", "name": "x", "ends": ["prise", "hdmi"], "carries": ["power"], "at": at}
    assert [fault.code for fault in bench([CABLES[0], cable]).faults()] == ["K061"]


def test_ids_serve_once() -> None:
    assert list(ROOM.faults()) == []
    assert [fault.code for fault in bench([CABLES[0], CABLES[0] | {"at": ["", ""]}]).faults()] == ["K001"]


NAMES = st.sampled_from(["cable", "do", "end1", "end2", "switch", "press", "autre"])
VALUES = st.one_of(
    st.sampled_from(["plug", "unplug", "wait", "b1", "b2", *(f"{a}{n}" for a in "pcd" for n in range(1, 11))]),
    st.text(max_size=20),
)


@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=4), max_size=20))
def test_whatever_is_sent_a_port_holds_one_cable(actions: Actions) -> None:
    state = ROOM.opened()
    for action in actions:
        state = ROOM.acted(state, action)
        assert len(state) <= LONGEST_STATE
        seen = [one for pair in ROOM.ends(ROOM.read(state)).values() for one in pair if one]
        assert len(seen) == len(set(seen))
        assert ROOM.facts(ROOM.read(state)).keys() == after().keys()
        ROOM.screen(ROOM.read(state))


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"cable": 3}', "null", "x" * 40_000])
def test_what_is_no_state_is_the_start(kept: str) -> None:
    assert ROOM.read(kept) == ROOM.start()
