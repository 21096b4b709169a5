"""The incident form: what went wrong, written by hand on the day, to copy when the session is finalised."""

from __future__ import annotations

from pathlib import Path

from app.certification.papers.words import Words
from app.certification.sessions.queries import TeamSession
from app.lib.msgids import N_
from app.lib.pdf.documents import document

TEMPLATE = Path(__file__).with_name("incident-form.typ")
ROWS = 9
"""To write in."""
ASKED = (
    N_("Un incident a-t-il touché toute la session ?"),
    N_("Des candidats ont-ils eu du mal à rejoindre la session ?"),
)
CANDIDATES = (
    ("C1", N_("Nom, prénom ou date de naissance à corriger")),
    ("C2", N_("Temps majoré oublié ou à modifier")),
    ("C4", N_("Problème de signature")),
    ("C6", N_("Suspicion de fraude")),
    ("C7", N_("Incident technique sans conséquence")),
    ("C8", N_("Incident d’un candidat sans conséquence")),
)
QUESTIONS = (
    ("E1", N_("Image absente ou illisible")),
    ("E2", N_("Simulateur ou application qui ne marche pas")),
    ("E3", N_("Fichier qui ne s’ouvre pas")),
    ("E4", N_("Site indisponible")),
    ("E5", N_("Site bloqué par l’établissement")),
    ("E8", N_("Temps majoré dépassé sur une question chronométrée")),
    ("E9", N_("Logiciel manquant sur l’ordinateur")),
    ("E10", N_("Page quittée malgré soi, sur une question à faire sans la quitter")),
    ("E11", N_("Page d’erreur de la plateforme")),
    ("E12", N_("Problème d’accessibilité")),
)


async def incident_form(session: TeamSession, language: str) -> bytes:
    """The PDF."""
    words = Words(language)
    heading = words(N_("Procès-verbal d’incident"))
    head = words.head_of(session)
    facts = {
        **head,
        "words": {**head["words"], "yes": words(N_("oui")), "no": words(N_("non"))},
        "heading": heading,
        "questions": [words(asked) for asked in ASKED],
        "headings": [words(name) for name in (N_("Candidat"), N_("Code"), N_("Question"), N_("Ce qui s’est passé"))],
        "blank_rows": ROWS,
        "codes": [
            {"heading": words(name), "codes": [(code, words(meaning)) for code, meaning in codes]}
            for name, codes in (
                (N_("Codes : le candidat"), CANDIDATES),
                (N_("Codes : une question (indiquez son numéro)"), QUESTIONS),
            )
        ],
    }
    return await document(TEMPLATE, facts, title=f"{heading} – {session.id}", language=language)
