"""A few lines of SVG: curves and bars, readable on a white or a dark page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

WIDTH, HEIGHT, MARGIN = 760, 420, 56
COLOURS = ("#3d68ff", "#d9541e", "#1a8c5a", "#8a3ffc", "#7a7a7a", "#b8860b")
Points = Sequence[tuple[float, float]]


def curves(title: str, across: str, up: str, lines: Mapping[str, Points], right: float, top: float) -> str:
    """Lines from (0, 0) to (right, top), each with its name; a name that starts with « - » is dashed and grey."""

    def at(point: tuple[float, float]) -> str:
        x, y = MARGIN + point[0] / right * (WIDTH - 200), HEIGHT - MARGIN - point[1] / top * (HEIGHT - 2 * MARGIN)
        return f"{x:.1f},{y:.1f}"

    parts = list(_axes(across, up, right, top))
    for rank, (name, points) in enumerate(lines.items()):
        dashed = name.startswith("-")
        colour = "#999" if dashed else COLOURS[rank % len(COLOURS)]
        path = " ".join(at(point) for point in points if point[0] <= right and point[1] <= top)
        dashes = ' stroke-dasharray="5 5"' if dashed else ""
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>')
        y = MARGIN + 22 * rank
        parts.append(f'<text x="{WIDTH - 130}" y="{y}" fill="{colour}">{escape(name.lstrip("-"))}</text>')
    return _page(title, HEIGHT, parts)


def bars(title: str, values: Mapping[str, float], most: float, marks: Mapping[str, float]) -> str:
    """A bar for each name, and vertical lines at the marks."""
    height = 2 * MARGIN + 24 * len(values)

    def across(value: float) -> float:
        return 130 + min(value, most) / most * (WIDTH - 200)

    parts = []
    for rank, (name, value) in enumerate(values.items()):
        y = MARGIN + 24 * rank
        parts.append(f'<rect x="130" y="{y}" width="{across(value) - 130:.1f}" height="16" fill="{COLOURS[0]}"/>')
        parts.append(f'<text x="120" y="{y + 13}" text-anchor="end">{escape(name)}</text>')
        parts.append(f'<text x="{across(value) + 6:.1f}" y="{y + 13}">{value:.2f}</text>')
    for name, value in marks.items():
        x = across(value)
        parts.append(f'<path d="M{x:.1f} {MARGIN - 8}V{height - MARGIN}" stroke="#d9541e" stroke-dasharray="4 4"/>')
        parts.append(f'<text x="{x:.1f}" y="{height - MARGIN + 18}" text-anchor="middle">{escape(name)}</text>')
    return _page(title, height, parts)


def _axes(across: str, up: str, right: float, top: float) -> Iterable[str]:
    bottom, end = HEIGHT - MARGIN, MARGIN + WIDTH - 200
    yield f'<path d="M{MARGIN} {MARGIN}V{bottom}H{end}" fill="none" stroke="#777"/>'
    for part in range(5):
        x, y = MARGIN + part / 4 * (WIDTH - 200), bottom - part / 4 * (HEIGHT - 2 * MARGIN)
        yield f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{right * part / 4:g}</text>'
        yield f'<text x="{MARGIN - 8}" y="{y + 5:.1f}" text-anchor="end">{top * part / 4:g}</text>'
    yield f'<text x="{end}" y="{bottom + 38}" text-anchor="end">{escape(across)}</text>'
    yield f'<text x="{MARGIN}" y="{MARGIN - 10}">{escape(up)}</text>'


def _page(title: str, height: int, parts: Iterable[str]) -> str:
    style = 'font-family="sans-serif" font-size="13" fill="#333"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" {style}>\n'
        f"<title>{escape(title)}</title>\n"
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>\n'
        f'<text x="{MARGIN}" y="24" font-size="15" font-weight="bold">{escape(title)}</text>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )
