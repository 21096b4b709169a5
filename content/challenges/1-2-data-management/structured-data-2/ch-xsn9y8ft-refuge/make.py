"""Writes the register of the shelter (refuge.ods, refuge.xlsx)."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

NAMES = """Pastis Nougat Zéphyr Olive Brume Cacao Réglisse Moka Plume Sésame Tango Vanille Ficelle Gribouille Praline Domino Écho Fougère Grelot
Iris Jade Kiwi Lotus Mirabelle Noisette Ombre Paprika Quartz Rosée Safran Truffe Ursule Violette Wapiti Xérus Yuzu Ziggy Amande Basile Caramel"""
SPECIES = {
    "Chat": (["noir", "roux", "gris", "tigré", "blanc"], 2.6, 6.4),
    "Chien": (["beige", "noir", "marron", "tacheté"], 5.0, 32.0),
    "Lapin": (["blanc", "gris", "brun"], 1.1, 3.4),
    "Furet": (["crème", "brun"], 0.7, 1.6),
}
CARERS = ["Amel", "Bastien", "Constance", "Dilan", "Esteban"]

chance = random.Random(2)
rows: list[list[object]] = [["Numéro", "Nom", "Espèce", "Couleur", "Poids (kg)", "Arrivée", "Soigné par"]]
kinds = ["Chat"] * 14 + ["Chien"] * 13 + ["Lapin"] * 8 + ["Furet"] * 5
chance.shuffle(kinds)
weights: set[float] = set()
days = chance.sample(range(700), 42)
for number, (name, kind) in enumerate(zip(NAMES.split(), kinds, strict=True), 1):
    colours, low, high = SPECIES[kind]
    weight = round(chance.uniform(low, high), 1)
    while weight in weights:
        weight = round(weight + 0.1, 1)
    weights.add(weight)
    arrival = date(2024, 2, 1) + timedelta(days=days[number])
    rows.append([number, name, kind, chance.choice(colours), weight, arrival, chance.choice(CARERS)])
rows[1][2:5] = ["Chat", "tigré", 4.2]
rows.append([41, "Pastis", "Chien", "marron", 17.3, date(2025, 3, 4), "Dilan"])
write_table(Path(__file__).parent, "refuge", rows, sheet="Registre")
