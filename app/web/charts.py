"""The shapes of charts, as SVG paths: the numbers themselves stay in a table beside. Pure.

A shape fills its box whatever the box's size (`preserveAspectRatio="none"`), so a unit is no pixel and there is no
text in it: words and numbers are HTML around (`components/ui/charts.html`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 100, 30
GAP = 0.2
"""Part of a bar's place left empty."""
STEPS = (1, 2, 5, 10)


@dataclass(frozen=True)
class Plot:
    """Shapes in a box of `WIDTH` by `HEIGHT`: one path for each series, or for each bar."""

    paths: tuple[str, ...]
    rules: str
    """Horizontal lines at the top and half-way."""
    top: int
    """The value of the top line; the bottom is 0."""

    @property
    def box(self) -> str:
        return f"0 0 {WIDTH} {HEIGHT}"


@dataclass(frozen=True)
class Parts:
    """A whole cut in parts, on one line."""

    paths: tuple[str, ...]
    """One for each part, empty for an empty part."""
    percents: tuple[float, ...]
    """With one decimal, adding up to 100 exactly; all 0 when there is nothing."""
    total: int

    @property
    def box(self) -> str:
        return f"0 0 {self.total or 1} 1"


def parts_of(counts: Sequence[int]) -> Parts:
    """Counts as parts of their sum, side by side in their order."""
    paths, before = [], 0
    for count in counts:
        paths.append(f"M{before} 0h{count}v1h-{count}z" if count else "")
        before += count
    return Parts(tuple(paths), percents(counts), before)


def percents(counts: Sequence[int]) -> tuple[float, ...]:
    """Percentages with one decimal that add up to 100: what rounding leaves goes to the largest remainders."""
    total = sum(counts)
    if not total:
        return (0.0,) * len(counts)
    tenths = [count * 1000 // total for count in counts]
    by_remainder = sorted(range(len(counts)), key=lambda place: (-(counts[place] * 1000 % total), place))
    for place in by_remainder[: 1000 - sum(tenths)]:
        tenths[place] += 1
    return tuple(tenth / 10 for tenth in tenths)


def line_plot(positions: Sequence[float], series: Sequence[Sequence[float]], *, top: int | None = None) -> Plot:
    """Lines over the same increasing `positions` (days, ranks), each with one value for each position.

    `top`: the highest value the box shows, else a round number just above. A single point is a level line.
    """
    top = top or round_top(max((value for one in series for value in one), default=0))
    first, last = (positions[0], positions[-1]) if positions else (0, 0)
    places = [WIDTH * (one - first) / (last - first) if last > first else 0 for one in positions]
    return Plot(tuple(_line(places, one, top) for one in series), _rules(), top)


def bar_plot(values: Sequence[float], *, top: int | None = None) -> Plot:
    """Bars side by side, from left to right; an empty path for a bar of nothing."""
    top = top or round_top(max(values, default=0))
    place = WIDTH / len(values) if values else WIDTH
    return Plot(tuple(_bar(rank * place, place, value, top) for rank, value in enumerate(values)), _rules(), top)


def round_top(value: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50… that is not below `value`."""
    scale = 1
    while True:
        for step in STEPS:
            if step * scale >= value:
                return step * scale
        scale *= 10


def _line(places: Sequence[float], values: Sequence[float], top: int) -> str:
    points = [f"{_short(x)} {_short(_y(value, top))}" for x, value in zip(places, values, strict=True)]
    if len(points) == 1:
        points.append(f"{WIDTH} {points[0].split()[1]}")
    return "M" + "L".join(points) if points else ""


def _bar(left: float, place: float, value: float, top: int) -> str:
    if value <= 0:
        return ""
    y = _short(_y(value, top))
    start, end = _short(left + place * GAP / 2), _short(left + place * (1 - GAP / 2))
    return f"M{start} {HEIGHT}V{y}H{end}V{HEIGHT}z"


def _y(value: float, top: int) -> float:
    return HEIGHT * (1 - min(value, top) / top)


def _rules() -> str:
    return f"M0 .1H{WIDTH}M0 {HEIGHT // 2}H{WIDTH}"


def _short(number: float) -> str:
    """Two decimals at most: `12.5`, `3`."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
