"""Two network paths: the real slowdown lasts to the end, an isolated slow or silent hop does not."""

from pathlib import Path

PATHS = {
    "chemin-longue.txt": [
        (1, 1),
        (4, 5),
        (9, 9),
        (11, 10),
        (12, 12),
        (96, 99),
        (13, 13),
        None,
        (14, 15),
        (121, 124),
        (119, 122),
        (120, 123),
    ],
    "chemin-courte.txt": [(1, 2), (64, 71), (7, 8), (88, 91), (86, 90), (89, 87), None, (88, 92), (240, 251), (90, 89)],
}
for name, hops in PATHS.items():
    lines = [
        "Chemin vers bibliotheque.example, trois mesures par étape (ms)",
        "",
        "étape  équipement            mesure 1  mesure 2  mesure 3",
    ]
    for number, delays in enumerate(hops, start=1):
        if delays is None:
            lines.append(f"{number:>5}  {'(pas de réponse)':<20} {'*':>9} {'*':>9} {'*':>9}")
            continue
        low, high = delays
        lines.append(f"{number:>5}  {f'198.51.100.{number * 7}':<20} {low:>9} {high:>9} {(low + high) // 2:>9}")
    Path(name).write_bytes("\r\n".join([*lines, ""]).encode("utf-8-sig"))
