"""The attendance sheet: who is enrolled, to sign. Twenty a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.certification.candidates.queries import Enrolled
from app.certification.papers.words import Words
from app.certification.sessions.queries import TeamSession
from app.lib.msgids import N_
from app.lib.pdf.documents import document
from app.lib.pdf.letters import cut

TEMPLATE = Path(__file__).with_name("attendance.typ")
A_PAGE = 20
"""What the template has room for."""
LONGEST = 21
"""Characters of a cell."""


async def attendance_sheet(session: TeamSession, candidates: Sequence[Enrolled], language: str) -> bytes:
    """The PDF; a session with nobody has one page without names."""
    words = Words(language)
    heading, school = words(N_("Feuille d’émargement")), session.member.is_school
    pages = max(1, -(-len(candidates) // A_PAGE))
    numbered = N_("page %(number)s/%(pages)s")
    facts = {
        **words.head_of(session),
        "heading": heading,
        "pages": [words(numbered, number=number, pages=pages) for number in range(1, pages + 1)],
        "headings": [
            words(N_("Nom de naissance")),
            words(N_("Prénom")),
            words(N_("Naissance")),
            words(N_("Division")) if school else words(N_("Identifiant externe")),
            words(N_("Signature")),
        ],
        "rows": [[cut(cell, LONGEST) for cell in _cells(one, school)] for one in candidates],
    }
    return await document(TEMPLATE, facts, title=f"{heading} – {session.id}", language=language)


def _cells(one: Enrolled, school: bool) -> tuple[str, ...]:
    """All but the signature."""
    born = f"{one.birthdate:%d/%m/%Y}" if one.birthdate else ""
    return one.last_name, one.first_name, born, one.division if school else one.external_id
