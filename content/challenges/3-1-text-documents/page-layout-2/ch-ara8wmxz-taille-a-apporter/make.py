"""A leaflet whose paragraphs have sizes 11, 11.5 and 12."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

blocks = [
    ("title", "Sortie à l’étang des Aulnes"),
    (
        "p",
        "Rendez-vous samedi 6 juin à 9 heures devant l’école Simone-Lagrand. Le retour est prévu vers 16 heures.",
        {"size": 12},
    ),
    ("p", "À prévoir : le car coûte trois euros par personne, à donner avant jeudi.", {"size": 11}),
    ("p", "À apporter : un pique-nique, une gourde, un chapeau et des chaussures fermées.", {"size": 11.5}),
    ("p", "À emporter si possible : des jumelles, un carnet, un crayon.", {"size": 12}),
    (
        "p",
        "Les familles qui veulent accompagner le groupe sont les bienvenues. Merci de prévenir Mme Haddad.",
        {"size": 11},
    ),
]
write_document(Path(__file__).parent, "tract", blocks, title="Sortie")
