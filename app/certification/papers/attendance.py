"""The attendance sheet: who is enrolled, to sign. Twenty a page."""

from __future__ import annotations

from collections.abc import Sequence

from app.certification.candidates.queries import Enrolled
from app.certification.papers.paper import MARGIN, WIDTH, Paper, cut
from app.certification.papers.words import LONGEST_EXAMINERS, Words
from app.certification.sessions.queries import TeamSession
from app.lib.msgids import N_

A_PAGE = 20
LONGEST = 21
"""Characters of a cell."""
LONGEST_PLACE = 60
WIDTHS = (42.0, 42.0, 24.0, 36.0, 36.0)
HEAD, ROW = 9.0, 9.4
TABLE = 76.0
"""How far down the table begins."""


def attendance_sheet(session: TeamSession, candidates: Sequence[Enrolled], language: str) -> bytes:
    """The PDF; a session with nobody has one page without names."""
    words = Words(language)
    title = words(N_("Feuille d’émargement"))
    paper = Paper(f"{title} – {session.id}", language)
    pages = [candidates[first : first + A_PAGE] for first in range(0, len(candidates), A_PAGE)] or [[]]
    for number, page in enumerate(pages, 1):
        if number > 1:
            paper.next_page()
        paper.text(MARGIN, 22, title, 16, bold=True)
        paper.text(
            WIDTH - MARGIN, 22, words(N_("page %(number)s/%(pages)s"), number=number, pages=len(pages)), right=True
        )
        _head(paper, session, words)
        _table(paper, session, page, words)
    return paper.finished()


def _head(paper: Paper, session: TeamSession, words: Words) -> None:
    paper.text(MARGIN, 29, cut(words.shown(session.member.centre_name), LONGEST_PLACE), 10)
    y = 38.0
    for label, value in words.facts_of(session):
        paper.text(MARGIN, y, label, 9)
        paper.text(MARGIN + 42, y, cut(value, LONGEST_PLACE), 9, bold=True)
        y += 5.5
    label = words(N_("Surveillant(s) : %(names)s"), names=cut(words.shown(session.examiners), LONGEST_EXAMINERS))
    paper.text(MARGIN, y + 3, label, 9)
    paper.box(WIDTH - MARGIN - 60, 34, 60, 26)
    paper.text(WIDTH - MARGIN - 58, 38.5, words(N_("Signature du surveillant")), 8)


def _table(paper: Paper, session: TeamSession, candidates: Sequence[Enrolled], words: Words) -> None:
    school = session.member.is_school
    headings = (
        words(N_("Nom de naissance")),
        words(N_("Prénom")),
        words(N_("Naissance")),
        words(N_("Division")) if school else words(N_("Identifiant externe")),
        words(N_("Signature")),
    )
    rows = [HEAD, *[ROW] * len(candidates)]
    paper.grid(MARGIN, TABLE, WIDTHS, rows)
    _row(paper, TABLE + 6, headings, bold=True)
    for number, one in enumerate(candidates):
        cells = (
            one.last_name,
            one.first_name,
            f"{one.birthdate:%d/%m/%Y}" if one.birthdate else "",
            one.division if school else one.external_id,
            "",
        )
        _row(paper, TABLE + HEAD + ROW * number + 6, cells)


def _row(paper: Paper, y: float, cells: Sequence[str], *, bold: bool = False) -> None:
    x = MARGIN
    for cell, width in zip(cells, WIDTHS, strict=True):
        paper.text(x + 1.5, y, cut(cell, LONGEST), 8.5, bold=bold)
        x += width
