"""A robot on a grid: write its program, run it step by step on every map.

Facts, whatever was run on the screen, for the program as it is: `instructions` (how many, without « Sinon » and the
names of procedures), `changed` (lines added, removed or changed since the start), `loop`, `condition`, `procedure`
(used), `all` (it succeeds on every map), `ran` (it was run, on the screen), and for each map, by its id: `m1.success`,
`m1.end` (`done`, `wall`, `water`, `nothing`, `empty`, `endless`), `m1.at` (`C2`), `m1.facing` (`up`, `right`, `down`,
`left`), `m1.steps`, `m1.moves`, `m1.taken`, `m1.carried`, `m1.painted` and `m1.items` (squares where some still lie).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec.structs import replace

from app.content.environments import robot_program as programs
from app.content.environments.robot_program import SIMPLE, Line, Program, Sensor
from app.content.environments.robot_run import Run, run
from app.content.environments.robot_screen import RobotScreen, screen_of
from app.content.environments.robot_terrain import FACINGS, ITEM, Terrain, named
from app.content.environments.world import Action, Fact, State, World
from app.content.parts import Fault, Part
from app.content.parts import Line as Text
from app.lib.msgids import N_

Block = Literal["forward", "left", "right", "take", "drop", "paint", "repeat", "until", "if", "if_else", "call"]


class RobotWords(Part, kw_only=True, frozen=True):
    """What things are called, in the singular."""

    item: Text = N_("objet")
    mark: Text = N_("case à peindre")
    painted: Text = N_("peinte")
    paint: Text = N_("Peindre la case")
    deposit: Text = N_("dépôt")
    goal: Text = N_("étoile")


class RobotState(State, frozen=True, kw_only=True, omit_defaults=True):
    program: str | None = None
    """As written; None for the one of the start."""
    line: int = -1
    """The chosen line; -1 for the very beginning."""
    map: int = 0
    moment: int = 0
    """The step looked at."""
    ran: bool = False
    running: bool = False
    """One is looking at a run; false while writing."""


class Robot(World, kw_only=True, frozen=True, tag="robot"):
    """A robot, its maps and the blocks its program may be made of."""

    maps: Annotated[tuple[Terrain, ...], msgspec.Meta(min_length=1, max_length=8)]
    blocks: tuple[Block, ...] = ()
    """What may be added; none when the lines there are enough."""
    sensors: tuple[Sensor, ...] = ()
    procedures: Annotated[tuple[Text, ...], msgspec.Meta(max_length=3)] = ()
    """Names: each has its own lines at the end of the program (`define 1`)."""
    program: Annotated[str, msgspec.Meta(max_length=2000)] = ""
    words: RobotWords = RobotWords()
    most: Annotated[int, msgspec.Meta(ge=1, le=40)] | None = None
    """Shown beside the number of instructions; a goal checks it (`instructions`, `at_most`)."""

    STATE: ClassVar[type[State]] = RobotState

    def start(self) -> RobotState:
        return RobotState()

    def act(self, state: RobotState, action: Action) -> RobotState:
        program, typed = self.lines(state), self._typed(state, action)
        if (chosen := _number(action.get("line", ""), -1, len(program) - 1)) is not None:
            return replace(typed, line=chosen, running=False)
        if (seen := _number(action.get("map", ""), 0, len(self.shown) - 1)) is not None:
            return replace(typed, map=seen, moment=0, running=True)
        if "add" in action:
            return self._add(typed, action["add"], action.get("place", ""))
        match action.get("do"):
            case "remove" | "up" | "down" as gesture:
                return self._edit(typed, gesture)
            case "run" | "first" | "next" | "back" | "last" as gesture:
                return self._look(typed, gesture)
        return typed

    def facts(self, state: RobotState) -> Mapping[str, Fact]:
        program = self.lines(state)
        used, runs = {one.op for one in program}, [run(program, one) for one in self.maps]
        facts: dict[str, Fact] = {
            "instructions": programs.instructions(program),
            "changed": programs.distance(self._first(), program),
            "loop": bool(used & {"repeat", "until"}),
            "condition": "if" in used,
            "procedure": "call" in used,
            "all": all(done.succeeds(one) for one, done in zip(self.maps, runs, strict=True)),
            "ran": state.ran,
        }
        for terrain, done in zip(self.maps, runs, strict=True):
            facts |= {f"{terrain.id}.{name}": value for name, value in _facts(terrain, done).items()}
        return facts

    def screen(self, state: RobotState) -> RobotScreen:
        program, terrain = self.lines(state), self.shown[self._map(state)]
        done = run(program, terrain)
        moment = min(max(state.moment, 0), len(done.moments) - 1)
        looking = (min(max(state.line, -1), len(program) - 1), self._map(state), moment, state.running, state.ran)
        return screen_of(program, terrain, done, self._offered(), looking)

    def faults(self) -> Iterator[Fault]:
        seen: set[str] = set()
        for position, one in enumerate(self.maps):
            if problem := one.fault():
                yield Fault(("maps", position, "rows"), "K061", problem, "redessinez la carte")
            if one.id in seen:
                yield Fault(
                    ("maps", position, "id"), "K001", f"l’identifiant « {one.id} » sert deux fois", "changez-le"
                )
            seen.add(one.id)
        if all(one.hidden for one in self.maps):
            yield Fault(("maps",), "K061", "toutes les cartes sont cachées", "montrez-en une")
        program = programs.parsed(self.program)
        if program is None:
            yield Fault(("program",), "K061", "ce programme ne se lit pas", "une instruction par ligne, deux espaces…")
        elif any(one.op in ("call", "define") and one.number > len(self.procedures) for one in program):
            yield Fault(("program",), "K061", "cette procédure n’existe pas", "donnez-lui un nom dans `procedures`")
        if {"until", "if", "if_else"} & set(self.blocks) and not self.sensors:
            yield Fault(("sensors",), "K061", "aucun capteur", "donnez `sensors`")
        if "call" in self.blocks and not self.procedures:
            yield Fault(("procedures",), "K061", "aucune procédure", "donnez `procedures`")

    @property
    def shown(self) -> list[Terrain]:
        """The maps that are not hidden; the first of all, were they all."""
        return [one for one in self.maps if not one.hidden] or list(self.maps[:1])

    def lines(self, state: RobotState) -> Program:
        found = None if state.program is None else programs.parsed(state.program)
        return self._first() if found is None else found

    def _first(self) -> Program:
        program = programs.parsed(self.program) or ()
        defined = {one.number for one in program if one.op == "define"}
        missing = [one for one in range(1, len(self.procedures) + 1) if one not in defined]
        return (*program, *(Line("define", number=one) for one in missing))

    def _map(self, state: RobotState) -> int:
        return min(max(state.map, 0), len(self.shown) - 1)

    def _offered(self) -> list[tuple[str, int]]:
        """The blocks, and for each procedure its call."""
        calls = [("call", one) for one in range(1, len(self.procedures) + 1)]
        return [pair for one in self.blocks for pair in (calls if one == "call" else [(one, 0)])]

    def _written(self, state: RobotState, program: Program, line: int) -> RobotState:
        """With another program: what was run is no longer what is written."""
        if program == self.lines(state):
            return replace(state, running=False, line=line) if line != state.line else state
        text = None if program == self._first() else programs.written(program)
        return replace(state, program=text, line=line, moment=0, running=False, ran=False)

    def _typed(self, state: RobotState, action: Action) -> RobotState:
        """With what is chosen for the line: a number, a sensor, another instruction. Sent with every button."""
        program, at = self.lines(state), state.line
        if not 0 <= at < len(program):
            return state
        line = program[at]
        if line.op == "repeat" and (times := _number(action.get("n", ""), 1, programs.MOST_TIMES)):
            line = Line("repeat", number=times)
        elif line.op in programs.SENSING and action.get("when") in self.sensors:
            line = Line(line.op, sensor=action["when"])
        elif line.op in SIMPLE and action.get("op") in self.blocks and action["op"] in SIMPLE:
            line = Line(action["op"])
        else:
            return state
        return self._written(state, programs.changed(program, at, line), at)

    def _add(self, state: RobotState, block: str, place: str) -> RobotState:
        op, _, number = block.partition(" ")
        if (op, _number(number, 1, 3) or 0) not in self._offered():
            return state
        first = self.sensors[0] if self.sensors else ""
        added = {
            "repeat": [Line("repeat", number=2)],
            "until": [Line("until", sensor=first)],
            "if": [Line("if", sensor=first)],
            "if_else": [Line("if", sensor=first), Line("else")],
            "call": [Line("call", number=_number(number, 1, 3) or 1)],
        }.get(op) or [Line(op)]
        program = self.lines(state)
        at = min(max(state.line, -1), len(program) - 1)
        inside = place != "after" or (at >= 0 and program[at].op == "define")
        return self._written(state, *programs.inserted(program, at, added, inside))

    def _edit(self, state: RobotState, gesture: str) -> RobotState:
        program, at = self.lines(state), state.line
        if not 0 <= at < len(program):
            return state
        if gesture == "remove":
            after = programs.removed(program, at)
            return self._written(state, after, at - 1) if after != program else state
        return self._written(state, *(programs.raised if gesture == "up" else programs.lowered)(program, at))

    def _look(self, state: RobotState, gesture: str) -> RobotState:
        last = len(run(self.lines(state), self.shown[self._map(state)]).moments) - 1
        now = min(max(state.moment, 0), last)
        goes = {"run": last, "first": 0, "next": min(now + 1, last), "back": max(now - 1, 0), "last": last}
        return replace(state, moment=goes[gesture], running=True, ran=True)


def _facts(terrain: Terrain, done: Run) -> dict[str, Fact]:
    last = done.last
    return {
        "success": done.succeeds(terrain),
        "end": done.ended,
        "at": named(last.robot.place),
        "facing": FACINGS[last.robot.facing],
        "steps": done.steps,
        "moves": done.moves,
        "taken": len(set(terrain.places(ITEM)) - last.items),
        "carried": last.carried,
        "painted": tuple(named(one) for one in sorted(last.painted)),
        "items": tuple(named(one) for one in sorted(last.items)),
    }


def _number(text: str, least: int, most: int) -> int | None:
    if not (text.removeprefix("-").isdecimal() and text.isascii() and len(text) < 4):
        return None
    return int(text) if least <= int(text) <= most else None
