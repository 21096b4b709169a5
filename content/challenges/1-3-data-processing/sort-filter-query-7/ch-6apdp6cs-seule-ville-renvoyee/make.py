"""The two tables of the illustration."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import GRID, INK, PAPER, SOFT, box, words, write_svg  # noqa: E402

CLIENTS = [(1, "Ana", "Belmont"), (2, "Ben", "Valmer"), (3, "Chloé", "Orgeval"), (4, "Dao", "Belmont"), (5, "Eva", "Valmer")]  # fmt: skip
ORDERS = [
    (1, 1, 50, "oui"), (2, 4, 40, "oui"), (3, 1, 20, "non"), (4, 4, 25, "non"), (5, 2, 45, "oui"), (6, 5, 35, "oui"),
    (7, 2, 10, "oui"), (8, 5, 25, "non"), (9, 3, 60, "oui"), (10, 3, 40, "oui"), (11, 9, 200, "oui"),
]  # fmt: skip


def table(x: float, name: str, heads: tuple[str, ...], rows: list[tuple[object, ...]], widths: list[int]) -> str:
    drawn = [words(x, 26, name, weight="bold", size=16)]
    for i, row in enumerate([heads, *rows]):
        left = x
        for value, width in zip(row, widths, strict=True):
            drawn.append(box(left, 40 + 26 * i, width, 26, PAPER if i else SOFT, GRID))
            drawn.append(words(left + 7, 58 + 26 * i, str(value), fill=INK, weight="normal" if i else "bold"))
            left += width
    return "".join(drawn)


write_svg(
    Path(__file__).parent / "tables.svg",
    600,
    365,
    table(16, "clients", ("id", "nom", "ville"), CLIENTS, [40, 80, 100]),
    table(276, "commandes", ("id", "client", "montant", "payee"), ORDERS, [50, 80, 90, 80]),
)
