"""Les bornes de recharge d’une agglomération."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

STATIONS = """Vaulmont;Gare;4;2021;en service
Brisol;Mairie;2;2020;en service
Vaulmont;Parc des Sources;6;2022;en service
Ternay-le-Haut;Piscine;4;2023;en service
Vaulmont;Lycée;2;2022;en service
Brisol;Zone du Moulin;10;2024;en service
Vaulmont;Centre;8;2024;en service
Vaulmont;Stade;12;2027;projet
Ternay-le-Haut;Église;2;2021;hors service
Vaulmont;Hôpital;5;2025;en service
Brisol;Collège;3;2027;projet
Cressin;Place du marché;2;2023;en service
Cressin;Salle des fêtes;2;2025;en service"""
rows = [
    ["Commune", "Station", "Points", "Mise en service", "État"],
    *(line.split(";") for line in STATIONS.splitlines()),
]
write_csv(Path(__file__).parent, "bornes.csv", rows)
