"""Les programmes du démarrage d’un ordinateur."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

PROGRAMS = """Bouclier;protection;8;2025-03
Pilote de l’écran;pilote;3;2025-01
Musicothèque;loisir;9;2025-09
Synchro documents;sauvegarde;5;2026-06
Ancien agenda;bureautique;6;2024-11
Messagerie;communication;4;2026-06
Scan express;bureautique;7;2025-12
Pare-feu;protection;2;2025-10
Visio;communication;6;2026-01
Jeu Damier;loisir;5;2025-07
Clavier étendu;pilote;2;2025-05
Traducteur;bureautique;3;2026-03
Mémo vocal;bureautique;4;2025-11
Lecteur de cartes;pilote;1;2024-06
Capture;bureautique;2;2026-05
Dictionnaire;bureautique;3;2026-02"""
rows = [["Programme", "Rôle", "Temps (s)", "Dernière utilisation"]] + [
    line.split(";") for line in PROGRAMS.splitlines()
]
write_csv(Path(__file__).parent, "demarrage.csv", rows)
