"""A measured tree of folders: the biggest by itself is four levels down."""

from pathlib import Path

# depth, size in tenths of a gigabyte, name
TREE = [
    *[(0, 1480, "Disque"), (1, 214, "Système"), (2, 149, "Bibliothèques"), (2, 31, "Mises à jour")],
    *[
        (1, 112, "Applications"),
        (2, 68, "Montage"),
        (2, 20, "Bureautique"),
        (1, 863, "Utilisateurs"),
        (2, 725, "Jeanne"),
    ],
    *[(3, 610, "Vidéos"), (4, 340, "Rushs"), (4, 186, "Projets"), (5, 98, "Clip chorale"), (5, 87, "Film de classe")],
    *[(4, 82, "Exports"), (3, 74, "Photos"), (3, 26, "Téléchargements"), (3, 15, "Documents")],
    *[(2, 138, "Tiago"), (3, 91, "Jeux"), (3, 45, "Musique"), (1, 290, "Sauvegardes")],
]
lines = [f"{f'{size // 10},{size % 10} Go':>9}  {'    ' * depth}{name}" for depth, size, name in TREE]
Path("dossiers.txt").write_bytes(("\r\n".join(lines) + "\r\n").encode("utf-8-sig"))
