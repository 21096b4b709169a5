"""The certificates of a session in one file, made while it is sent: memory holds one of them, whatever their number."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from zipfile import ZipFile, ZipInfo

from app.accounts.identity import unaccented
from app.certification.certificates.printing import certificate_pdf
from app.certification.certificates.queries import Certificate, by_area
from app.web.formats import local_time

LONGEST_NAME = 60
_PLAIN = str.maketrans({"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "þ": "th", "ŧ": "t"})


async def zipped(certificates: Sequence[Certificate], base_url: str, language: str) -> AsyncIterator[bytes]:
    """The pieces of a zip, one for each certificate, then its table."""
    pieces = _Pieces()
    with ZipFile(pieces, "w") as archive:  # what a PDF holds is compressed already
        for one in certificates:
            made = await certificate_pdf(one, by_area(one, language), base_url, language)
            archive.writestr(_member(one), made)
            yield pieces.taken()
    yield pieces.taken()


def pdf_name(first_name: str, last_name: str, code: str) -> str:
    """`carre-louise-P-K7RMB4XW.pdf`: plain letters, that no system takes for a folder; the code makes it unique."""
    who = "-".join(filter(None, [_plain(last_name), _plain(first_name)]))[:LONGEST_NAME]
    return "-".join(filter(None, [who, code])) + ".pdf"


def _member(one: Certificate) -> ZipInfo:
    name = pdf_name(one.first_name, one.last_name, one.code)
    return ZipInfo(name, local_time(one.published_at).timetuple()[:6])


def _plain(name: str) -> str:
    return "-".join(re.findall("[a-z0-9]+", unaccented(name).translate(_PLAIN)))


class _Pieces:
    """What was written since it was last asked for. It cannot be sought in: the zip is written in one go."""

    def __init__(self) -> None:
        self._written = bytearray()

    def write(self, piece: bytes) -> int:
        self._written += piece
        return len(piece)

    def flush(self) -> None:
        """Nothing waits elsewhere."""

    def close(self) -> None:
        """Nothing is open."""

    def taken(self) -> bytes:
        piece, self._written = bytes(self._written), bytearray()
        return piece
