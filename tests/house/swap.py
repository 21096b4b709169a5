"""The swap test: the answer of HTMX put into the old page must give the new page, loaded whole."""

from __future__ import annotations

import re
from collections.abc import Collection
from xml.etree.ElementTree import Element

import html5lib

_SPACES = re.compile(r"[ \t\r\n]+")
VOLATILE = ("client_token",)  # hidden fields drawn anew at each rendering


def assert_swap_equals(
    old_page: str,
    answer: str,
    new_page: str,
    *,
    target: str = "main",
    swap: str = "innerHTML",
    volatile: Collection[str] = VOLATILE,
) -> None:
    """``answer`` swapped into ``old_page`` is ``new_page``."""
    assert swapped(old_page, answer, target=target, swap=swap, volatile=volatile) == canonical(new_page, volatile)


def swapped(
    old_page: str,
    answer: str,
    *,
    target: str = "main",
    swap: str = "innerHTML",
    volatile: Collection[str] = VOLATILE,
) -> str:
    """The old page after the swap, in canonical form. ``target`` is a tag or ``#id``."""
    page = _parse(old_page)
    place = _find(page, target)
    container = place.tag if swap == "innerHTML" else _parent(page, place).tag
    fragment = html5lib.HTMLParser(namespaceHTMLElements=False).parseFragment(answer, container=container)
    for title in fragment.findall("title"):
        fragment.remove(title)
        _find(page, "title").text = title.text
    if swap == "innerHTML":
        place[:] = list(fragment)
        place.text = fragment.text
    elif swap == "outerHTML":
        parent = _parent(page, place)
        position = list(parent).index(place)
        if len(fragment):
            fragment[-1].tail = (fragment[-1].tail or "") + (place.tail or "")
        parent[position : position + 1] = list(fragment)
    else:
        raise ValueError(swap)
    return _canonical(page, volatile)


def canonical(page: str, volatile: Collection[str] = VOLATILE) -> str:
    """A page as one line per element and text: attributes in order, spaces folded, volatile values left out."""
    return _canonical(_parse(page), volatile)


def _parse(page: str) -> Element:
    return html5lib.HTMLParser(namespaceHTMLElements=False).parse(page)


def _find(page: Element, selector: str) -> Element:
    for element in page.iter():
        if element.tag == selector or (selector.startswith("#") and element.get("id") == selector[1:]):
            return element
    raise LookupError(f"there is no {selector} in the page")


def _parent(page: Element, child: Element) -> Element:
    return next(element for element in page.iter() if child in list(element))


def _canonical(page: Element, volatile: Collection[str]) -> str:
    lines: list[str] = []
    _write(page, 0, volatile, lines)
    return "\n".join(lines)


def _write(element: Element, depth: int, volatile: Collection[str], lines: list[str]) -> None:
    if not isinstance(element.tag, str):
        return
    attributes = dict(sorted(element.items()))
    if attributes.get("name") in volatile:
        attributes["value"] = "…"
    shown = "".join(f' {name}="{value}"' for name, value in attributes.items())
    lines.append(f"{' ' * depth}<{element.tag}{shown}>")
    _write_text(element.text, depth + 1, lines)
    for child in element:
        _write(child, depth + 1, volatile, lines)
        _write_text(child.tail, depth + 1, lines)


def _write_text(text: str | None, depth: int, lines: list[str]) -> None:
    folded = _SPACES.sub(" ", text or "").strip(" ")  # not str.split(): it would take no-break spaces too
    if folded:
        lines.append(" " * depth + folded)
