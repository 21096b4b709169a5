"""What the `make.py` scripts beside challenges draw with: plain SVG, no script, no font to load."""

from collections.abc import Mapping, Sequence
from html import escape
from math import cos, pi, sin
from pathlib import Path

INK, GRID, PAPER, SOFT = "#1c2430", "#b9c0cb", "#ffffff", "#eef1f5"
COLOURS = ("#2457a7", "#d9822b", "#2f8f5b", "#8a4fa3", "#b8384c")


def write_svg(path: Path, width: float, height: float, *parts: str) -> None:
    """Writes a picture of `width` by `height` on a white ground."""
    ground = f'<rect width="{width:g}" height="{height:g}" fill="{PAPER}"/>'
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" font-family="sans-serif" font-size="14" fill="{INK}">'
        f"{ground}{''.join(parts)}</svg>\n",
        encoding="utf-8",
    )


def words(x: float, y: float, text: str, **look: object) -> str:
    """A text whose baseline is at y; looks: anchor, size, weight, style, fill, rotate, family."""
    names = {
        "anchor": "text-anchor",
        "size": "font-size",
        "weight": "font-weight",
        "style": "font-style",
        "fill": "fill",
        "family": "font-family",
        "decoration": "text-decoration",
    }
    given = "".join(f' {names[key]}="{value}"' for key, value in look.items() if key in names)
    turned = f' transform="rotate({look["rotate"]} {x:g} {y:g})"' if "rotate" in look else ""
    return f'<text x="{x:g}" y="{y:g}"{given}{turned} xml:space="preserve">{escape(text)}</text>'


def box(
    x: float, y: float, width: float, height: float, fill: str = "none", stroke: str = INK, thick: float = 1
) -> str:
    """A rectangle."""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="{thick:g}"/>'
    )


def line(x1: float, y1: float, x2: float, y2: float, stroke: str = INK, thick: float = 1, dash: str = "") -> str:
    """A segment."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{stroke}" stroke-width="{thick:g}"{dashed}/>'


def sheet(
    rows: Sequence[Sequence[object]],
    *,
    x: float = 0,
    y: float = 0,
    widths: Sequence[float] = (),
    first_column: int = 0,
    first_row: int = 1,
    framed: tuple[int, int, int, int] | None = None,
) -> str:
    """A piece of spreadsheet; `framed`: column, row, columns and rows of the selection."""
    columns = max(len(row) for row in rows)
    sizes = list(widths) or [90] * columns
    lefts = [x + 34 + sum(sizes[:j]) for j in range(columns + 1)]
    high = 26
    drawn = [box(x, y, lefts[-1] - x, high * (len(rows) + 1), SOFT, GRID)]
    for j in range(columns):
        drawn.append(
            words(
                (lefts[j] + lefts[j + 1]) / 2,
                y + 18,
                letters(first_column + j),
                anchor="middle",
                weight="bold",
            )
        )
    for i, row in enumerate(rows):
        top = y + high * (i + 1)
        drawn.append(words(x + 17, top + 18, str(first_row + i), anchor="middle", weight="bold"))
        for j in range(columns):
            drawn.append(box(lefts[j], top, sizes[j], high, PAPER, GRID))
            value = row[j] if j < len(row) else ""
            if isinstance(value, (int, float)):
                shown = str(value).replace(".", ",")
                drawn.append(words(lefts[j + 1] - 6, top + 18, shown, anchor="end"))
            elif value:
                drawn.append(words(lefts[j] + 6, top + 18, str(value)))
    if framed:
        j, i, wide, tall = framed
        drawn.append(box(lefts[j], y + high * (i + 1), lefts[j + wide] - lefts[j], high * tall, "none", "#b8384c", 3))
    return "".join(drawn)


def letters(column: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def axes(
    labels: Sequence[str],
    low: float,
    high: float,
    step: float,
    *,
    x: float = 60,
    y: float = 40,
    width: float = 480,
    height: float = 240,
    unit: str = "",
) -> str:
    """The frame of a chart: graduations on the left, one label per place along the bottom."""
    drawn = []
    value = low
    while value <= high + step / 1000:
        level = y + height - (value - low) / (high - low) * height
        drawn.append(line(x, level, x + width, level, GRID))
        drawn.append(words(x - 8, level + 5, f"{value:g}".replace(".", ","), anchor="end"))
        value += step
    drawn.append(line(x, y, x, y + height))
    drawn.append(line(x, y + height, x + width, y + height))
    place = width / len(labels)
    for i, label in enumerate(labels):
        drawn.append(words(x + place * (i + 0.5), y + height + 20, label, anchor="middle", size=13))
    if unit:
        drawn.append(words(x - 30, y - 14, unit, size=13))
    return "".join(drawn)


def bars(
    series: Mapping[str, Sequence[float]],
    low: float,
    high: float,
    *,
    x: float = 60,
    y: float = 40,
    width: float = 480,
    height: float = 240,
) -> str:
    """Grouped bars in the frame of `axes` (same numbers); each series has its colour and its hatching."""
    names = list(series)
    count = len(series[names[0]])
    place = width / count
    bar = place * 0.7 / len(names)
    drawn = [
        '<defs><pattern id="rayures" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{PAPER}"/>'
        f'<rect width="3" height="6" fill="{COLOURS[1]}"/></pattern></defs>'
    ]
    for k, name in enumerate(names):
        fill = COLOURS[0] if k == 0 else "url(#rayures)" if k == 1 else COLOURS[k]
        for i, value in enumerate(series[name]):
            tall = (value - low) / (high - low) * height
            left = x + place * i + place * 0.15 + bar * k
            drawn.append(box(left, y + height - tall, bar, tall, fill))
        if len(names) > 1:
            drawn.append(box(x + 20 + 130 * k, y - 32, 16, 16, fill) + words(x + 42 + 130 * k, y - 19, name))
    return "".join(drawn)


def curve(
    points: Sequence[tuple[float, float]],
    horizontal: tuple[float, float],
    vertical: tuple[float, float],
    *,
    x: float = 60,
    y: float = 40,
    width: float = 480,
    height: float = 240,
    stroke: str = COLOURS[0],
    dash: str = "",
) -> str:
    """A broken line through points, inside a frame whose bounds are given."""
    (left, right), (low, high) = horizontal, vertical
    placed = " ".join(
        f"{x + (a - left) / (right - left) * width:.1f},{y + height - (b - low) / (high - low) * height:.1f}"
        for a, b in points
    )
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{placed}" fill="none" stroke="{stroke}" stroke-width="3"{dashed}/>'


def pie(parts: Sequence[tuple[str, float]], *, x: float, y: float, radius: float) -> str:
    """A pie whose parts are named beside them."""
    total = sum(share for _, share in parts)
    drawn, angle = [], -pi / 2
    for k, (name, share) in enumerate(parts):
        end = angle + 2 * pi * share / total
        large = 1 if share / total > 0.5 else 0
        drawn.append(
            f'<path d="M{x:g} {y:g} L{x + radius * cos(angle):.1f} {y + radius * sin(angle):.1f} '
            f'A{radius:g} {radius:g} 0 {large} 1 {x + radius * cos(end):.1f} {y + radius * sin(end):.1f} Z" '
            f'fill="{COLOURS[k % 5]}" fill-opacity="0.35" stroke="{INK}"/>'
        )
        middle = (angle + end) / 2
        side = "start" if cos(middle) >= 0 else "end"
        drawn.append(words(x + (radius + 12) * cos(middle), y + (radius + 12) * sin(middle) + 5, name, anchor=side))
        angle = end
    return "".join(drawn)
