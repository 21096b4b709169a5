"""Reads a CSV file as the spreadsheets of offices write it: its encoding, its separator, its lines. Bounded. Pure."""

from __future__ import annotations

import csv
import io
import re

from app.lib.msgids import N_
from app.web.messages import Message

LARGEST_FILE = 2_500_000
"""Bytes: 5,000 lines with every cell filled in hold within half of it."""
MOST_LINES = 5_000
"""Lines that say something, the titles aside. They take a second to read, and another to enrol."""
_OTHER_FORMATS = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")
"""How workbooks (ODS, XLSX, XLS) and PDF begin."""
_UTF_8_MARK = b"\xef\xbb\xbf"
_NEVER_IN_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_QUOTED = re.compile('"[^"]*"')


class UnreadableCsv(Exception):
    """It is no CSV file, or one that is too long; `code` and `message` say why, `line` where, 0 for all of it."""

    def __init__(self, code: str, message: Message, line: int = 0) -> None:
        super().__init__(code)
        self.code, self.message, self.line = code, message, line


def read_csv(content: bytes) -> list[tuple[int, list[str]]]:
    """The lines that are not empty, with their numbers as spreadsheets show them: 1 for the first.

    Raises UnreadableCsv.
    """
    if len(content) > LARGEST_FILE:
        raise UnreadableCsv("FILE_TOO_LARGE", too_large())
    text = _decoded(content)
    lines: list[tuple[int, list[str]]] = []
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            if any(not cell.isspace() for cell in row if cell):
                lines.append((number, row))
            if len(lines) > MOST_LINES + 1:
                raise UnreadableCsv("FILE_TOO_LONG", _too_long())
    except csv.Error as error:
        message = Message(N_('Un guillemet (") est ouvert et n’est pas fermé, ou une cellule est trop longue'))
        raise UnreadableCsv("FILE_QUOTES", message, number + 1) from error
    return lines


def too_large() -> Message:
    """What is said of a file that is not even read."""
    return Message(N_("Ce fichier est trop lourd : 2,5 Mo au plus. Partagez-le en plusieurs fichiers."))


def _too_long() -> Message:
    return Message(N_("Ce fichier a trop de lignes : 5 000 au plus. Partagez-le en plusieurs fichiers."))


def _decoded(content: bytes) -> str:
    """UTF-8 with or without its mark, else Windows-1252. Raises UnreadableCsv for what is no text."""
    text = None
    if not content.startswith(_OTHER_FORMATS):
        text = _in(content, "utf-8-sig")
        if text is None and not content.startswith(_UTF_8_MARK):
            text = _in(content, "cp1252")
    if text is None or _NEVER_IN_TEXT.search(text):
        raise UnreadableCsv(
            "FILE_NOT_CSV",
            Message(N_("Ce fichier n’est pas un CSV. Dans votre tableur : Enregistrer sous, puis CSV (UTF-8).")),
        )
    return text


def _in(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _separator(text: str) -> str:
    """Of the two, the more frequent between the titles; a title has commas of its own."""
    titles = _QUOTED.sub("", text.lstrip().partition("\n")[0])
    return "," if titles.count(",") > titles.count(";") else ";"
