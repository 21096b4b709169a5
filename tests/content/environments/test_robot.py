"""A robot: editing its program, running it, what its facts say on every map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.environments.robot import Robot
from app.content.environments.robot_program import OPS, SENSORS, parsed, written
from app.content.environments.world import LONGEST_STATE

BLOCKS = ["forward", "left", "right", "take", "drop", "paint", "repeat", "until", "if", "if_else", "call"]
ROOM = {"id": "m1", "name": "Salle", "rows": [". . # .", "> . o *"]}

Actions = list[dict[str, str]]


def robot(program: str = "", *maps: dict[str, Any], **more: Any) -> Robot:
    given = {"is": "robot", "title": "Robot", "maps": maps or [ROOM], "program": program}
    given |= {"blocks": BLOCKS, "sensors": ["wall_ahead", "item"], "procedures": ["Virage"]}
    return msgspec.convert({**given, **more}, Robot)


def after(world: Robot, *actions: Mapping[str, str]) -> Mapping[str, object]:
    state = world.opened()
    for action in actions:
        state = world.acted(state, action)
    return world.facts(world.read(state))


def program(world: Robot, *actions: Mapping[str, str]) -> list[str]:
    state = world.opened()
    for action in actions:
        state = world.acted(state, action)
    return written(world.lines(world.read(state))).splitlines()[:-1]  # the last line names the procedure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {"at": "A1", "facing": "right", "steps": 0, "end": "done", "success": False}),
        ("forward", {"at": "B1", "steps": 1, "moves": 1}),
        ("left\nforward", {"at": "A2", "facing": "up", "steps": 2, "moves": 1}),
        ("right\nforward", {"at": "A1", "end": "wall", "moves": 0}),
        ("forward\nleft\nforward\nright\nforward", {"at": "B2", "end": "wall"}),
        ("take", {"end": "nothing"}),
        ("drop", {"end": "empty"}),
        ("repeat 2\n  forward\ntake", {"taken": 1, "carried": 1, "items": ()}),
        ("repeat 2\n  forward\ntake\nforward", {"success": True, "at": "D1"}),
        ("repeat 2\n  forward\ntake\nforward\ndrop", {"success": False, "items": ("D1",), "carried": 0}),
        ("repeat 3\n  forward", {"at": "D1", "success": False}),
        ("until wall_ahead\n  forward", {"at": "D1", "steps": 3}),
        ("until wall_ahead\n  if item\n    take\n  forward", {"success": True}),
        ("until wall_ahead\n  if item\n    take\n  else\n    paint\n  forward", {"painted": ("A1", "B1")}),
        ("until item\n  left", {"end": "endless"}),
        ("until item\n", {"end": "endless"}),
        ("call 1\ndefine 1\n  call 1", {"end": "endless"}),
        ("call 1\nforward\ndefine 1\n  left\n  forward\n  right", {"at": "B2", "steps": 4}),
    ],
)
def test_running(text: str, expected: dict[str, object]) -> None:
    facts = after(robot(text))
    assert {name: facts[f"m1.{name}"] for name in expected} == expected


@pytest.mark.parametrize(
    ("rows", "text", "success"),
    [
        (["> m ."], "forward\npaint", True),
        (["> m ."], "forward\npaint\nforward\npaint", False),
        (["> m ."], "", False),
        (["> o !"], "forward\ntake\nforward\ndrop", True),
        (["> o !"], "forward\ntake\nforward", False),
        (["> ~ *"], "forward\nforward", False),
        (["> . *"], "forward\nforward\nforward", False),
    ],
)
def test_succeeding(rows: list[str], text: str, success: bool) -> None:
    assert after(robot(text, {"id": "m1", "name": "Salle", "rows": rows}))["m1.success"] is success


FIRST = "forward\nrepeat 2\n  left\nright"
IF_ELSE = "if item\n  take\nelse\n  left\nforward"


@pytest.mark.parametrize(
    ("text", "actions", "expected"),
    [
        ("", [{"add": "forward"}, {"add": "left"}], ["forward", "left"]),
        ("", [{"add": "repeat"}, {"n": "4", "add": "forward"}], ["repeat 4", "  forward"]),
        ("", [{"add": "repeat"}, {"add": "forward", "place": "after"}], ["repeat 2", "forward"]),
        ("", [{"add": "if_else"}, {"add": "take"}], ["if wall_ahead", "  take", "else"]),
        ("", [{"add": "if"}, {"do": "change", "when": "item"}], ["if item"]),
        ("", [{"add": "if"}, {"do": "change", "when": "goal"}], ["if wall_ahead"]),
        ("", [{"add": "call 1"}], ["call 1"]),
        ("", [{"add": "call 2"}], []),
        ("", [{"add": "jump"}], []),
        (FIRST, [{"line": "-1"}, {"add": "take"}], ["take", *FIRST.splitlines()]),
        (FIRST, [{"line": "1"}, {"add": "take"}], ["forward", "repeat 2", "  take", "  left", "right"]),
        (FIRST, [{"line": "1"}, {"add": "take", "place": "after"}], ["forward", "repeat 2", "  left", "take", "right"]),
        (FIRST, [{"line": "1"}, {"do": "remove"}], ["forward", "right"]),
        (FIRST, [{"line": "0"}, {"do": "change", "op": "paint"}], ["paint", "repeat 2", "  left", "right"]),
        (FIRST, [{"line": "0"}, {"do": "change", "op": "repeat"}], FIRST.splitlines()),
        (FIRST, [{"line": "1"}, {"do": "change", "n": "0"}], FIRST.splitlines()),
        (FIRST, [{"line": "9"}, {"do": "remove"}], FIRST.splitlines()),
        (FIRST, [{"line": "0"}, {"do": "up"}], FIRST.splitlines()),
        (FIRST, [{"line": "0"}, {"do": "down"}], ["repeat 2", "  forward", "  left", "right"]),
        (FIRST, [{"line": "0"}, *[{"do": "down"}] * 3], ["repeat 2", "  left", "forward", "right"]),
        (FIRST, [{"line": "3"}, {"do": "up"}], ["forward", "repeat 2", "  left", "  right"]),
        (FIRST, [{"line": "3"}, *[{"do": "up"}] * 3], ["forward", "right", "repeat 2", "  left"]),
        (FIRST, [{"line": "1"}, {"do": "up"}], ["repeat 2", "  left", "forward", "right"]),
        (FIRST, [{"line": "1"}, {"do": "down"}], ["forward", "right", "repeat 2", "  left"]),
        (IF_ELSE, [{"line": "1"}, {"do": "down"}], ["if item", "else", "  take", "  left", "forward"]),
        (IF_ELSE, [{"line": "3"}, {"do": "up"}], ["if item", "  take", "  left", "else", "forward"]),
        (IF_ELSE, [{"line": "3"}, {"do": "down"}], ["if item", "  take", "else", "left", "forward"]),
        (IF_ELSE, [{"line": "4"}, {"do": "up"}], ["if item", "  take", "else", "  left", "  forward"]),
        (IF_ELSE, [{"line": "0"}, {"do": "down"}], ["forward", "if item", "  take", "else", "  left"]),
        (IF_ELSE, [{"line": "0"}, {"do": "remove"}], ["forward"]),
        (IF_ELSE, [{"line": "2"}, {"do": "remove"}], ["if item", "  take", "forward"]),
        (IF_ELSE, [{"line": "2"}, {"do": "up"}], IF_ELSE.splitlines()),
        (IF_ELSE, [{"line": "5"}, {"do": "remove"}], IF_ELSE.splitlines()),
    ],
)
def test_writing(text: str, actions: Actions, expected: list[str]) -> None:
    assert program(robot(text), *actions) == expected


def test_lines_go_into_a_procedure_and_come_out_of_it() -> None:
    world = robot("forward")
    state = world.acted(world.acted(world.opened(), {"line": "0"}), {"do": "down"})
    assert written(world.lines(world.read(state))) == "define 1\n  forward"
    assert world.acted(state, {"do": "down"}) == state
    state = world.acted(state, {"do": "up"})
    assert written(world.lines(world.read(state))) == "forward\ndefine 1"


def test_what_is_counted() -> None:
    facts = after(robot(IF_ELSE), {"line": "4"}, {"do": "change", "op": "right"}, {"add": "repeat"})
    assert (facts["instructions"], facts["changed"]) == (5, 2)
    assert (facts["loop"], facts["condition"], facts["procedure"]) == (True, True, False)


HIDDEN = {"id": "m2", "name": "Cave", "rows": ["> . . *"], "hidden": True}


def test_a_hidden_map_is_tried_and_never_shown() -> None:
    shown = {"id": "m1", "name": "Salle", "rows": ["> *"]}
    assert after(robot("forward", shown, HIDDEN))["all"] is False
    world = robot("until wall_ahead\n  forward", shown, HIDDEN)
    assert after(world)["all"] is True
    assert [one.id for one in world.shown] == ["m1"]
    assert world.acted(world.opened(), {"map": "1"}) == world.opened()


def test_looking_step_by_step() -> None:
    world = robot("forward\nforward")
    state, seen = world.opened(), []
    for gesture in ("next", "next", "next", "back", "first", "run"):
        state = world.acted(state, {"do": gesture})
        screen = world.screen(world.read(state))
        seen.append((screen.moment, screen.at, bool(screen.ended)))
    assert seen == [
        (1, "B1", False),
        (2, "C1", True),
        (2, "C1", True),
        (1, "B1", False),
        (0, "A1", False),
        (2, "C1", True),
    ]
    assert after(world, {"do": "run"})["ran"] is True
    assert after(world, {"do": "run"}, {"add": "left"})["ran"] is False


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ({"maps": [{"id": "m1", "name": "Salle", "rows": ["> ."], "hidden": True}]}, "maps"),
        ({"maps": [{"id": "m1", "name": "Salle", "rows": [". ."]}]}, "maps"),
        ({"maps": [{"id": "m1", "name": "Salle", "rows": ["> .", "."]}]}, "maps"),
        ({"maps": [{"id": "m1", "name": "Salle", "rows": ["> x"]}]}, "maps"),
        ({"maps": [ROOM, ROOM]}, "maps"),
        ({"program": "advance"}, "program"),
        ({"program": "forward\n  left"}, "program"),
        ({"program": "else\n  left"}, "program"),
        ({"program": "call 3"}, "program"),
        ({"sensors": []}, "sensors"),
        ({"procedures": []}, "procedures"),
    ],
)
def test_mistakes_of_authors(change: dict[str, Any], at: str) -> None:
    assert at in {fault.at[0] for fault in robot(**change).faults()}


def test_a_good_world_has_no_fault() -> None:
    assert list(robot(IF_ELSE).faults()) == []


NAMES = st.sampled_from(["add", "line", "do", "n", "when", "op", "place", "map", "autre"])
VALUES = st.one_of(
    st.sampled_from([*BLOCKS[:-1], "call 1", "up", "down", "remove", "run", "next", "back", "after", "inside"]),
    st.sampled_from([*SENSORS, *OPS]),
    st.integers(-2, 12).map(str),
    st.text(max_size=20),
)


@given(st.lists(st.dictionaries(NAMES, VALUES, max_size=3), max_size=25))
def test_whatever_is_sent_the_program_stays_whole(actions: Actions) -> None:
    world = robot(IF_ELSE)
    state = world.opened()
    for action in actions:
        state = world.acted(state, action)
        assert len(state) <= LONGEST_STATE
        lines = world.lines(world.read(state))
        assert parsed(written(lines)) == lines
        assert [one.op for one in lines].count("define") == 1
        assert world.facts(world.read(state)).keys() == after(world).keys()
        world.screen(world.read(state))


EDITS = st.tuples(st.integers(0, 9).map(str), st.sampled_from(["up", "down"]))


@given(st.lists(EDITS, max_size=20))
def test_moving_lines_loses_none(edits: list[tuple[str, str]]) -> None:
    world = robot("forward\nif item\n  take\n  repeat 3\n    left\nelse\n  right\npaint\ncall 1\ndefine 1")
    state = world.opened()
    for line, gesture in edits:
        state = world.acted(world.acted(state, {"line": line}), {"do": gesture})
    lines = world.lines(world.read(state))
    assert sorted(one.op for one in lines) == sorted(one.op for one in world.lines(world.start()))


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"line": "x"}', "null", "x" * 40_000])
def test_what_is_no_state_is_the_start(kept: str) -> None:
    assert robot().read(kept) == robot().start()


def test_a_state_beyond_the_program_is_shown_all_the_same() -> None:
    state = robot().read('{"program":"forward\\n   left","line":99,"map":7,"moment":900}')
    assert robot().screen(state).lines
