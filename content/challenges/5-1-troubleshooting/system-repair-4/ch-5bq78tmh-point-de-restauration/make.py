"""A log of changes: the right restore point was made fourteen minutes before the faulty driver."""

from pathlib import Path

LOG = """2026-05-02 18:00  point de restauration   « après la mise à jour de mai »
2026-05-04 09:12  installation            Dictée 3.0
2026-05-07 14:30  réglage                 second écran placé à gauche
2026-05-09 18:00  point de restauration   hebdomadaire
2026-05-11 10:05  installation            polices de la chorale
2026-05-13 16:45  mise à jour             Bureautique 8.2
2026-05-14 11:20  désinstallation         Jeu de dames
2026-05-15 08:31  avertissement           imprimante : plus de papier
2026-05-16 20:50  point de restauration   hebdomadaire
2026-05-16 21:04  installation            pilote d’écran Prisme 45.1
2026-05-16 21:40  anomalie                écran : signal perdu pendant 3 s
2026-05-17 10:15  anomalie                écran : signal perdu pendant 4 s
2026-05-17 15:00  installation            Dictée 3.1
2026-05-18 18:00  point de restauration   manuel, « avant le spectacle »
2026-05-18 18:42  anomalie                écran : signal perdu pendant 9 s
2026-05-19 08:55  anomalie                écran : signal perdu pendant 6 s
"""
Path("changements.txt").write_bytes(LOG.replace("\n", "\r\n").encode("utf-8-sig"))
