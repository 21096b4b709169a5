"""What the component of the robot shows: the lines of the program, the map at a moment of the run. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.content.environments.robot_program import SIMPLE, Line, Program, instructions, parent
from app.content.environments.robot_run import Moment, Run
from app.content.environments.robot_terrain import FACINGS, SQUARES, Terrain, named

SHOWN_STEPS = 6
"""How many steps of the trace are in sight, the last of them being the one looked at."""


@dataclass(frozen=True)
class ProgramLine:
    number: int
    line: Line
    inside: int | None
    """Number of the line that holds it."""


@dataclass(frozen=True)
class Square:
    kinds: tuple[str, ...]
    """What is there: `wall`, `goal`, `item`, `painted`…, in words of the component."""
    facing: str
    """Where the robot faces, when it is there."""


@dataclass(frozen=True)
class TraceLine:
    number: int
    line: ProgramLine
    at: str
    answer: bool | None


@dataclass(frozen=True)
class RobotScreen:
    split: bool
    lines: list[ProgramLine]
    chosen: ProgramLine | None
    blocks: list[tuple[str, int]]
    simple: list[str]
    """Instructions that may take the place of a simple one."""
    count: int
    map: int
    columns: str
    rows: list[tuple[int, list[Square]]]
    """From the top, with their numbers."""
    kinds: list[str]
    """What the map holds, for its legend."""
    at: str
    facing: str
    carried: int
    taken: int
    moment: int
    last: int
    trace: list[TraceLine]
    ended: str
    """Why it stopped, once its last step is in sight."""
    ended_at: int
    succeeds: bool
    running: bool
    ran: bool


def screen_of(
    program: Program,
    terrain: Terrain,
    done: Run,
    blocks: list[tuple[str, int]],
    looking: tuple[int, int, int, bool, bool],
) -> RobotScreen:
    """`looking`: the chosen line, the map, the moment, whether one is looking at a run and whether it was run."""
    line, shown, at, running, ran = looking
    moment = done.moments[at]
    lines = _lines(program)
    over = ran and at == len(done.moments) - 1
    return RobotScreen(
        split=False,
        lines=lines,
        chosen=lines[line] if line >= 0 else None,
        blocks=blocks,
        simple=[one for one, _ in blocks if one in SIMPLE],
        count=instructions(program),
        map=shown,
        columns="ABCDEFGHIJKL"[: terrain.width],
        rows=_rows(terrain, moment),
        kinds=[name for mark, name in SQUARES.items() if any(terrain.places(mark))],
        at=named(moment.robot.place),
        facing=FACINGS[moment.robot.facing],
        carried=moment.carried,
        taken=len(done.moments[0].items - moment.items),
        moment=at,
        last=len(done.moments) - 1,
        trace=_trace(lines, done, at) if ran else [],
        ended=done.ended if over else "",
        ended_at=done.last.line + 1,
        succeeds=over and done.succeeds(terrain),
        running=running,
        ran=ran,
    )


def _lines(program: Program) -> list[ProgramLine]:
    shown = []
    for at, line in enumerate(program):
        holder = parent(program, at)
        shown.append(ProgramLine(at + 1, line, None if holder is None else holder + 1))
    return shown


def _rows(terrain: Terrain, moment: Moment) -> list[tuple[int, list[Square]]]:
    rows = [
        (row + 1, [_square(terrain, moment, (column, row)) for column in range(len(terrain.lines[row]))])
        for row in range(len(terrain.rows))
    ]
    return rows[::-1]


def _square(terrain: Terrain, moment: Moment, place: tuple[int, int]) -> Square:
    ground = SQUARES.get(terrain.at(place), "")
    kinds = [ground] if ground not in ("", "item") else []
    kinds += ["painted"] if place in moment.painted else []
    kinds += ["item"] if place in moment.items else []
    return Square(tuple(kinds), FACINGS[moment.robot.facing] if moment.robot.place == place else "")


def _trace(lines: Sequence[ProgramLine], done: Run, at: int) -> list[TraceLine]:
    first = max(1, at - SHOWN_STEPS + 1)
    return [
        TraceLine(number, lines[one.line], named(one.robot.place), one.answer)
        for number, one in enumerate(done.moments[first : at + 1], first)
    ]
