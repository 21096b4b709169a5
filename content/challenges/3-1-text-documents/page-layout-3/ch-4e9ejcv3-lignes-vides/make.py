"""A text, many empty paragraphs (some hold a space), then an annex."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

EMPTY = ["", "", " ", "", "", "", " ", "", "", "", "", " ", "", "", "", "", "", "", ""]
blocks = [
    ("h1", "Voyage à vélo le long du canal"),
    ("p", "Nous partons du pont de Fléac et suivons le chemin de halage pendant quatre jours. Chaque étape fait de 25 à 35 "
     "kilomètres, presque sans côte."),
    ("p", "Le premier soir, nous dormons au camping des Peupliers ; le deuxième, chez Farid et Solenne ; le troisième, à "
     "l’auberge de l’Écluse."),
    ("p", "Chacun porte ses affaires et une partie du repas. Bonne route !"),
    *(("p", words) for words in EMPTY),
    ("h1", "Annexe"),
    ("p", "Liste du matériel : deux chambres à air, une pompe, une trousse de secours, une carte."),
]  # fmt: skip
write_document(Path(__file__).parent, "voyage", blocks, title="Voyage à vélo")
