"""The cheapest set of interventions for each machine, found by trying them all."""

import sys
from itertools import combinations
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_workbook  # noqa: E402

WORK = {
    "Batterie": (55, 1),
    "Disque SSD": (45, 2),
    "Mémoire": (30, 1),
    "Système libre": (0, 1),
    "Ventilateur": (20, 0.5),
}
SETS = {
    "postes-atelier": (
        3,
        350,
        [
            ("P1", 3, "Batterie, Mémoire"),
            ("P2", 1, "Disque SSD, Mémoire, Batterie"),
            ("P3", 2, "Mémoire, Ventilateur"),
            ("P4", 0.5, "Disque SSD, Ventilateur, Batterie"),
            ("P5", 0, "Disque SSD, Mémoire, Batterie, Ventilateur"),
            ("P6", 1.5, "Ventilateur, Batterie, Mémoire"),
            ("P7", 2, "Système libre, Mémoire"),
            ("P8", 0.5, "Système libre, Batterie, Mémoire"),
        ],
    ),
    "postes-annexe": (
        4,
        450,
        [
            ("A1", 4, "Disque SSD"),
            ("A2", 2, "Disque SSD, Mémoire, Batterie"),
            ("A3", 1, "Système libre, Disque SSD, Mémoire"),
            ("A4", 3, "Batterie, Mémoire"),
            ("A5", 1.5, "Disque SSD, Batterie, Ventilateur"),
            ("A6", 0, "Disque SSD, Mémoire, Batterie, Ventilateur"),
            ("A7", 2.5, "Ventilateur, Batterie, Mémoire"),
            ("A8", 1, "Système libre, Batterie, Mémoire, Ventilateur"),
        ],
    ),
}
for name, (goal, expected, machines) in SETS.items():
    total = 0
    for who, left, possible in machines:
        names = possible.split(", ")
        costs = [
            sum(WORK[one][0] for one in kept)
            for size in range(len(names) + 1)
            for kept in combinations(names, size)
            if left + sum(WORK[one][1] for one in kept) >= goal
        ]
        assert costs, who
        total += min(costs)
    assert total == expected, (name, total)
    write_workbook(
        Path(__file__).parent,
        name,
        {
            "Postes": [("Poste", "Années qui restent", "Interventions possibles"), *machines],
            "Interventions": [
                ("Intervention", "Coût (euros)", "Années gagnées"),
                *[(one, *values) for one, values in WORK.items()],
            ],
        },
    )
