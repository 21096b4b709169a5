"""Twelve devices: the most powerful is not the most expensive."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table  # noqa: E402

SETS = {
    "appareils-maison": (
        0.25,
        "Serveur de fichiers",
        54.75,
        [
            ("Téléphone (charge)", 10, 2, 365),
            ("Box", 12, 24, 365),
            ("Console de jeu", 160, 2, 200),
            ("Ordinateur fixe", 130, 5, 250),
            ("Télévision", 95, 4, 340),
            ("Serveur de fichiers", 25, 24, 365),
            ("Imprimante", 450, 0.5, 150),
            ("Vidéoprojecteur", 260, 2, 80),
            ("Enceinte connectée", 4, 24, 365),
            ("Ordinateur portable", 45, 6, 280),
            ("Écran", 30, 7, 280),
            ("Tablette (charge)", 12, 2, 300),
        ],
    ),
    "appareils-studio": (
        0.20,
        "Décodeur",
        31.54,
        [
            ("Box", 11, 24, 365),
            ("Table de mixage", 60, 4, 180),
            ("Ordinateur fixe", 180, 4, 200),
            ("Écran", 35, 6, 220),
            ("Projecteur", 420, 1, 250),
            ("Décodeur", 18, 24, 365),
            ("Amplificateur", 220, 2, 180),
            ("Caméra (veille)", 3, 24, 365),
            ("Disques durs", 15, 12, 300),
            ("Imprimante 3D", 300, 1, 150),
            ("Téléphone (charge)", 8, 2, 365),
            ("Éclairage du plateau", 140, 2, 260),
        ],
    ),
}
for name, (price, best, cost, devices) in SETS.items():
    costs = {who: watts * hours * days / 1000 * price for who, watts, hours, days in devices}
    top = sorted(costs.items(), key=lambda one: -one[1])
    assert top[0][0] == best and round(top[0][1], 2) == cost and top[1][1] < cost - 1, (name, top[:3])
    assert max(devices, key=lambda one: one[1])[0] != best
    write_table(
        Path(__file__).parent,
        name,
        [("Appareil", "Puissance (W)", "Heures par jour", "Jours par an"), *devices],
        sheet="Appareils",
    )
