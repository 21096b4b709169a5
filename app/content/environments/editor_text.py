"""The text of a paragraph: bold and italic words, revisions, search, and how it is shown. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from app.content.environments.editor_parts import Block
from app.lib.typography import french_spaces

BOLD, ITALIC = "**", "_"
_MARKS = re.compile(r"\*\*|(?<!\w)_|_(?!\w)")
_REVISION = re.compile(r"\[\[([a-z]{1,3}[0-9]{1,3})\]\]")
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_EM = re.compile(r"(?<!\w)_(.+?)_(?!\w)")


def settled_text(block: Block, settled: Mapping[str, bool]) -> str:
    """With its revisions: what is accepted is new, what is refused or waits is old. Marks stay."""
    known = {one.id: one for one in block.revisions}

    def told(match: re.Match[str]) -> str:
        one = known.get(match[1])
        return "" if one is None else one.new if settled.get(one.id) else one.old

    return re.sub(" {2,}", " ", _REVISION.sub(told, block.text))


def waiting(block: Block, settled: Mapping[str, bool]) -> list[str]:
    """Its revisions that nobody has accepted or refused."""
    return [one.id for one in block.revisions if one.id not in settled]


def plain(text: str) -> str:
    """Without the marks of bold and italic."""
    return _MARKS.sub("", text)


def words_in(text: str, mark: str) -> tuple[str, ...]:
    """The words in bold, or in italic."""
    return tuple((_STRONG if mark == BOLD else _EM).findall(text))


def marked(text: str, words: str, mark: str) -> str:
    """With some words in bold or italic; without, when they were. The same text when they are not there."""
    if f"{mark}{words}{mark}" in text:
        return text.replace(f"{mark}{words}{mark}", words, 1)
    return text.replace(words, f"{mark}{words}{mark}", 1)


def pattern(query: str, *, case: bool, whole: bool) -> re.Pattern[str]:
    """What a search looks for."""
    letters = re.escape(query)
    return re.compile(rf"(?<!\w){letters}(?!\w)" if whole else letters, 0 if case else re.IGNORECASE)


def shown(block: Block, settled: Mapping[str, bool], suggested: str | None) -> Markup:
    """A paragraph as the window shows it: revisions struck and underlined, suggestions too."""
    if suggested is not None:
        return _compared(plain(settled_text(block, settled)), plain(suggested))
    known = {one.id: one for one in block.revisions}
    pieces = _REVISION.split(block.text)
    found = Markup()
    for place, piece in enumerate(pieces):
        if place % 2 == 0:
            found += _styled(piece)
        elif (one := known.get(piece)) is not None:
            if piece in settled:
                found += _styled(one.new if settled[piece] else one.old)
            else:
                found += _changed(one.old, one.new)
    return found


def _styled(text: str) -> Markup:
    """Escaped, with its bold and italic words; neither crosses the other's ends."""
    safe = _STRONG.split(str(escape(french_spaces(text))))
    pieces = [_EM.sub(r"<em>\1</em>", one) for one in safe]
    return Markup("".join(f"<strong>{one}</strong>" if place % 2 else one for place, one in enumerate(pieces)))


def _changed(old: str, new: str) -> Markup:
    gone = Markup("<del>{}</del>").format(french_spaces(old)) if old else Markup()
    come = Markup("<ins>{}</ins>").format(french_spaces(new)) if new else Markup()
    return gone + (" " if gone and come else "") + come


def _compared(old: str, new: str) -> Markup:
    """What two texts share at both ends, and what changes between."""
    before, after = old.split(" "), new.split(" ")
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    middle = _changed(" ".join(before[start : len(before) - end]), " ".join(after[start : len(after) - end]))
    parts = [_styled(" ".join(before[:start])), middle, _styled(" ".join(before[len(before) - end :]))]
    return Markup(" ").join(one for one in parts if one)
