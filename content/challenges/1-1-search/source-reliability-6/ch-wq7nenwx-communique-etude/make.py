"""Writes the press release (communique.odt, communique.docx)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document

BLOCKS = [
    ("p", "Communiqué de presse – Corvigny, le 6 octobre 2025"),
    ("h1", "La lampe Aurelia améliore la concentration de 83 % de ses utilisateurs"),
    (
        "p",
        "Travailler mieux, plus longtemps, sans effort : c’est la promesse tenue par la lampe de bureau Aurelia, conçue et vendue "
        "par Lumière & Cie. Une étude scientifique vient de le confirmer.",
    ),
    (
        "p",
        "Conduite en juin 2025 par Hélène Aubry, docteure en psychologie, l’étude a duré quatre semaines. Douze clientes et clients "
        "de la marque, qui avaient répondu à un appel à volontaires, ont travaillé chaque jour sous la lampe.",
    ),
    ("h2", "Des résultats éclatants"),
    ("li", "Dix participants sur douze estiment, en réponse à un questionnaire, mieux se concentrer qu’avant."),
    ("li", "Onze sur douze conseilleraient la lampe à un proche."),
    ("li", "Tous les participants ont utilisé la lampe Aurelia pendant toute la durée de l’étude."),
    (
        "p",
        "« Les participants se sont dits ravis », commente Hélène Aubry. La revue Lumière et Santé, que nous recommandons à nos "
        "lecteurs, consacre ce mois-ci un dossier à l’éclairage des bureaux.",
    ),
    ("p", "Étude financée par Lumière & Cie. Contact presse : presse@lumiere-et-cie.example"),
]
write_document(Path(__file__).parent, "communique", BLOCKS, title="Communiqué de presse")
