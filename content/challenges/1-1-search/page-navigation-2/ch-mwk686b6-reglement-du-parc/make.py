"""Writes the long page of rules (reglement.html): 96 articles, three of which hold the words to look for."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

HERE = Path(__file__).parent
PLACES = ["la grande pelouse", "l’allée des tilleuls", "la roseraie", "le belvédère", "la mare aux iris", "le kiosque",
          "le verger", "l’aire de jeux", "la serre", "le pont de bois", "le labyrinthe", "la buvette"]  # fmt: skip
RULES = [
    "L’accès à {p} est libre pendant les heures d’ouverture du parc.",
    "Il est demandé de ne pas cueillir les fleurs plantées près de {p}.",
    "Les groupes de plus de vingt personnes préviennent la gardienne avant de se rendre vers {p}.",
    "Les travaux prévus autour de {p} sont annoncés sur le panneau de l’entrée nord.",
    "Les chiens sont tenus en laisse aux abords de {p}.",
    "La musique amplifiée n’est pas autorisée à moins de cinquante mètres de {p}.",
    "Les bancs installés près de {p} ne doivent pas être déplacés.",
    "En cas de vent fort, {p} peut être fermé au public sans préavis.",
    "Les papiers et restes de repas se jettent dans les corbeilles placées près de {p}.",
    "Les séances de photographie de mariage vers {p} se réservent une semaine à l’avance.",
]
SPECIAL = {
    47: "Les cycles, poussettes et fauteuils roulants circulent au pas près de {p} ; une trottinette, même sans moteur, s’y tient à la main.",
    61: "Aucun feu n’est allumé au sol près de {p}, et l’usage d’un barbecue est réservé aux soirées organisées par la commune.",
    83: "Les ballons gonflés, planeurs et cerfs-volants ne sont admis près de {p} que du 1er octobre au 31 mars.",
}
TITLES = [
    "Accès",
    "Promenade",
    "Végétation",
    "Tranquillité",
    "Propreté",
    "Sécurité",
    "Manifestations",
    "Dispositions finales",
]


def in_french(rule: str, place: str) -> str:
    """The rule about a place, with « du », « au » and the feminine where French wants them."""
    masculine = place.startswith("le ")
    if masculine:
        rule = rule.replace("de {p}", "du {p}").replace("à {p}", "au {p}")
    closed = "fermé" if masculine else "fermée"
    return rule.replace("fermé ", f"{closed} ").format(p=place).replace("du le ", "du ").replace("au le ", "au ")


chance = random.Random(96)
lines = [
    "<!doctype html>",
    '<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    "<title>Règlement du parc des Trois-Moulins</title>",
    "<style>body{font:1.1rem/1.7 sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}h3{margin-top:3rem}</style></head><body>",
    "<h1>Règlement du parc des Trois-Moulins</h1>",
]
for number in range(1, 97):
    if number % 12 == 1:
        lines.append(f"<h2>Titre {number // 12 + 1}. {TITLES[number // 12]}</h2>")
    rules = chance.sample(RULES, 3)
    if number in SPECIAL:
        rules[1] = SPECIAL[number]
    text = " ".join(in_french(rule, chance.choice(PLACES)) for rule in rules)
    lines.append(f"<h3>Article {number}</h3>\n<p>{text}</p>")
lines.append("</body></html>\n")
write_text(HERE, "reglement.html", "\n".join(lines))
