"""The two starting positions of a robot on a grid."""

from pathlib import Path

COLUMNS, ROWS, SIDE = "ABCDE", 4, 60
STARTS = {"grille-est.svg": ("A", 1, 90), "grille-nord.svg": ("D", 3, 0)}

for name, (column, row, angle) in STARTS.items():
    cells = "".join(
        f'<rect x="{40 + SIDE * x}" y="{10 + SIDE * y}" width="{SIDE}" height="{SIDE}"/>'
        for x in range(len(COLUMNS))
        for y in range(ROWS)
    )
    letters = "".join(
        f'<text x="{70 + SIDE * x}" y="{38 + SIDE * ROWS}">{letter}</text>' for x, letter in enumerate(COLUMNS)
    )
    numbers = "".join(f'<text x="20" y="{46 + SIDE * (ROWS - n)}">{n}</text>' for n in range(1, ROWS + 1))
    x, y = 70 + SIDE * COLUMNS.index(column), 40 + SIDE * (ROWS - row)
    robot = f'<g transform="translate({x} {y}) rotate({angle})"><circle r="20" fill="#0052cc"/><path d="M0-16l10 18h-20z" fill="#ffffff"/></g>'
    Path(name).write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 290" width="360" height="290" font-family="sans-serif" font-size="18">'
        f'<rect width="360" height="290" fill="#f4f5f7"/><g fill="#ffffff" stroke="#42526e" stroke-width="2">{cells}</g>'
        f'<g fill="#172b4d" text-anchor="middle">{letters}{numbers}</g>{robot}</svg>\n',
        encoding="utf-8",
    )
