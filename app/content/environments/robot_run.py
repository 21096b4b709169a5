"""A program run on a map, one step after another, until its end, an accident, or too long. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.content.environments.robot_program import Line, end, whole_end
from app.content.environments.robot_terrain import DEPOSIT, GOAL, ITEM, MARK, WALL, WATER, Place, Robot, Terrain

MOST_STEPS = 400
MOST_TURNS = 3_000
DEEPEST_CALLS = 40
TURNS = {"left": -1, "right": 1}
SIDES = {"ahead": 0, "left": -1, "right": 1}


@dataclass(frozen=True)
class Moment:
    """How things are after a step."""

    line: int
    """Position of the instruction; -1 before the first."""
    robot: Robot
    items: frozenset[Place]
    painted: frozenset[Place]
    carried: int
    answer: bool | None = None
    """What the sensor answered; None for an action."""


@dataclass(frozen=True)
class Run:
    moments: list[Moment]
    ended: str
    """`done`, or why it stopped: `wall`, `water`, `nothing` (to take), `empty` (hands), `endless`."""
    moves: int

    @property
    def last(self) -> Moment:
        return self.moments[-1]

    @property
    def steps(self) -> int:
        """Actions done, without the questions to sensors."""
        return sum(one.answer is None for one in self.moments) - 1

    def succeeds(self, terrain: Terrain) -> bool:
        """Ended by itself, on the goal if there is one; all taken or delivered, all marks painted and nothing else."""
        deposits, marks = set(terrain.places(DEPOSIT)), set(terrain.places(MARK))
        goals, last = set(terrain.places(GOAL)), self.last
        delivered = last.items == deposits if deposits else not last.items
        return self.ended == "done" and delivered and last.painted == marks and (not goals or last.robot.place in goals)


def run(program: Sequence[Line], terrain: Terrain) -> Run:
    """Procedures (`define`) run only when they are called."""
    machine = _Machine(program, terrain)
    try:
        machine.block(0, len(program), 0)
    except _Stopped as stopped:
        return Run(machine.moments, str(stopped), machine.moves)
    return Run(machine.moments, "done", machine.moves)


class _Stopped(Exception):
    """Why it stopped."""


@dataclass
class _Machine:
    program: Sequence[Line]
    terrain: Terrain
    moments: list[Moment] = field(default_factory=list)
    turns: int = 0
    moves: int = 0

    def __post_init__(self) -> None:
        items = frozenset(self.terrain.places(ITEM))
        self.moments.append(Moment(-1, self.terrain.start, items, frozenset(), 0))

    def block(self, first: int, stop: int, calls: int) -> None:
        at = first
        while at < stop:
            if self.program[at].op != "define":
                self._do(at, calls)
            at = whole_end(self.program, at)

    def _do(self, at: int, calls: int) -> None:
        self.turns += 1
        if self.turns > MOST_TURNS or len(self.moments) > MOST_STEPS or calls > DEEPEST_CALLS:
            raise _Stopped("endless")
        line, inside = self.program[at], (at + 1, end(self.program, at))
        match line.op:
            case "repeat":
                for _ in range(line.number):
                    self._again()
                    self.block(*inside, calls)
            case "until":
                while not self._asked(at):
                    self._again()
                    self.block(*inside, calls)
            case "if":
                if self._asked(at):
                    self.block(*inside, calls)
                elif whole_end(self.program, at) > inside[1]:
                    self.block(inside[1] + 1, whole_end(self.program, at), calls)
            case "call":
                self._call(line.number, calls)
            case _:
                self._act(at, line.op)

    def _again(self) -> None:
        self.turns += 1
        if self.turns > MOST_TURNS:
            raise _Stopped("endless")

    def _call(self, number: int, calls: int) -> None:
        for at, line in enumerate(self.program):
            if line.op == "define" and line.number == number:
                self.block(at + 1, end(self.program, at), calls + 1)
                return

    def _asked(self, at: int) -> bool:
        answer = self._senses(self.program[at].sensor)
        last = self.moments[-1]
        if len(self.moments) > MOST_STEPS:
            raise _Stopped("endless")
        self.moments.append(Moment(at, last.robot, last.items, last.painted, last.carried, answer))
        return answer

    def _senses(self, sensor: str) -> bool:
        last, (what, _, side) = self.moments[-1], sensor.partition("_")
        if side:
            found = self.terrain.at(last.robot.ahead(SIDES[side]))
            return {"wall": found == WALL, "free": found != WALL, "water": found == WATER}[what]
        here = last.robot.place
        if sensor == "item":
            return here in last.items
        if sensor == "painted":
            return here in last.painted
        return self.terrain.at(here) == {"mark": MARK, "goal": GOAL, "deposit": DEPOSIT}[sensor]

    def _act(self, at: int, op: str) -> None:
        last = self.moments[-1]
        robot, items, painted, carried, ended = last.robot, last.items, last.painted, last.carried, ""
        if op in TURNS:
            robot = robot.turned(TURNS[op])
        elif op == "forward":
            found = self.terrain.at(robot.ahead())
            ended = {WALL: "wall", WATER: "water"}.get(found, "")
            robot = robot if ended == "wall" else Robot(robot.ahead(), robot.facing)
            self.moves += ended != "wall"
        elif op == "paint":
            painted |= {robot.place}
        elif op == "take":
            ended = "" if robot.place in items else "nothing"
            items, carried = items - {robot.place}, carried + (not ended)
        elif op == "drop":
            ended = "" if carried and robot.place not in items else "empty"
            items, carried = (items, carried) if ended else (items | {robot.place}, carried - 1)
        self.moments.append(Moment(at, robot, items, painted, carried))
        if ended:
            raise _Stopped(ended)
