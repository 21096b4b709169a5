import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

ROWS = [
    ("site", "pseudonyme", "image de profil", "adresse de secours"),
    ("Lycée Ardan", "m.tessier", "voilier rouge", "m.tessier@courriel.example"),
    ("Photo-Ciel", "pixelverne", "voilier rouge", "vague22@courriel.example"),
    ("Cuisine Lou", "basilic_b", "basilic", "recettes.mt@courriel.example"),
    ("Jeux de l’Est", "orion_77", "casque", "vague22@courriel.example"),
    ("Radio Onde", "auditeur5512", "aucune", "onde.mt@courriel.example"),
    ("Journal du Port", "lecteur_4410", "aucune", "presse.mt@courriel.example"),
    ("Forum Santé Jeunes", "orion_77", "étoile", "x41@courriel.example"),
    ("Carte des Vents", "vent_du_nord", "girouette", "girouette@courriel.example"),
    ("Boutique du Lac", "client 88120", "aucune", "achats.mt@courriel.example"),
    ("Échecs Express", "cavalier_f3", "cavalier", "echecs.mt@courriel.example"),
    ("Cours Ardan", "eleve 2041", "livre", "cours.mt@courriel.example"),
    ("Quiz Éclair", "quizman9", "éclair", "quiz.mt@courriel.example"),
]
write_csv(Path(__file__).parent, "comptes.csv", ROWS)
