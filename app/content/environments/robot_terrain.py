"""The ground a robot moves on: squares named as on a map (« C2 »: third column, second row from the bottom). Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec

from app.content.environments.world import ThingId
from app.content.parts import Line, Part

GROUND, WALL, WATER, GOAL, ITEM, MARK, DEPOSIT = ".#~*om!"
SQUARES = {"#": "wall", "~": "water", "*": "goal", "o": "item", "m": "mark", "!": "deposit"}
ROBOTS = {"^": 0, ">": 1, "v": 2, "<": 3}
"""Which way it faces at the start: quarters of a turn from the top, clockwise."""
STEPS = ((0, 1), (1, 0), (0, -1), (-1, 0))
"""How far a step goes, across and up."""
FACINGS = ("up", "right", "down", "left")
Under = Literal[".", "*", "o", "m", "!"]

Place = tuple[int, int]
"""Column and row, from 0, from the left and from the bottom."""


class Terrain(Part, kw_only=True, frozen=True):
    """A map, one character a square, spaces left out: `. # ~ * o m !`, and the robot `^ > v <`."""

    id: ThingId
    name: Line
    rows: Annotated[tuple[Line, ...], msgspec.Meta(min_length=1, max_length=10)]
    """From the top."""
    under: Under = "."
    """What is under the robot at the start."""
    hidden: bool = False
    """Tried when the answer is judged, never shown."""

    @property
    def lines(self) -> list[str]:
        """From the bottom."""
        return ["".join(one.split()) for one in reversed(self.rows)]

    @property
    def width(self) -> int:
        return max(len(one) for one in self.lines)

    def at(self, place: Place) -> str:
        """What is on a square; a wall outside of the map."""
        column, row = place
        if not (0 <= row < len(self.rows) and 0 <= column < len(self.lines[row])):
            return WALL
        found = self.lines[row][column]
        return self.under if found in ROBOTS else found

    def places(self, square: str = "") -> Iterator[Place]:
        """Squares in order, all of them or those of a kind."""
        for row, line in enumerate(self.lines):
            for column in range(len(line)):
                if not square or self.at((column, row)) == square:
                    yield column, row

    @property
    def start(self) -> Robot:
        for row, line in enumerate(self.lines):
            for column, found in enumerate(line):
                if found in ROBOTS:
                    return Robot((column, row), ROBOTS[found])
        return Robot((0, 0), 1)

    def fault(self) -> str:
        """What is wrong with the drawing; empty when nothing is."""
        drawn = "".join(self.lines)
        if strange := set(drawn) - {GROUND, *SQUARES, *ROBOTS}:
            return f"caractère inconnu : {' '.join(sorted(strange))}"
        if sum(one in ROBOTS for one in drawn) != 1:
            return "il faut un robot et un seul : ^ > v <"
        if len({len(one) for one in self.lines}) > 1 or self.width > 12:
            return "toutes les lignes ont la même longueur, 12 cases au plus"
        return ""


@dataclass(frozen=True)
class Robot:
    place: Place
    facing: int

    def turned(self, quarters: int) -> Robot:
        return Robot(self.place, (self.facing + quarters) % 4)

    def ahead(self, quarters: int = 0) -> Place:
        """The square in front, or on the right (1), or on the left (-1)."""
        across, up = STEPS[(self.facing + quarters) % 4]
        return self.place[0] + across, self.place[1] + up


def named(place: Place) -> str:
    return f"{'ABCDEFGHIJKL'[place[0]]}{place[1] + 1}"
