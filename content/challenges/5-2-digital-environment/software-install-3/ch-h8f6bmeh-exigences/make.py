"""What an invented drawing program requires, and the computer of a club: two requirements are not met."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

REQUIRED = """Estompe 5 : configuration requise

Système ......... Ormeau 11.2 ou plus récent
Processeur ...... 64 bits, 2 cœurs ou plus
Mémoire vive .... 8 Go (1)
Disque .......... 12 Go libres
Écran ........... 1 600 x 900 points au moins
Connexion ....... internet, pour l’activation seulement

(1) Une partie de la mémoire est réservée au matériel : un ordinateur de 8 Go qui annonce
    7,8 Go « utilisables » convient.
"""
COMPUTER = """Ordinateur du club : fiche

Système ......... Ormeau 11.4
Processeur ...... Silex M2, 64 bits, 4 cœurs
Mémoire vive .... 8 Go installés (7,8 Go utilisables)
Disque .......... 256 Go, dont 9,6 Go libres
Écran ........... 15 pouces, 1 366 x 768 points
Réseau .......... Wi-Fi
"""
write_zip(
    Path(),
    "estompe.zip",
    {
        "configuration-requise.txt": REQUIRED.replace("\n", "\r\n"),
        "ordinateur-du-club.txt": COMPUTER.replace("\n", "\r\n"),
    },
)
