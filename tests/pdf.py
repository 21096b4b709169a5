"""PDF documents, read as a screen reader does: by their tags."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject


@dataclass(frozen=True)
class Tag:
    """An element of the structure: H1, P, Table, TH, Figure…"""

    name: str
    text: str
    """What it says itself, and by the elements in it."""
    alternative: str
    scope: str
    """Of a header cell: Column or Row."""


class Pdf:
    """A document; AssertionError when it is not tagged."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.reader = PdfReader(io.BytesIO(content))
        self.root: Any = self.reader.trailer["/Root"]
        assert self.root["/MarkInfo"]["/Marked"].value
        assert self.root["/ViewerPreferences"]["/DisplayDocTitle"].value
        assert "<pdfuaid:part>1</pdfuaid:part>" in self.root["/Metadata"].get_data().decode()
        self._words = {place: _marked_words(page) for place, page in enumerate(self.reader.pages)}
        self._places = {page.indirect_reference.idnum: place for place, page in enumerate(self.reader.pages)}

    @property
    def title(self) -> str | None:
        return self.reader.metadata.title if self.reader.metadata else None

    @property
    def language(self) -> str:
        return str(self.root["/Lang"])

    @property
    def texts(self) -> list[str]:
        """What each page says, its header and footer included, in one line with plain spaces."""
        return [" ".join(plain(page.extract_text()).split()) for page in self.reader.pages]

    def tags(self, *names: str) -> list[Tag]:
        """Those of these names, in the order in which they are read."""
        return [_tag(one, self._text(one)) for one in self._elements() if str(one["/S"])[1:] in names]

    def _elements(self) -> Iterator[DictionaryObject]:
        pending = _kids(self.root["/StructTreeRoot"])
        while pending:
            one = pending.pop(0)
            if isinstance(one, DictionaryObject) and "/S" in one:
                yield one
                pending[:0] = _kids(one)

    def _text(self, element: DictionaryObject, page: int = 0) -> str:
        page = self._places[element.raw_get("/Pg").idnum] if "/Pg" in element else page
        said = []
        for kid in _kids(element):
            if isinstance(kid, int):
                said.append(self._words[page].get(int(kid), ""))
            elif "/MCID" in kid:
                place = self._places[kid.raw_get("/Pg").idnum] if "/Pg" in kid else page
                said.append(self._words[place].get(int(kid["/MCID"]), ""))
            elif "/S" in kid:
                said.append(self._text(kid, page))
        return " ".join(plain("".join(said)).split())


def plain(words: str) -> str:
    return words.replace("\u202f", " ").replace("\u00a0", " ")


def _marked_words(page: PageObject) -> dict[int, str]:
    """By number of marked content; what is read by nobody (headers, ornaments) left out."""
    open_: list[int | None] = []
    words: dict[int, list[str]] = {}

    def before(operator: bytes, operands: Any, *_: Any) -> None:
        if operator in (b"BDC", b"BMC"):
            named = operands[1] if len(operands) > 1 and hasattr(operands[1], "get") else {}
            open_.append(named.get("/MCID"))
        elif operator == b"EMC":
            open_.pop()

    def said(text: str, *_: Any) -> None:
        marks = [one for one in open_ if one is not None]
        if marks:
            words.setdefault(int(marks[-1]), []).append(text)

    page.extract_text(visitor_operand_before=before, visitor_text=said)
    return {mark: "".join(parts) for mark, parts in words.items()}


def _kids(element: DictionaryObject) -> list[Any]:
    held = element.get("/K", [])
    held = held.get_object() if hasattr(held, "get_object") else held
    return [one.get_object() for one in held] if isinstance(held, ArrayObject) else [held]


def _tag(element: DictionaryObject, text: str) -> Tag:
    about = element.get("/A", [])
    about = about.get_object() if hasattr(about, "get_object") else about
    found = [one.get_object() for one in (about if isinstance(about, list) else [about])]
    scope = next((str(one["/Scope"])[1:] for one in found if "/Scope" in one), "")
    return Tag(str(element["/S"])[1:], text, str(element.get("/Alt", "")), scope)
