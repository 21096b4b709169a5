"""Draws the tree of folders (arbre.svg)."""

from pathlib import Path

TREE = [
    (0, "Documents", True), (1, "Voyage", True), (2, "Italie", True), (3, "carte.png", False), (3, "billets.pdf", False),
    (1, "Fêtes", True), (2, "Noël", True), (3, "liste.ods", False), (2, "Anniversaires", True), (3, "2026", True),
    (4, "carte.png", False), (4, "menu.odt", False),
]  # fmt: skip
ROW, STEP = 42, 48

lines = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 540" role="img" font-family="sans-serif" font-size="21">',
    '<rect width="560" height="540" fill="#ffffff"/>',
]
for row, (depth, name, folder) in enumerate(TREE):
    x, y = 24 + depth * STEP, 22 + row * ROW
    if depth:
        parent = max(r for r in range(row) if TREE[r][0] == depth - 1)
        lines.append(
            f'<path d="M{x - STEP + 14} {22 + parent * ROW + 28} V{y + 14} H{x - 4}" fill="none" stroke="#8a94a3" stroke-width="2"/>'
        )
    if folder:
        lines.append(f'<path d="M{x} {y} h12 l4 5 h16 v22 h-32 z" fill="#e2b64a" stroke="#7a5c10" stroke-width="2"/>')
    else:
        lines.append(f'<path d="M{x + 4} {y} h16 l7 7 v21 h-23 z" fill="#f4f6f9" stroke="#5b6675" stroke-width="2"/>')
    lines.append(f'<text x="{x + 44}" y="{y + 22}" fill="#1c2733">{name}</text>')
lines.append("</svg>\n")
Path("arbre.svg").write_text("\n".join(lines), encoding="utf-8")
