"""The invigilator's kit: the secrets of the session, and what to do before, during and after."""

from __future__ import annotations

from pathlib import Path

from app.certification.papers.words import Words
from app.certification.sessions.queries import TeamSession
from app.lib.msgids import N_
from app.lib.pdf.documents import document

TEMPLATE = Path(__file__).with_name("invigilator-kit.typ")
PARTS = (
    (
        N_("Avant la session"),
        (
            N_("Ouvrez l’espace de surveillance à l’adresse ci-dessus, avec votre compte Pix."),
            N_("Entrez le numéro de session et le mot de passe. Ne donnez ce mot de passe à personne."),
            N_("Vérifiez les postes : un navigateur récent, une connexion, pas d’autre page ouverte."),
        ),
    ),
    (
        N_("À l’entrée des candidats"),
        (
            N_("Contrôlez la pièce d’identité de chacun et faites signer la feuille d’émargement."),
            N_("Donnez le numéro de session : chacun le tape, avec ses noms et sa date de naissance."),
            N_("Confirmez la présence de chacun dans l’espace de surveillance, puis donnez le code d’accès."),
        ),
    ),
    (
        N_("Pendant le test"),
        (
            N_("Les candidats ne communiquent pas, n’utilisent ni téléphone ni messagerie, et restent sur leur poste."),
            N_("Un candidat peut signaler un problème sur une question : traitez l’alerte depuis votre espace."),
            N_("Un candidat qui a quitté son test ne le reprend qu’avec votre autorisation."),
            N_("Notez tout incident sur le procès-verbal, au moment où il a lieu."),
        ),
    ),
    (
        N_("À la fin"),
        (
            N_("Attendez que chaque candidat ait vu l’écran de fin avant qu’il quitte la salle."),
            N_("Remettez la feuille d’émargement et le procès-verbal au centre, qui finalise la session."),
        ),
    ),
)


async def invigilator_kit(session: TeamSession, address: str, language: str) -> bytes:
    """The PDF. `address`: of the invigilator's space."""
    words = Words(language)
    heading = words(N_("Kit du surveillant"))
    facts = {
        **words.head_of(session),
        "heading": heading,
        "secrets": [
            (words(N_("Espace de surveillance")), address),
            (words(N_("Numéro de session")), str(session.id)),
            (words(N_("Mot de passe du surveillant")), session.invigilator_password),
            (words(N_("Code d’accès, pour les candidats")), session.access_code),
        ],
        "parts": [{"heading": words(name), "steps": [words(step) for step in steps]} for name, steps in PARTS],
    }
    return await document(TEMPLATE, facts, title=f"{heading} – {session.id}", language=language)
