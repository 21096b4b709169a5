"""Writes the leaflet and the answer (passage.odt, passage.docx)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document

write_document(
    Path(__file__).parent,
    "passage",
    [
        ("title", "Le bac de Lirande"),
        ("h1", "Fiche du musée"),
        (
            "p",
            "Le bac de Lirande traverse la Sorve de 1832 à 1957, année où le pont ouvre. Long de 18 mètres, il est tiré le long d’une chaîne par "
            "deux passeurs, puis, dès 1906, par un moteur.",
        ),
        (
            "p",
            "Il porte au plus douze charrettes ou quarante personnes. Il ne navigue pas la nuit, ni quand la rivière gèle. La dernière passeuse, "
            "Odile Carpentier, a légué ses carnets au musée : elle y compte 311 traversées pour la seule année 1949.",
        ),
        ("h1", "Réponse de l’assistant"),
        ("p", "1. Le bac a servi pendant cent vingt-cinq ans."),
        ("p", "2. Il a cessé de traverser l’année où un pont a ouvert."),
        ("p", "3. À ses débuts, deux personnes le faisaient avancer en tirant sur une chaîne."),
        ("p", "4. Le moteur de 1906 lui permettait de traverser en quatre minutes."),
        ("p", "5. Quand la rivière gelait, il restait à quai."),
        ("p", "6. Il pouvait embarquer jusqu’à quarante charrettes."),
        ("p", "7. Les carnets d’Odile Carpentier se trouvent aujourd’hui au musée."),
        ("p", "8. En 1949, il a traversé plus de trois cents fois."),
    ],
    title="Le bac de Lirande",
)
