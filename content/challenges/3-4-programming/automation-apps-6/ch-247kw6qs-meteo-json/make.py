"""Writes the answer of a weather service (meteo.json)."""

import json
import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

chance = random.Random(36000)
start = datetime(2026, 5, 14)
hours = []
for number in range(72):
    local = (number + 10) % 24
    base = {0: 21, 1: 24, 2: 34, 3: 22}[(number + 10) // 24]
    value = base - abs(local - 15) * 0.9 + chance.uniform(-0.4, 0.4)
    instant = (start + timedelta(hours=number)).strftime("%Y-%m-%dT%H:00Z")
    hours.append({"instant": instant, "mesures": {"temperature": round(value, 1), "vent": chance.randint(3, 40)}})
answer = {
    "lieu": {"nom": "Port-Azur", "decalage_utc_secondes": 36000},
    "unites": {"temperature": "°C", "vent": "km/h"},
    "previsions": hours,
}
write_text(Path(__file__).parent, "meteo.json", json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
