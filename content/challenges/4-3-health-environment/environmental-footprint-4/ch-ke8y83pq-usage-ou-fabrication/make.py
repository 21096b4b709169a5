"""An invented life cycle analysis: four devices, four phases, three impacts; the exception is not the same on each."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

PHASES = ["Fabrication", "Transport", "Usage", "Fin de vie"]
DEVICES = {  # climate (kg CO2e), water (litres), metals (g Sb eq.), by phase
    "Téléphone": ((64, 3, 9, 2), (13000, 120, 900, 60), (6.1, 0.1, 0.4, 0.2)),
    "Ordinateur": ((240, 8, 120, 6), (42000, 300, 11000, 220), (14.2, 0.2, 1.9, 0.5)),
    "Box internet": ((70, 2, 90, 3), (11000, 150, 4000, 80), (4.8, 0.1, 1.2, 0.3)),
    "Imprimante": ((85, 5, 60, 4), (9000, 300, 21000, 150), (5.5, 0.1, 2.3, 0.4)),
}
for impact, best in enumerate(["Box internet", "Imprimante"]):
    assert [who for who, values in DEVICES.items() if values[impact][2] > values[impact][0]] == [best]
assert not any(values[2][2] > values[2][0] for values in DEVICES.values())
rows = [
    (who, phase, values[0][k], values[1][k], values[2][k])
    for who, values in DEVICES.items()
    for k, phase in enumerate(PHASES)
]
write_table(
    Path(__file__).parent,
    "cycle-de-vie",
    [("Appareil", "Phase", "Climat (kg CO2e)", "Eau (litres)", "Métaux (g éq. Sb)"), *rows],
    sheet="Cycle de vie",
)
