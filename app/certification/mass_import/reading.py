"""Reads the lines of the file: which session each is about, whom it enrols, and all there is to correct. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.accounts.identity import clean_name
from app.certification.candidates.civil_status import CELL_EXAMPLE
from app.certification.candidates.identity import read_identity
from app.certification.candidates.names import match_name
from app.certification.mass_import.blocks import OTHERS, Block, place_of
from app.certification.mass_import.columns import HEADINGS, read_titles
from app.certification.mass_import.csv_reading import UnreadableCsv, read_csv
from app.certification.mass_import.drafts import Counts, DraftSession
from app.certification.mass_import.problems import Problem, Problems
from app.certification.sessions import forms
from app.certification.sheet.columns import Translate, typed_of
from app.lib.msgids import N_
from app.lib.row_ids import row_id
from app.web.formats import local_time
from app.web.forms import Errors, Form
from app.web.languages import LANGUAGES, translator


@dataclass(frozen=True)
class Read:
    """What a file says; with errors, its sessions are not whole."""

    sessions: list[DraftSession]
    counts: Counts
    problems: Problems


def read_file(content: bytes, at: datetime, *, school: bool) -> Read:
    """What a file would do, each line checked as the forms are; every problem is told. `at`: now."""
    problems, translators = Problems(), [translator(language) for language in LANGUAGES]
    try:
        lines = read_csv(content)
    except UnreadableCsv as error:
        problems.block(Problem(error.line, "", error.code, error.message.text, error.message.params))
        return Read([], Counts(), problems)
    places = read_titles(lines[0][1] if lines else [], translators, problems, school=school)
    reading = _Reading(places, translators, at, school, problems)
    if not problems.errors:
        reading.read(lines[1:])
        if not reading.blocks:
            problems.block(Problem(0, "", "FILE_EMPTY", N_("Ce fichier n’a aucune session")))
    return Read(reading.sessions(), reading.counts(), problems)


@dataclass
class _Reading:
    """Takes the lines as they come."""

    places: dict[str, int]
    translators: Sequence[Translate]
    at: datetime
    school: bool
    problems: Problems
    blocks: list[Block] = field(default_factory=list)
    _numbers: dict[int, Block] = field(default_factory=dict)
    _twins: dict[tuple[str, str, datetime], Block] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._today = local_time(self.at).date()
        self._candidate = [place for key, place in self.places.items() if key not in ("number", *OTHERS)]
        self._block: Block | None = None

    def read(self, lines: Sequence[tuple[int, Sequence[str]]]) -> None:
        """All of them, with their numbers; sessions that enrol nobody are told."""
        for line, row in lines:
            self._read_line(line, row)
        for one in self.blocks:
            if not one.enrols:
                words = N_("Cette session n’a aucun candidat")
                self.problems.warn(Problem(one.line, "", "SESSION_WITHOUT_CANDIDATE", words))

    def sessions(self) -> list[DraftSession]:
        """In the order of the file."""
        return [DraftSession(one.line, one.known, one.planned, list(one.candidates.values())) for one in self.blocks]

    def counts(self) -> Counts:
        """Also of what is wrong: as many as somebody sees in the file, the same person counted once."""
        return Counts(
            len(self.blocks), sum(not one.enrols for one in self.blocks), sum(one.enrols for one in self.blocks)
        )

    def _read_line(self, line: int, row: Sequence[str]) -> None:
        """Its session first, then its candidate."""
        number, typed = self._session_cells(row)
        if self._block is None or not self._block.goes_on(number, typed):
            self._block = self._begin(line, number, typed, row)
        if any(row[place].strip() for place in self._candidate if place < len(row)):
            self._enrol(self._block, line, row)

    def _session_cells(self, row: Sequence[str]) -> tuple[str, forms.Typed]:
        """As the form of a session would have sent them."""
        cells = {key: [row[self.places[key]]] for key in OTHERS if self.places.get(key, len(row)) < len(row)}
        place = self.places.get("number", len(row))
        return clean_name(row[place]) if place < len(row) else "", forms.read(Form({**cells, "method": ["adaptive"]}))

    def _begin(self, line: int, number: str, typed: forms.Typed, row: Sequence[str]) -> Block:
        block = Block(line, number, typed)
        if number:
            return self._begin_known(block)
        errors = forms.to_correct(typed, self.at)
        self._tell(line, errors, row)
        self.blocks.append(block)
        if not errors:
            planned = block.planned = forms.planned_of(typed)
            before = self._twins.setdefault(place_of(planned.site, planned.room, planned.starts_at), block)
            if before is not block:
                words = N_("La session de la ligne %(line)s a les mêmes site, salle, date et heure")
                self.problems.block(Problem(line, "", "SESSION_TWIN_IN_FILE", words, {"line": before.line}))
        return block

    def _begin_known(self, block: Block) -> Block:
        """A session that exists: its number and nothing more. Met again further down, it is the same."""
        block.known = row_id(block.number) or None
        if block.known is None:
            words = N_("Un numéro de session est fait de chiffres. Exemple : 1234")
            self.problems.block(Problem(block.line, HEADINGS["number"], "NUMBER_INVALID", words))
        for key in OTHERS:
            if getattr(block.typed, key):
                words = N_("Laissez vide : le numéro suffit à dire de quelle session il s’agit")
                self.problems.block(Problem(block.line, HEADINGS[key], "CELL_WITH_NUMBER", words))
        before = self._numbers.setdefault(block.known, block) if block.known else block
        if before is block:
            self.blocks.append(block)
        return before

    def _enrol(self, block: Block, line: int, row: Sequence[str]) -> None:
        block.enrols += 1
        typed = typed_of(row, self.places, self.translators)
        identity, errors = read_identity(typed, self._today, school=self.school, example=CELL_EXAMPLE)
        self._tell(line, errors, row)
        if identity is None:
            return
        person = (match_name(identity.first_name, identity.last_name), identity.birthdate)
        before = block.lines.setdefault(person, line)
        block.candidates.setdefault(person, identity)
        if before != line:
            block.enrols -= 1
            words = N_("Cette personne est déjà à la ligne %(line)s : elle n’est inscrite qu’une fois")
            self.problems.warn(Problem(line, "", "CANDIDATE_TWICE", words, {"line": before}))

    def _tell(self, line: int, errors: Errors, row: Sequence[str]) -> None:
        """What the forms say, by column."""
        for key, message in errors.items():
            place = self.places.get(key, len(row))
            empty = place >= len(row) or not row[place].strip()
            code = f"{key.upper()}_{'MISSING' if empty else 'INVALID'}"
            self.problems.block(Problem(line, HEADINGS[key], code, message.text, message.params))
