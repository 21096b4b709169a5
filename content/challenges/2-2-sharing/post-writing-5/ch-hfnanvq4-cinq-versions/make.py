"""Two announcements, each in five versions."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402

HERE = Path(__file__).parent
write_zip(
    HERE,
    "cine-plein-air.zip",
    {
        "article.txt": "Le cinéma s’installe au parc\n\nSamedi 13 juin, l’écran géant revient sur la grande pelouse du parc des Cèdres. Projection de « La Mer en hiver » à 22 h, quand la nuit sera tombée. Accueil dès 21 h, entrée libre. En cas de pluie, repli à la salle Prévert, même heure. Pensez aux couvertures.\n",
        "message-reseau.txt": "Ciné plein air samedi 13 juin au parc des Cèdres ! 22 h, « La Mer en hiver », gratuit. Pluie ? Salle Prévert. #CineDesCedres\n",
        "affiche.txt": "CINÉMA EN PLEIN AIR\nLa Mer en hiver\nSamedi 13 juin - 22 h (accueil 21 h)\nParc des Cèdres\nEntrée libre\n",
        "lettre-familles.txt": "Chères familles,\n\nLe vendredi 12 juin, la ville vous invite à une projection en plein air de « La Mer en hiver », au parc des Cèdres. Vous serez accueillies dès 21 h et le film commencera à 22 h. L’entrée est libre. S’il pleut, la séance aura lieu salle Prévert.\n\nBien à vous\n",
        "sms.txt": "Ciné plein air samedi 13 juin, 22 h : La Mer en hiver. Accueil 21 h, gratuit. Apportez une couverture.\n",
    },
)
write_zip(
    HERE,
    "marche-de-nuit.zip",
    {
        "article.txt": "Marcher sous les étoiles\n\nLe club propose sa marche de nuit le 22 août. Rendez-vous à 21 h 30 devant l’ancienne gare d’Aurel. Huit kilomètres, retour vers minuit. 4 €, gratuit avant 12 ans. Lampe obligatoire.\n",
        "message-reseau.txt": "Marche de nuit à Aurel ! Huit kilomètres sous les étoiles, départ 21 h 30 devant l’ancienne gare. 4 € (gratuit avant 12 ans), lampe obligatoire.\n",
        "affiche.txt": "MARCHE DE NUIT\n22 août, 21 h 30\nAncienne gare d’Aurel\n8 km - lampe obligatoire\n4 € pour toutes et tous, 2 € avant 12 ans\n",
        "lettre-adherents.txt": "Chers adhérents, chères adhérentes,\n\nNotre marche de nuit aura lieu le 22 août. Nous partirons à 21 h 30 de l’ancienne gare d’Aurel, pour huit kilomètres. La participation est de 4 € ; les enfants de moins de 12 ans ne paient pas. Chacun apporte une lampe.\n",
        "sms.txt": "Marche de nuit 22/08, 21 h 30, ancienne gare d’Aurel. 4 €, enfants gratuits (-12 ans). Lampe !\n",
    },
)
