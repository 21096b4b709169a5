"""A forum's rules and a ten-line notice: line 4 shouts, line 9 is ironic without saying so."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document

NOTICE = [
    "Bonjour à toutes et à tous !",
    "Notre salle est si grande que l’on y perd ses chaussures [humour].",
    "L’atelier de réparation reprend le mardi 6 octobre à 18 h.",
    "N’OUBLIEZ PAS D’APPORTER VOS OUTILS ET VOS APPAREILS.",
    "Trois bénévoles vous aideront, aucune connaissance n’est demandée.",
    "Le rendez-vous est à la MJC, au premier étage, porte B.",
    "L’an dernier, nous avons remis en marche quarante-deux appareils.",
    "Merci de prévenir si vous venez avec un appareil lourd.",
    "Bravo aux génies qui ont laissé la salle dans cet état en juin, quelle élégance.",
    "À mardi !",
]
write_document(
    Path(),
    "annonce",
    [
        ("h1", "Charte du forum"),
        ("li", "Une phrase ne s’écrit jamais entièrement en majuscules ; les sigles sont permis."),
        ("li", "L’ironie est permise à condition d’être signalée par [humour]."),
        ("li", "On peut être en désaccord, on vise les idées et non les personnes."),
        ("li", "Jamais plus d’un point d’exclamation à la suite."),
        ("h1", "Projet d’annonce"),
        *[("p", f"{number}. {line}") for number, line in enumerate(NOTICE, start=1)],
    ],
)
