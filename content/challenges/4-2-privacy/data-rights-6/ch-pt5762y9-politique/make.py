import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

PARTS = {
    "1. Qui nous sommes": [
        "Révisio est édité par la société Atelier Brume, à Morvanne (France), responsable du traitement pour les comptes créés par des particuliers.",
        "Lorsqu’un établissement ouvre des comptes pour ses élèves, c’est lui qui est responsable du traitement, et Révisio agit pour son compte.",
        "Notre déléguée à la protection des données répond à l’adresse dpo@revisio.example.",
    ],
    "2. Ce que nous recueillons, et pourquoi": [
        "Compte : prénom ou pseudonyme, classe, adresse de courriel d’un adulte. Ces données servent à ouvrir et à protéger le compte, sur la base du contrat.",
        "Copies : les réponses et fichiers rendus par les élèves. Elles servent à la correction et au suivi, sur la base du contrat.",
        "Journaux techniques : adresse IP, date, appareil. Ils servent à détecter les intrusions, sur la base de notre intérêt légitime à sécuriser le service.",
        "Mesure d’audience : pages vues et durée de visite. Elle sert à améliorer les parcours et n’est faite qu’avec votre consentement, que vous pouvez retirer dans « Mes choix ».",
        "Nous ne vendons aucune donnée et n’affichons aucune publicité.",
    ],
    "3. Combien de temps": [
        "Les données du compte sont conservées tant que le compte est utilisé, et au plus trois ans après la dernière connexion.",
        "Les copies sont conservées dix-huit mois après leur remise, puis supprimées.",
        "Les journaux techniques sont conservés douze mois. Les données de mesure d’audience sont conservées treize mois.",
        "Les sauvegardes sont effacées au bout de soixante jours.",
    ],
    "4. Qui d’autre y a accès": [
        "Hébergement : société Nuéa, serveurs situés à Lille (France).",
        "Envoi des courriels : société Plume, en Irlande.",
        "Assistance aux utilisateurs : prestataire Norðurljós, dont les équipes travaillent en Islande et n’accèdent qu’aux comptes qui ont demandé de l’aide.",
        "Paiement des abonnements : société Solvia, au Luxembourg. Elle ne reçoit jamais les copies.",
    ],
    "5. Vos droits": [
        "Vous pouvez demander l’accès à vos données, leur rectification, leur effacement, leur limitation ou leur portabilité, et vous opposer aux traitements fondés sur l’intérêt légitime.",
        "Écrivez à dpo@revisio.example. Nous répondons dans un délai d’un mois. Vous pouvez aussi adresser une plainte à la CNIL.",
    ],
    "6. Sécurité": [
        "Les échanges sont chiffrés, les mots de passe sont protégés par une fonction lente et les accès de nos équipes sont enregistrés.",
    ],
}

body = "\n".join(
    f"<h2>{title}</h2>\n" + "\n".join(f"<p>{words}</p>" for words in parts) for title, parts in PARTS.items()
)
write_text(
    Path(__file__).parent,
    "politique.html",
    f"""<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Révisio, politique de confidentialité</title>
<style>body{{font:18px/1.6 sans-serif;max-width:42em;margin:2em auto;padding:0 1em}}</style></head>
<body>
<h1>Politique de confidentialité de Révisio</h1>
<p>Version du 2 février 2026.</p>
{body}
</body>
</html>
""",
)
