"""The sheet of candidates: written, and read back."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from app.certification.candidates.civil_status import CELL_EXAMPLE
from app.certification.candidates.identity import Identity, read_identity
from app.certification.candidates.names import match_name
from app.certification.candidates.queries import Enrolled
from app.certification.sheet.columns import Column, columns_of, places_of, typed_of
from app.lib.msgids import N_
from app.lib.ods import OdsWorkbook
from app.lib.ods_reading import UnreadableSheet, read_sheet
from app.lib.sheets import Heading, Sheet
from app.web.languages import LANGUAGES, translator
from app.web.messages import Message

MOST = 500
"""Candidates of a sheet."""
MOST_ERRORS = 200


@dataclass(frozen=True)
class Fault:
    """What to correct in a line of the sheet."""

    line: int
    """As spreadsheets number it: 1 for the headings. 0: the whole sheet."""
    column: str
    """Its heading, a message id; empty for the whole line."""
    message: Message


@dataclass
class Read:
    """What a sheet holds: the candidates, or everything there is to correct."""

    identities: list[Identity] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unreadable: bool = False
    """It is no sheet, or one that was made to harm."""


def candidates_sheet(candidates: Sequence[Enrolled], language: str, *, school: bool) -> bytes:
    """An ODS workbook with those already enrolled, to complete."""
    words, file = translator(language), io.BytesIO()
    columns = columns_of(school=school)
    book = OdsWorkbook(file)
    book.begin(Sheet(words(N_("Candidats")), tuple(Heading(words(one.heading), one.width) for one in columns)))
    book.rows([[_cell(column, one, language) for column in columns] for one in candidates])
    book.close()
    return file.getvalue()


def read_candidates(content: bytes, today: date, *, school: bool) -> Read:
    """The candidates of a sheet, each line checked as the form is; every fault is told."""
    read = Read()
    translators, columns = [translator(language) for language in LANGUAGES], columns_of(school=school)
    try:
        rows = read_sheet(content)
    except UnreadableSheet:
        words = N_("Ce fichier n’est pas une feuille ODS lisible : repartez de celle à télécharger")
        return Read(faults=[Fault(0, "", Message(words))], unreadable=True)
    places = places_of(rows[0] if rows else [], columns, translators)
    missing = [one for one in columns if one.key not in places]
    if missing:
        return _without(missing)
    lines = [(number, row) for number, row in enumerate(rows[1:], 2) if any(row)]
    if not lines:
        return _refused(N_("Cette feuille n’a aucun candidat"))
    if len(lines) > MOST:
        return _refused(N_("Cette feuille a trop de candidats : 500 au plus"))
    headings, seen = {one.key: one.heading for one in columns}, dict[tuple[str, date], int]()
    for number, row in lines:
        typed = typed_of(row, places, translators)
        identity, errors = read_identity(typed, today, school=school, example=CELL_EXAMPLE)
        read.faults += [Fault(number, headings.get(key, ""), message) for key, message in errors.items()]
        if identity is not None:
            _keep(read, identity, number, seen)
    return read


def _keep(read: Read, identity: Identity, line: int, seen: dict[tuple[str, date], int]) -> None:
    """Raises nothing: the same person twice is a fault of the second line."""
    key = (match_name(identity.first_name, identity.last_name), identity.birthdate)
    before = seen.setdefault(key, line)
    if before == line:
        read.identities.append(identity)
    else:
        read.faults.append(Fault(line, "", Message(N_("Cette personne est déjà à la ligne %(line)s"), line=before)))


def _cell(column: Column, candidate: Enrolled, language: str) -> str:
    shown = column.shown(candidate)
    return translator(language)(shown) if column.key in ("adjusted", "billing") and shown else shown


def _refused(message: str) -> Read:
    return Read(faults=[Fault(0, "", Message(message))])


def _without(columns: Sequence[Column]) -> Read:
    message = N_("Cette colonne manque, ou son titre a changé")
    return Read(faults=[Fault(1, one.heading, Message(message)) for one in columns])
