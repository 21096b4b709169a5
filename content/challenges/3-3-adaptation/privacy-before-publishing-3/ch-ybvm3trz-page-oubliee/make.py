"""Two files of six pages; one address of a person is left in each."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))
from pdf_pages import page, pdf

HERE = Path(__file__).parent
DOCUMENTS = {
    "fete-des-voisins": ("Fête des voisins", [
        (["Une fête pour toute la rue.", "Rendez-vous le 5 juin."], ""),
        (["Déclaration à déposer à la mairie,", "1 place de la République, Brévan."], ""),
        (["Le matériel : douze tables, quarante chaises.", "Repli : salle des Tilleuls, 12 rue du Stade."], ""),
        (["Les équipes : buvette, musique, jeux.", "La clé de la remise est disponible avant 18 h."],
         "Clé : sonner chez Mme Aubin, 27 rue des Forges, 2e étage."),
        (["Plan : voir la mairie, 1 place de la République.", "Parking derrière la gare."], ""),
        (["Bilan de l’an passé : 140 personnes.", "Merci à tous."], "Association des voisins de Brévan."),
    ]),
    "bourse-aux-velos": ("Bourse aux vélos", [
        (["Apportez, vendez, achetez.", "Dimanche 14 juin."], "Halle, 3 quai du Port."),
        (["Règlement : un prix par vélo.", "Contact : velos@lorvan.example."], ""),
        (["Autorisation de la mairie,", "9 avenue Jean-Bertin, Lorvan."], ""),
        (["Atelier de réparation à 15 h.", "Outils prêtés par la ville."], ""),
        (["Assurance : contrat de l’association.", "Secours : poste de la halle."], ""),
        (["Vélos non vendus : à reprendre à 18 h.", "Ensuite, ils seront gardés une semaine."],
         "Garde : M. Keita, 41 chemin du Moulin, garage bleu."),
    ]),
}  # fmt: skip
for name, (title, sheets) in DOCUMENTS.items():
    pages = []
    for _k, (lines, note) in enumerate(sheets):
        drawn = [(60.0, 780.0, 18.0, f"{title}")]
        drawn += [(60, 740 - 20 * j, 12, words) for j, words in enumerate(lines)]
        drawn += [(60, 60, 7, note)] if note else []
        pages.append(page(drawn))
    (HERE / f"{name}.pdf").write_bytes(pdf(pages, info={"Title": title}))
