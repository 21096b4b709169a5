"""Ten files of about 750 kB in all: without the heaviest one, a table, the rest is under 500 kB; without any other it is not."""

import struct
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip


def words(sentence: str, size: int) -> str:
    line = sentence + "\r\n"
    return (line * (size // len(line.encode()) + 1)).encode()[:size].decode(errors="ignore")


def table(size: int) -> str:
    lines, total, number = ["point;distance (m);altitude (m)\r\n"], 0, 0
    while total < size:
        lines.append(f"{number};{number * 5};{900 + (number * 37) % 611}\r\n")
        total += len(lines[-1])
        number += 1
    return "".join(lines)


def bitmap(width: int, height: int) -> bytes:
    body = b"".join(bytes((200 - y, 180, 70 + y)) * width for y in range(height))
    header = struct.pack("<2sIHHI", b"BM", 54 + len(body), 0, 0, 54)
    return header + struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, len(body), 2835, 2835, 0, 0) + body


write_zip(
    Path(),
    "sortie.zip",
    {
        "sortie/programme.txt": words("Départ à 8 h, pause au lac, repas au refuge, retour à 17 h.", 14_000),
        "sortie/liste-participants.csv": words("nom;prénom;téléphone;allergies", 38_000),
        "sortie/releve-altitudes.csv": table(280_000),
        "sortie/panorama.bmp": bitmap(320, 179),
        "sortie/affiche.bmp": bitmap(200, 150),
        "sortie/autorisation.txt": words("J’autorise mon enfant à participer à la sortie.", 9_000),
        "sortie/reglement.txt": words("Article : chacun rapporte ses déchets.", 52_000),
        "sortie/budget.csv": words("poste;prévu;payé", 41_000),
        "sortie/chants.txt": words("Refrain : sur le chemin des crêtes.", 27_000),
        "sortie/materiel.txt": words("Chaussures, gourde, veste de pluie.", 27_000),
    },
)
