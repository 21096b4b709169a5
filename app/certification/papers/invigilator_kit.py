"""The invigilator's kit: the secrets of the session, and what to do before, during and after."""

from __future__ import annotations

from app.certification.papers.paper import MARGIN, WIDTH, Paper, cut
from app.certification.papers.words import LONGEST_EXAMINERS, Words
from app.certification.sessions.queries import TeamSession
from app.lib.msgids import N_

LONGEST_PLACE = 70
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


def invigilator_kit(session: TeamSession, address: str, language: str) -> bytes:
    """The PDF. `address`: of the invigilator's space."""
    words = Words(language)
    title = words(N_("Kit du surveillant"))
    paper = Paper(f"{title} – {session.id}", language)
    paper.text(MARGIN, 22, title, 16, bold=True)
    paper.text(MARGIN, 29, cut(words.shown(session.member.centre_name), LONGEST_PLACE), 10)
    y = _facts(paper, session, words, 38.0)
    y = _secrets(paper, session, address, words, y + 4)
    for heading, steps in PARTS:
        paper.text(MARGIN, y, words(heading), 11, bold=True)
        y += 6.5
        for step in steps:
            paper.text(MARGIN + 2, y, "•", 10)
            y = paper.paragraph(MARGIN + 7, y, words(step), WIDTH - 2 * MARGIN - 7, 10) + 1
        y += 4
    return paper.finished()


def _facts(paper: Paper, session: TeamSession, words: Words, y: float) -> float:
    examiners = cut(words.shown(session.examiners), LONGEST_EXAMINERS)
    for label, value in [*words.facts_of(session), (words(N_("Surveillant(s)")), examiners)]:
        paper.text(MARGIN, y, label, 9)
        paper.text(MARGIN + 45, y, cut(value, LONGEST_PLACE), 9, bold=True)
        y += 5.5
    return y


def _secrets(paper: Paper, session: TeamSession, address: str, words: Words, y: float) -> float:
    secrets = (
        (words(N_("Espace de surveillance")), address),
        (words(N_("Numéro de session")), str(session.id)),
        (words(N_("Mot de passe du surveillant")), session.invigilator_password),
        (words(N_("Code d’accès, pour les candidats")), session.access_code),
    )
    paper.box(MARGIN, y, WIDTH - 2 * MARGIN, 8.0 * len(secrets) + 4)
    y += 8
    for label, value in secrets:
        paper.text(MARGIN + 4, y, label, 10)
        paper.text(MARGIN + 75, y, value, 11, bold=True)
        y += 8
    return y + 6
