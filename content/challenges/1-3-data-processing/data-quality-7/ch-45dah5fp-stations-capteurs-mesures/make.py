"""A nested answer: stations, sensors, measures, some of them null, absent or zero."""

import json
import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text  # noqa: E402

draw = random.Random(77)
NAMES = ["Belmont", "Valmer", "Orgeval", "Hautepierre", "Rivage", "Les Ormes"]
RANGE = {"PM10": (8, 46), "NO2": (5, 60), "O3": (30, 118)}
stations = []
for i, name in enumerate(NAMES):
    sensors = []
    for pollutant in [p for p in RANGE if draw.random() < 0.8]:
        measures = []
        for hour in range(24):
            measure: dict[str, object] = {
                "heure": f"2026-03-04T{hour:02d}:00",
                "valeur": draw.randint(*RANGE[pollutant]),
            }
            fate = draw.random()
            if fate < 0.05:
                measure["valeur"] = None
            elif fate < 0.09:
                del measure["valeur"]
                measure["etat"] = "panne"
            elif fate < 0.12:
                measure["valeur"] = 0
            elif fate < 0.15:
                continue
            measures.append(measure)
        sensors.append({"polluant": pollutant, "unite": "µg/m³", "mesures": measures})
    if name == "Rivage":
        sensors.append({"polluant": "CO", "unite": "mg/m³", "mesures": []})
    stations.append({"id": 10 + i, "nom": name, "capteurs": sensors})
stations.append({"id": 19, "nom": "Le Port", "capteurs": []})
write_text(Path(__file__).parent, "air.json", json.dumps({"stations": stations}, ensure_ascii=False, indent=1) + "\n")
