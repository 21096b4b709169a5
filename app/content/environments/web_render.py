"""The text of an invented page as HTML: its links are buttons, the words looked for are marked. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from app.content.environments.web_pages import LINK
from app.lib.markdown import render_markdown
from app.lib.text_matching import fold
from app.lib.typography import french_spaces

_START, _MIDDLE, _END = "\ue000", "\ue001", "\ue002"  # private characters: no author writes them
_KEPT = re.compile(f"{_START}(\\d+){_MIDDLE}")
_TAG = re.compile(r"(<[^>]*>)")
_SHOWN_OF_SNIPPET = 150


def render_page(text: str, address_of: Callable[[str], str], looked: str = "") -> tuple[Markup, int]:
    """The HTML, and how many times the words looked for are in it."""
    targets: list[str] = []

    def keep(found: re.Match[str]) -> str:
        targets.append(found[2])
        return f"{_START}{len(targets) - 1}{_MIDDLE}{french_spaces(found[1])}{_END}"

    html, count = _marked(str(render_markdown(LINK.sub(keep, text))), looked)
    buttons = _KEPT.sub(lambda found: _button(targets[int(found[1])], address_of), html)
    return Markup(buttons.replace(_END, "</button>")), count


def plain(text: str) -> str:
    """The text without its Markdown, on one line: what an engine quotes."""
    words = re.sub(r"[*_`#>|]+", " ", LINK.sub(r"\1", text))
    return re.sub(r"\s+", " ", re.sub(r"(?m)^\s*(?:-|\d+\.)\s+", " ", re.sub(r"-{3,}", " ", words))).strip()


def snippet(text: str) -> str:
    """The beginning of a page's text, cut between two words."""
    line = plain(text)
    if len(line) <= _SHOWN_OF_SNIPPET:
        return line
    return line[:_SHOWN_OF_SNIPPET].rsplit(" ", 1)[0] + "…"


def _button(target: str, address_of: Callable[[str], str]) -> str:
    where = escape(address_of(target))
    return f'<button class="link" name="follow" value="{escape(target)}" title="{where}">'


def _marked(html: str, looked: str) -> tuple[str, int]:
    wanted = [fold(one) for one in looked if fold(one)]
    if not wanted:
        return html, 0
    pieces, count = _TAG.split(html), 0
    for rank in range(0, len(pieces), 2):
        pieces[rank], more = _mark(pieces[rank], wanted)
        count += more
    return "".join(pieces), count


def _mark(text: str, wanted: list[str]) -> tuple[str, int]:
    """The text between two tags, each place where the letters follow each other put in `<mark>`."""
    letters = [(fold(one), at) for at, one in enumerate(text) if fold(one)]
    out, done, at, count = "", 0, 0, 0
    while at + len(wanted) <= len(letters):
        if [one for one, _ in letters[at : at + len(wanted)]] == wanted:
            start, end = letters[at][1], letters[at + len(wanted) - 1][1] + 1
            out += f"{text[done:start]}<mark>{text[start:end]}</mark>"
            done, at, count = end, at + len(wanted), count + 1
        else:
            at += 1
    return out + text[done:], count
