"""The incident form: what went wrong, written by hand on the day, to copy when the session is finalised."""

from __future__ import annotations

from app.certification.papers.paper import MARGIN, WIDTH, Paper, cut
from app.certification.papers.words import LONGEST_EXAMINERS, Words
from app.certification.sessions.queries import TeamSession
from app.lib.msgids import N_

LONGEST_PLACE = 70
WIDTHS = (45.0, 17.0, 20.0, 98.0)
ROWS = 8
ROW = 12.0
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


def incident_form(session: TeamSession, language: str) -> bytes:
    """The PDF."""
    words = Words(language)
    title = words(N_("Procès-verbal d’incident"))
    paper = Paper(f"{title} – {session.id}", language)
    paper.text(MARGIN, 22, title, 16, bold=True)
    paper.text(MARGIN, 29, cut(words.shown(session.member.centre_name), LONGEST_PLACE), 10)
    y = 38.0
    examiners = cut(words.shown(session.examiners), LONGEST_EXAMINERS)
    for label, value in [*words.facts_of(session), (words(N_("Surveillant(s)")), examiners)]:
        paper.text(MARGIN, y, label, 9)
        paper.text(MARGIN + 45, y, cut(value, LONGEST_PLACE), 9, bold=True)
        y += 5.5
    y = _questions(paper, words, y + 3)
    y = _table(paper, words, y + 1)
    y = _codes(paper, words, y + 7)
    paper.box(WIDTH - MARGIN - 70, 34, 70, 26)
    paper.text(WIDTH - MARGIN - 68, 38.5, words(N_("Signature du surveillant")), 8)
    return paper.finished()


def _questions(paper: Paper, words: Words, y: float) -> float:
    for asked in (
        N_("Un incident a-t-il touché toute la session ?"),
        N_("Des candidats ont-ils eu du mal à rejoindre la session ?"),
    ):
        paper.text(MARGIN, y, words(asked), 10)
        paper.text(WIDTH - MARGIN, y, f"☐ {words(N_('oui'))}    ☐ {words(N_('non'))}", 10, right=True)
        y += 6.5
    return y


def _table(paper: Paper, words: Words, y: float) -> float:
    headings = (N_("Candidat"), N_("Code"), N_("Question"), N_("Ce qui s’est passé"))
    paper.grid(MARGIN, y, WIDTHS, [8.0, *[ROW] * ROWS])
    x = MARGIN
    for heading, width in zip(headings, WIDTHS, strict=True):
        paper.text(x + 1.5, y + 5.5, words(heading), 9, bold=True)
        x += width
    return y + 8 + ROW * ROWS


def _codes(paper: Paper, words: Words, y: float) -> float:
    """Two columns: what concerns a candidate, what concerns a question."""
    ends = []
    for x, heading, codes in (
        (MARGIN, N_("Codes : le candidat"), CANDIDATES),
        (MARGIN + 82, N_("Codes : une question (indiquez son numéro)"), QUESTIONS),
    ):
        paper.text(x, y, words(heading), 9, bold=True)
        below = y + 5.5
        for code, meaning in codes:
            paper.text(x, below, code, 8.5, bold=True)
            below = paper.paragraph(x + 9, below, words(meaning), 88 if x > MARGIN else 70, 8.5) + 0.6
        ends.append(below)
    return max(ends)
