"""A letter with one homophone: « pris en conte »; in English, another: “a peace of advice”."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_document  # noqa: E402

blocks = [
    ("p", "Club nautique de Kervadec", {"bold": True}),
    ("p", "12, quai des Voiliers\n29999 Kervadec"),
    ("p", "Kervadec, le 3 mars 2026", {"align": "right"}),
    ("p", "Objet : votre inscription au cours de voile"),
    ("p", "Madame Wojciechowska,"),
    ("p", "Nous avons reçu votre lettre du 24 février et nous vous remercions de l’intérêt que vous portez à notre club."),
    (
        "p",
        "Nous avons bien pris en conte votre demande : Gwenaëlle pourra suivre le cours du samedi, de dix heures à midi, "
        "sur le plan d’eau de Trezmeur. Les moniteurs prêtent les gilets ; pensez à une tenue chaude et à des chaussures "
        "qui ne craignent pas l’eau.",
    ),
    (
        "p",
        "Le prix de la session est de quatre-vingts euros. Vous pouvez régler en deux fois, par chèque ou par virement. "
        "Si le temps est trop mauvais, le cours a lieu dans la salle : on y apprend les nœuds, la météo et les règles de "
        "priorité.",
    ),
    ("p", "Une réunion d’accueil se tiendra le samedi 14 mars, sur le quai, à neuf heures et demie. Toute la famille y est "
     "la bienvenue."),
    ("p", "Nous vous prions d’agréer, Madame, l’expression de nos salutations les meilleures."),
    ("p", "Pour le club, Yoenn Le Bihan", {"align": "right"}),
]  # fmt: skip
write_document(Path(__file__).parent, "lettre", blocks, title="Lettre d’inscription")

english = [
    ("p", "Seaford Sailing Club", {"bold": True}),
    ("p", "12 Quayside Road\nSeaford"),
    ("p", "Seaford, 3 March 2026", {"align": "right"}),
    ("p", "Subject: your enrolment in the sailing course"),
    ("p", "Dear Mrs Wojciechowska,"),
    ("p", "We received your letter of 24 February and thank you for your interest in our club."),
    (
        "p",
        "Gwen can join the Saturday course, from ten o’clock to noon, on Trezmeur lake. The instructors lend the life "
        "jackets; bring warm clothes, and shoes that do not mind the water. One more peace of advice: come a quarter of "
        "an hour early.",
    ),
    (
        "p",
        "The course costs eighty pounds. You may pay in two parts, by cheque or by transfer. When the weather is too bad, "
        "the course takes place indoors: pupils learn knots, the weather and the rules of the road.",
    ),
    ("p", "A welcome meeting will be held on Saturday 14 March, on the quay, at half past nine. The whole family is welcome."),
    ("p", "Yours sincerely,"),
    ("p", "For the club, Owen Bell", {"align": "right"}),
]  # fmt: skip
write_document(Path(__file__).parent, "letter", english, title="Enrolment letter")
