"""Quatre forfaits et six mois de consommation."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_workbook

prices = [
    ["Forfait", "Prix par mois (€)", "Données comprises (Go)", "Gigaoctet entamé en plus (€)"],
    ["Source", 6, 10, 2],
    ["Rive", 10, 35, 2],
    ["Delta", 14, 60, 1],
    ["Océan", 20, 150, 1],
]
used = [
    ["Mois", "Données consommées (Go)"],
    ["Mai", 12],
    ["Juin", 9],
    ["Juillet", 31],
    ["Août", 14],
    ["Septembre", 38],
    ["Octobre", 11],
]
write_workbook(Path(__file__).parent, "forfaits", {"Tarifs": prices, "Consommation": used})
