"""What two services give back."""

import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402

HERE = Path(__file__).parent
ARTICLES = [
    ("2024-11-03", "Premier semis"),
    ("2025-02-17", "Le compost expliqué"),
    ("2025-06-30", "Trop de courgettes"),
    ("2026-03-09", "Une serre en récupération"),
]
blog: dict[str, str] = {"LISEZ-MOI.txt": "Archive de votre espace. Articles, commentaires, images, abonnés.\n"}
for i, (day, title) in enumerate(ARTICLES, 1):
    blog[f"articles/{i:03}.html"] = (
        f'<article><h1>{title}</h1><time datetime="{day}">{day}</time><p>{title} : le récit complet, avec ce qui a marché et ce qui a raté.</p></article>\n'
    )
blog["commentaires.json"] = json.dumps(
    [
        {"article": 2, "de": "Ilyes", "date": "2025-02-18", "texte": "Merci, je vais essayer !"},
        {"article": 3, "de": "Mona", "date": "2025-07-01", "texte": "Chez moi aussi !"},
    ],
    ensure_ascii=False,
    indent=1,
)
blog["images/images.csv"] = "fichier;article;legende\r\nserre.jpg;4;\r\ncompost.jpg;2;\r\ncourgettes.jpg;3;\r\n"
for name in ("serre", "compost", "courgettes"):
    blog[f"images/{name}.jpg.txt"] = "(image retirée de cet exemple)\n"
blog["abonnes/abonnes.csv"] = "mois;nombre\r\n2026-01;212\r\n2026-02;230\r\n2026-03;241\r\n"
write_zip(HERE, "export-blog.zip", blog)
video: dict[str, str] = {
    "index.json": json.dumps(
        [
            {"fichier": f"v{i}.mp4", "titre": t, "vues": v, "nb_commentaires": c}
            for i, (t, v, c) in enumerate(
                [("Monter une roue", 812, 14), ("Régler un frein", 1530, 40), ("Changer une chaîne", 655, 9)], 1
            )
        ],
        ensure_ascii=False,
        indent=1,
    )
}
for i in (1, 2, 3):
    video[f"videos/v{i}.mp4.txt"] = "(vidéo retirée de cet exemple)\n"
    video[f"sous-titres/v{i}.auto.vtt"] = (
        "WEBVTT\nNOTE version produite automatiquement, avant vos corrections\n\n00:01.000 --> 00:04.000\non va mon thé la roue\n"
    )
video["commentaires/resume.csv"] = "video;nombre\r\nv1;14\r\nv2;40\r\nv3;9\r\n"
video["abonnes.csv"] = "compte;depuis\r\n@awa.velo;2025-04-02\r\n@leo.r;2025-05-19\r\n@atelier.nord;2026-01-07\r\n"
write_zip(HERE, "export-video.zip", video)
