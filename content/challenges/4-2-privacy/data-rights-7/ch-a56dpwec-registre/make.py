import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table

ROWS = [
    ("N°", "Traitement", "But annoncé", "Données", "Destinataires", "Durée", "Base et mesures"),
    (
        1,
        "Adhésions",
        "Gérer les membres",
        "Nom, courriel, téléphone",
        "Secrétariat",
        "Adhésion, puis 1 an",
        "Contrat ; accès nominatif",
    ),
    (
        2,
        "Pièces comptables",
        "Tenir les comptes",
        "Nom, montant, date",
        "Trésorière",
        "10 ans",
        "Obligation légale de conserver 10 ans ; armoire fermée",
    ),
    (
        3,
        "Prêt de vélos",
        "Prêter et récupérer un vélo",
        "Nom, téléphone, religion, n° de sécurité sociale",
        "Accueil",
        "Durée du prêt",
        "Contrat ; registre papier sous clé",
    ),
    (
        4,
        "Contacts d’urgence",
        "Prévenir un proche",
        "Nom et téléphone du proche",
        "Entraîneuses",
        "Saison",
        "Intérêt légitime ; feuille détruite en fin de saison",
    ),
    (
        5,
        "Lettre d’information",
        "Informer les membres de la vie du club",
        "Courriel",
        "Secrétariat ; sponsor Ventiline, pour ses offres",
        "Jusqu’au désabonnement",
        "Consentement à recevoir la lettre ; liste chiffrée",
    ),
    (
        6,
        "Caméra du parking",
        "Prévenir les vols de vélos",
        "Images",
        "Président",
        "15 jours",
        "Intérêt légitime ; accès journalisé, panneau d’information",
    ),
    (
        7,
        "Photos du site",
        "Montrer la vie du club",
        "Photos avec accord écrit",
        "Public du site",
        "Jusqu’au retrait de l’accord",
        "Consentement ; retrait en 48 heures",
    ),
    (
        8,
        "Candidatures refusées",
        "Choisir les bénévoles",
        "Nom, lettre, expériences",
        "Bureau",
        "Sans limite",
        "Intérêt légitime ; dossier protégé",
    ),
]
write_table(Path(__file__).parent, "registre", ROWS, sheet="Registre")
