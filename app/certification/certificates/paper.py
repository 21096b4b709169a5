"""The certificate on one sheet of A4, to print or to send."""

from __future__ import annotations

from collections.abc import Sequence

from app.certification.certificates.meanings import MEANINGS
from app.certification.certificates.queries import AreaLevels, Certification
from app.certification.papers.paper import MARGIN, WIDTH, Paper, cut
from app.certification.papers.words import Words
from app.certification.results.outcomes import LEVELS
from app.lib.msgids import N_
from app.web.formats import date_filter

INSIDE = WIDTH - 2 * MARGIN
LONGEST_NAME = 45
LONGEST_PLACE = 70
LONGEST_COMPETENCE = 75
ROW = 6.0


def certificate_sheet(one: Certification, areas: Sequence[AreaLevels], address: str, language: str) -> bytes:
    """The PDF of a certification that is obtained; `address`: of the page that verifies its code."""
    assert one.outcome is not None
    words, day = Words(language), date_filter(language)
    name = words.shown(f"{one.first_name} {one.last_name}")
    title = words(N_("Certification des compétences numériques"))
    paper = Paper(f"{title} – {name}", language)
    paper.text(MARGIN, 20, title, 11)
    paper.text(MARGIN, 31, cut(name, LONGEST_NAME), 18, bold=True)
    if one.birthdate:
        born = day(one.birthdate) + (f", {words.shown(one.birth_city)}" if one.birth_city else "")
        paper.text(MARGIN, 38, cut(born, LONGEST_PLACE), 10)
    score = words(N_("%(pix)s pix sur %(most)s"), pix=one.outcome.score, most=one.max_score)
    y = 49.0
    for label, value in (
        (words(N_("Score")), score),
        (words(N_("Niveau global")), words(LEVELS[one.outcome.level])),
        (words(N_("Centre de certification")), words.shown(one.centre)),
        (words(N_("Test passé le")), day(one.started_at)),
        (words(N_("Délivré le")), day(one.published_at) if one.published_at else ""),
    ):
        paper.text(MARGIN, y, label, 9)
        paper.text(MARGIN + 55, y, cut(value, LONGEST_PLACE), 10, bold=True)
        y += ROW
    y = paper.paragraph(MARGIN, y + 4, words(MEANINGS[one.outcome.level]), INSIDE, 9.5)
    y = _levels(paper, y + 6, areas, words)
    paper.text(MARGIN, y + 6, f"{words(N_('Code de vérification :'))} {one.code}", 11, bold=True)
    paper.paragraph(MARGIN, y + 12, words(N_("À saisir sur %(address)s"), address=address), INSIDE, 9)
    return paper.finished()


def _levels(paper: Paper, y: float, areas: Sequence[AreaLevels], words: Words) -> float:
    """Where the next line would be."""
    paper.text(MARGIN, y, words(N_("Niveau par compétence")), 12, bold=True)
    y += 8
    for area in areas:
        paper.text(MARGIN, y, _name(area.area.name, area.area.english, words), 9.5, bold=True)
        y += ROW
        for competence, level in area.levels:
            name = _name(competence.name, competence.english, words)
            paper.text(MARGIN + 4, y, cut(name, LONGEST_COMPETENCE), 9.5)
            paper.text(WIDTH - MARGIN, y, "–" if level is None else str(level), 9.5, bold=True, right=True)
            y += ROW
        y += 2
    return y


def _name(french: str, english: str, words: Words) -> str:
    return english if words.language == "en" else words.shown(french)
