"""A program for the robot: lines of instructions, some of which hold others. Pure.

Written as text, one instruction a line, two spaces before what is inside another:

    repeat 3
      forward
      if wall_ahead
        left
      else
        take
    define 1
      right

A line that holds others is moved, copied and removed with them; `else` belongs to its `if`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

Op = Literal["forward", "left", "right", "take", "drop", "paint", "repeat", "until", "if", "else", "call", "define"]
Sensor = Literal[
    "wall_ahead", "free_ahead", "wall_left", "free_left", "wall_right", "free_right", "water_ahead", "item", "mark",
    "goal", "deposit", "painted",
]  # fmt: skip
SIMPLE = ("forward", "left", "right", "take", "drop", "paint")
HOLDING = ("repeat", "until", "if", "else", "define")
COUNTING = ("repeat", "call", "define")
SENSING = ("until", "if")
OPS = get_args(Op)
SENSORS = get_args(Sensor)
MOST_LINES = 40
MOST_TIMES = 30
DEEPEST = 5


@dataclass(frozen=True)
class Line:
    op: str
    depth: int = 0
    number: int = 0
    """How many times (`repeat`), or which procedure (`call`, `define`)."""
    sensor: str = ""

    @property
    def holds(self) -> bool:
        return self.op in HOLDING


Program = tuple[Line, ...]


def parsed(text: str) -> Program | None:
    """The program written; None when a line cannot be read or is not inside what is above."""
    program: list[Line] = []
    for written in text.splitlines():
        if not written.strip():
            continue
        line = _line(written)
        deepest = program[-1].depth + program[-1].holds if program else 0
        if line is None or line.depth > min(deepest, DEEPEST) or len(program) >= MOST_LINES:
            return None
        if line.op == "else" and _if_above(program, line.depth) is None:
            return None
        program.append(line)
    return tuple(program)


def written(program: Sequence[Line]) -> str:
    return "\n".join("  " * one.depth + " ".join(_words(one)) for one in program)


def end(program: Sequence[Line], at: int) -> int:
    """The position after a line and all that it holds, its `else` left out."""
    stop = at + 1
    while stop < len(program) and program[stop].depth > program[at].depth:
        stop += 1
    return stop


def whole_end(program: Sequence[Line], at: int) -> int:
    """The position after a line and all that goes with it, the `else` of an `if` too."""
    stop = end(program, at)
    if program[at].op == "if" and stop < len(program) and _is_else_of(program, stop, at):
        stop = end(program, stop)
    return stop


def parent(program: Sequence[Line], at: int) -> int | None:
    """The line that holds this one."""
    return next((one for one in range(at - 1, -1, -1) if program[one].depth < program[at].depth), None)


def inserted(program: Program, at: int, lines: Sequence[Line], inside: bool) -> tuple[Program, int]:
    """With lines after the one at `at` (-1: first of all), or first inside it; and where the first of them is."""
    if at < 0:
        where, depth = 0, 0
    elif inside and program[at].holds:
        where, depth = at + 1, program[at].depth + 1
    else:
        where, depth = whole_end(program, at), program[at].depth
    added = tuple(replace(one, depth=depth + one.depth) for one in lines)
    after = (*program[:where], *added, *program[where:])
    if len(after) > MOST_LINES or any(one.depth > DEEPEST for one in added):
        return program, at
    return after, where


def removed(program: Program, at: int) -> Program:
    """Without a line and what it holds."""
    return program if program[at].op == "define" else (*program[:at], *program[whole_end(program, at) :])


def changed(program: Program, at: int, line: Line) -> Program:
    return (*program[:at], replace(line, depth=program[at].depth), *program[at + 1 :])


def raised(program: Program, at: int) -> tuple[Program, int]:
    """With a line one place up: past the line before, out of what holds it, or into what is just above."""
    if program[at].op in ("else", "define") or at == 0:
        return program, at
    above, depth = at - 1, program[at].depth
    if program[above].depth < depth:  # first inside: goes out, or to the end of what its holder follows
        follows = program[above].op == "else" or any(one.op == "define" for one in program[:above])
        stays = follows and program[above].op in ("else", "define")
        to, deeper = (above, 0) if stays else (above, -1)
    else:
        while program[above].depth > depth:
            above -= 1
        to, deeper = (at, 1) if program[above].holds else (above, 0)
    return _moved(program, at, to, deeper)


def lowered(program: Program, at: int) -> tuple[Program, int]:
    """With a line one place down: the reverse of `raised`."""
    if program[at].op in ("else", "define"):
        return program, at
    stop, depth = whole_end(program, at), program[at].depth
    if stop == len(program) or program[stop].depth < depth:
        return _out_below(program, at, stop)
    if program[stop].holds:
        return _moved(program, at, stop + 1, 1)
    return _moved(program, at, whole_end(program, stop), 0)


def instructions(program: Sequence[Line]) -> int:
    """How many: neither `else` nor the name of a procedure is one."""
    return sum(one.op not in ("else", "define") for one in program)


def distance(program: Sequence[Line], other: Sequence[Line]) -> int:
    """How few lines to add, remove or change to go from one to the other."""
    row = list(range(len(other) + 1))
    for rank, one in enumerate(program, 1):
        before, row[0] = row[0], rank
        for place, two in enumerate(other, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (one != two))
    return row[-1]


def _out_below(program: Program, at: int, stop: int) -> tuple[Program, int]:
    """Out of what holds a line that is last inside: into the `else` that follows, or after."""
    holder = parent(program, at)
    if holder is None or (program[holder].op == "define" and stop == len(program)):
        return program, at
    next_procedure = program[holder].op == "define"
    if stop < len(program) and (next_procedure or _is_else_of(program, stop, holder)):
        return _moved(program, at, stop + 1, 0)
    return _moved(program, at, stop, -1)


def _moved(program: Program, at: int, to: int, deeper: int) -> tuple[Program, int]:
    stop = whole_end(program, at)
    lines = tuple(replace(one, depth=one.depth + deeper) for one in program[at:stop])
    if any(one.depth > DEEPEST or one.depth < 0 for one in lines):
        return program, at
    if to >= stop:
        return (*program[:at], *program[stop:to], *lines, *program[to:]), at + to - stop
    return (*program[:to], *lines, *program[to:at], *program[stop:]), to


def _is_else_of(program: Sequence[Line], at: int, holder: int) -> bool:
    return program[at].op == "else" and program[at].depth == program[holder].depth and program[holder].op == "if"


def _if_above(program: Sequence[Line], depth: int) -> int | None:
    """The `if` that an `else` written now at this depth would belong to."""
    for at in range(len(program) - 1, -1, -1):
        if program[at].depth <= depth:
            return at if program[at].depth == depth and program[at].op == "if" else None
    return None


def _line(text: str) -> Line | None:
    op, _, rest = text.strip().partition(" ")
    spaces = len(text) - len(text.lstrip(" "))
    if op not in OPS or spaces % 2:
        return None
    if op in COUNTING:
        return Line(op, spaces // 2, number=int(rest)) if _is_count(rest) else None
    if op in SENSING:
        return Line(op, spaces // 2, sensor=rest) if rest in SENSORS else None
    return None if rest or (op == "define" and spaces) else Line(op, spaces // 2)


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 3 and 1 <= int(text) <= MOST_TIMES


def _words(line: Line) -> list[str]:
    return [line.op, *([str(line.number)] if line.op in COUNTING else ()), *([line.sensor] if line.sensor else ())]
