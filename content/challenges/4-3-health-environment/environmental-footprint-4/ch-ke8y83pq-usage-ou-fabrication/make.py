"""Invented life cycle analyses: three devices, four phases, three impacts."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

PHASES = ["Fabrication", "Transport", "Usage", "Fin de vie"]
SETS = {
    "climat": (
        "Climat (kg CO2e)",
        "Box internet",
        {"Téléphone": (64, 3, 9, 2), "Ordinateur": (240, 8, 120, 6), "Box internet": (70, 2, 90, 3)},
    ),
    "eau": (
        "Eau (litres)",
        "Imprimante",
        {
            "Téléphone": (13000, 120, 900, 60),
            "Imprimante": (9000, 300, 21000, 150),
            "Box internet": (11000, 150, 4000, 80),
        },
    ),
}
for name, (unit, best, devices) in SETS.items():
    assert [who for who, values in devices.items() if values[2] > values[0]] == [best]
    rows = [("Appareil", "Phase", unit, "Métaux (g éq. Sb)", "Climat (kg CO2e)" if name == "eau" else "Eau (litres)")]
    for k, (who, values) in enumerate(devices.items()):
        for phase, value in zip(PHASES, values, strict=True):
            rows.append(
                (who, phase, value, round(3 + 5 * (phase == "Fabrication") + k * 0.7, 1), 8000 if name != "eau" else 40)
            )
    for who, values in devices.items():
        if who == "Ordinateur":
            assert values[2] < values[0]
    write_table(Path(__file__).parent, f"cycle-{name}", rows, sheet="Cycle de vie")
