"""Two files of fourteen messages; the only threat is polite and conditional."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

LAWS = [
    ("h2", "Extraits de textes"),
    (
        "p",
        "Code pénal, article 222-17 : « La menace de commettre un crime ou un délit contre les personnes dont la tentative est punissable est punie […] lorsqu’elle est, soit réitérée, soit matérialisée par un écrit, une image ou tout autre objet. »",
    ),
    (
        "p",
        "Loi du 29 juillet 1881, article 29 : toute allégation ou imputation d’un fait qui porte atteinte à l’honneur est une diffamation ; toute expression outrageante qui ne renferme l’imputation d’aucun fait est une injure.",
    ),
]
FILES = {
    "rosalie": (
        "Rosalie Ferrand",
        [
            ("PasSympa", "2 mars", "T’es qu’une moins que rien."),
            ("La Chouette", "2 mars", "Je ne suis pas d’accord avec ton article, et je vais y répondre."),
            ("PasSympa", "3 mars", "Va donc te cacher, minable !"),
            ("merle_gris", "3 mars", "Votre article sur le club était très intéressant, Rosalie."),
            ("K. Razor", "4 mars", "Rosalie a volé les recettes du bal, demandez au trésorier."),
            ("PasSympa", "4 mars", "Je te déteste, tu es insupportable !!!"),
            ("Petite Ourse", "5 mars", "Personne ne lira ton prochain article, il sera nul comme les autres."),
            ("merle_gris", "6 mars", "Vous rentrez toujours à vélo par la route du lac, après le journal ?"),
            ("K. Razor", "6 mars", "Elle a aussi triché à son concours, tout le monde le sait."),
            ("La Chouette", "7 mars", "Je quitterai le club si elle continue de l’animer."),
            (
                "merle_gris",
                "8 mars",
                "Si un troisième article paraît, je vous attendrai un soir sur cette route avec ma voiture, et vous n’en reviendrez pas. Bien à vous.",
            ),
            ("Petite Ourse", "9 mars", "Ton style me donne envie de dormir."),
            ("PasSympa", "9 mars", "Tu vas voir ce que tu vas voir, bouffonne."),
            ("La Chouette", "10 mars", "Je saisirai le bureau du club pour demander un droit de réponse."),
        ],
    ),
    "hakim": (
        "Hakim Belaïd",
        [
            ("Le_Justicier", "11 mai", "Honte à toi, Hakim, espèce de lâche !"),
            ("Sirocco", "11 mai", "Hakim a falsifié le vote des délégués, j’étais là."),
            ("vent du nord", "12 mai", "Bonjour Hakim. Vous courez toujours le matin sur la digue ?"),
            ("Le_Justicier", "12 mai", "Tu me dégoûtes, je ne veux plus jamais te parler."),
            ("Olive", "13 mai", "Ta proposition est la pire que j’aie lue cette année."),
            ("Le_Justicier", "13 mai", "Un jour, tout le monde saura qui tu es vraiment !!!"),
            ("Sirocco", "14 mai", "Et il a détourné l’argent du voyage, c’est sûr."),
            ("Mistral 84", "14 mai", "Je voterai contre toi, et je dirai pourquoi."),
            ("vent du nord", "15 mai", "Il paraît que la digue est glissante, en ce moment. Prenez soin de vous."),
            ("Olive", "16 mai", "Franchement, arrête la politique, tu es ridicule."),
            ("Le_Justicier", "16 mai", "Je vais porter plainte contre toi, gros nul."),
            (
                "vent du nord",
                "17 mai",
                "Si vous ne retirez pas votre liste lundi, je vous noierai moi-même dans le bassin du port. Réfléchissez.",
            ),
            ("Mistral 84", "17 mai", "Je demande un nouveau décompte devant témoins."),
            ("Olive", "18 mai", "Encore un discours pour rien."),
        ],
    ),
}
for name, (person, messages) in FILES.items():
    assert len(messages) == 14 and len({who for who, _, _ in messages}) >= 4
    write_document(
        Path(__file__).parent,
        f"dossier-{name}",
        [
            ("h1", f"Messages reçus par {person}"),
            ("table", [["Compte", "Date", "Message"], *[[who, day, words] for who, day, words in messages]]),
            *LAWS,
        ],
        title=f"Dossier de {person}",
    )
