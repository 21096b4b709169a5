"""Metadata of four pictures, twice."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402

BASE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
SETS = {
    "images-faune.zip": {
        "renard": (
            "Un renard en costume, très net",
            "compositeWithTrainedAlgorithmicMedia",
            "Photo d’Élise R., costume ajouté par un modèle",
        ),
        "lac": ("Un lac à l’aube, un peu flou", "trainedAlgorithmicMedia", "Couleurs corrigées à la main"),
        "collage": ("Dix oiseaux sur un fil", "compositeCapture", "Assemblage de dix photos"),
        "biche": ("Une biche sous la neige, lumière irréelle", "digitalCapture", "Pose longue, filtre bleu"),
    },
    "images-ville.zip": {
        "robot": ("Un robot dans une rue vide", "digitalCapture", "Sculpture de carton, photographiée"),
        "tour": (
            "Une tour de verre en spirale",
            "algorithmicMedia",
            "Dessin calculé par une formule, sans modèle entraîné",
        ),
        "pluie": ("Une passante sous la pluie", "trainedAlgorithmicMedia", "Grain argentique ajouté"),
        "place": ("Une place, cent fois la même personne", "compositeCapture", "Cent prises de vue réunies"),
    },
}
for archive, pictures in SETS.items():
    files = {}
    for name, (subject, kind, note) in pictures.items():
        files[f"{name}.xmp.txt"] = (
            f'Fichier : {name}.jpg\n\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n <rdf:Description>\n'
            f"  <dc:description>{subject}</dc:description>\n  <photoshop:Instructions>{note}</photoshop:Instructions>\n"
            f"  <xmp:CreateDate>2026-04-1{len(name) % 9}T08:12:00+02:00</xmp:CreateDate>\n"
            f"  <Iptc4xmpExt:DigitalSourceType>{BASE}{kind}</Iptc4xmpExt:DigitalSourceType>\n </rdf:Description>\n</x:xmpmeta>\n"
        )
    write_zip(Path(__file__).parent, archive, files)
