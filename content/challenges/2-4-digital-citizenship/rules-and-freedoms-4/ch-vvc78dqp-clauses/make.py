"""Les conditions d’utilisation d’un service de photos, inventé."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document

ARTICLES = [
    (
        "1. Objet",
        "Les présentes conditions encadrent l’usage du service Vuelac, qui permet de ranger, de retoucher et de partager des photos.",
    ),
    (
        "2. Inscription",
        "L’inscription est ouverte aux personnes d’au moins 15 ans. Entre 13 et 15 ans, l’accord d’un parent est demandé et vérifié par courriel dans les 14 jours.",
    ),
    (
        "3. Compte",
        "Chaque compte est personnel. Le mot de passe ne doit être communiqué à personne. Vuelac peut demander de le changer tous les 24 mois.",
    ),
    (
        "4. Contenus",
        "Vous restez propriétaire de vos photos. Vous vous engagez à ne publier que des images que vous avez le droit de diffuser.",
    ),
    (
        "5. Licence",
        "Pour les photos que vous rendez publiques, vous accordez à Vuelac et à ses partenaires une licence gratuite d’affichage et d’adaptation, pour le monde entier, tant qu’elles restent publiques. Pour les photos privées, aucune licence n’est accordée au-delà de ce qui est nécessaire à leur stockage.",
    ),
    (
        "6. Publicité",
        "Le service affiche des annonces choisies selon les thèmes de vos photos publiques. Vous pouvez refuser ce choix dans vos réglages ; les annonces seront alors générales.",
    ),
    (
        "7. Modération",
        "Un contenu signalé est examiné dans les 48 heures. La décision est motivée et peut être contestée pendant six mois.",
    ),
    (
        "8. Disponibilité",
        "Le service peut être interrompu pour entretien, au plus 12 heures par mois, annoncées 3 jours avant.",
    ),
    (
        "9. Changement des conditions",
        "Tout changement des présentes conditions est annoncé par courriel 30 jours avant son entrée en vigueur. Continuer d’utiliser le service vaut accord ; vous pouvez sinon fermer votre compte sans frais.",
    ),
    (
        "10. Fermeture",
        "Vous pouvez fermer votre compte à tout moment. Vos photos restent récupérables pendant 60 jours, puis sont effacées.",
    ),
    (
        "11. Inactivité",
        "Un compte auquel personne ne s’est connecté depuis 18 mois est supprimé, après deux courriels d’avertissement envoyés à 15 jours d’intervalle.",
    ),
    (
        "12. Droit applicable",
        "Les présentes conditions sont soumises au droit français. En cas de litige, une médiation gratuite est proposée.",
    ),
]
blocks = [("title", "Conditions d’utilisation de Vuelac")]
for heading, body in ARTICLES:
    blocks += [("h1", heading), ("p", body)]
write_document(Path(__file__).parent, "conditions", blocks, title="Conditions d’utilisation de Vuelac")
