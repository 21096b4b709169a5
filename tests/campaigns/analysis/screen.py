"""What is read on a page: its tables, cell after cell."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import html5lib


def table(html: str, caption: str) -> list[dict[str, str]]:
    """The rows of the table whose caption begins so, by heading (without the count in brackets)."""
    tree = html5lib.HTMLParser(namespaceHTMLElements=False).parse(html)
    for one in tree.iter("table"):
        found = one.find("caption")
        if found is not None and words(found).startswith(caption):
            headings = [re.sub(r" \(\d+\)$", "", words(cell)) for cell in one.findall("thead/tr/th")]
            rows = [list(row) for row in one.findall("tbody/tr")]
            return [{name: words(cell) for name, cell in zip(headings, row, strict=True)} for row in rows]
    raise LookupError(f"no table is called {caption!r}")


def has_table(html: str, caption: str) -> bool:
    try:
        table(html, caption)
    except LookupError:
        return False
    return True


def words(element: Element) -> str:
    """Its text, with ordinary spaces; gauges say their value, since a number is written beside."""
    return " ".join("".join(element.itertext()).split())


def dots(html: str) -> dict[str, int]:
    """The bubbles of each topic, by its id."""
    found = re.findall(r'<tr id="sujet-([^"]+)">.*?<progress class="dots" max="4" value="(\d)"', html, re.S)
    return {topic: int(value) for topic, value in found}
