import random
import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_csv

NAMES = [
    "facture_0412.pdf.js",
    "photos_chorale.scr",
    "planning_equipe.xlsm",
    "programme.pdf",
    "setup_notes.txt",
    "rapport.js.pdf",
    "macro_economie.docx",
    "devis_peinture.pdf",
    "plan_salle.png",
    "compte_rendu.docx",
    "budget_2026.xlsx",
    "tarifs.csv",
    "logo_club.png",
    "affiche_A3.pdf",
    "menu_mai.pdf",
    "photo_equipe.jpg",
    "IMG_2041.jpg",
    "IMG_2042.jpg",
    "liste_inscrits.xlsx",
    "convention.pdf",
    "statuts.pdf",
    "recu_don_17.pdf",
    "horaires_bus.pdf",
    "discours.docx",
    "hymne.mp3",
    "video_gala.mp4",
    "carte_invitation.png",
    "annuaire.csv",
    "facture_0388.pdf",
    "facture_0401.pdf",
    "relance_0388.pdf",
    "contrat_sono.pdf",
    "inventaire.xlsx",
    "programme_gala.docx",
    "scr_reunion.png",
    "exe_comptable_2025.pdf",
    "presse_avril.jpg",
    "attestation.pdf",
    "note_interne.txt",
    "partition.pdf",
    "bon_commande.pdf",
    "rib_association.pdf",
    "planning_salle.xlsx",
    "releve_mars.csv",
]
SENDERS = ["accueil", "compta", "chorale", "fournisseur", "mairie", "tresor"]

draw = random.Random(7)
draw.shuffle(NAMES)
day = date(2026, 4, 1)
rows: list[tuple[object, ...]] = [("Numéro", "Date", "Expéditeur", "Nom du fichier", "Taille (Ko)")]
for rank, name in enumerate(NAMES, start=1):
    rows.append((rank, day + timedelta(rank * 29 // len(NAMES)), draw.choice(SENDERS), name, draw.randrange(12, 2400)))
write_csv(Path(__file__).parent, "pieces.csv", rows, encoding="utf-8-sig")
