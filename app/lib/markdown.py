"""Markdown of authors and teachers, made safe twice: raw HTML is escaped, then an allow-list filters."""

from __future__ import annotations

import re
from typing import Any

import mistune
import nh3
from markupsafe import Markup

from app.lib.typography import french_spaces

_INLINE_TAGS = {"a", "em", "strong", "code", "br", "del"}
_BLOCK_TAGS = _INLINE_TAGS | {
    *("p", "ul", "ol", "li", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "img"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title"}, "ol": {"start"}}
_LINK = re.compile(r"(?:https?://[^/\s]|mailto:[^\s@]+@|/(?![/\\]))", re.IGNORECASE)
_LOCAL = re.compile(r"/(?![/\\])")


class _Renderer(mistune.HTMLRenderer):
    def __init__(self, heading_offset: int) -> None:
        super().__init__(escape=True)
        self.heading_offset = heading_offset

    def heading(self, text: str, level: int, **_: Any) -> str:
        return super().heading(text, min(level + self.heading_offset, 6))

    def link(self, text: str, url: str, title: str | None = None) -> str:
        return super().link(text, url, title) if _LINK.match(url) else text

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """An image of our own; of another site, only its alternative text."""
        return super().image(text, url, title) if _LOCAL.match(url) else text

    def block_code(self, code: str, info: str | None = None) -> str:  # noqa: ARG002 (no colours)
        return super().block_code(code)


def _parser(heading_offset: int, hard_wrap: bool) -> mistune.Markdown:
    return mistune.create_markdown(
        renderer=_Renderer(heading_offset), hard_wrap=hard_wrap, plugins=["table", "strikethrough"]
    )


_PARSERS: dict[tuple[int, bool], mistune.Markdown] = {}


def render_markdown(text: str, *, heading_offset: int = 2, hard_wrap: bool = False) -> Markup:
    """Safe HTML with French spaces; ``# title`` becomes ``h3`` with the default offset.

    Raw HTML is shown as text. Links go to http, https, mailto or our own paths; images are our own only.
    ``hard_wrap`` keeps line breaks as they were typed (texts typed in a form).
    """
    key = (heading_offset, hard_wrap)
    if key not in _PARSERS:
        _PARSERS[key] = _parser(*key)
    return _sanitised(str(_PARSERS[key](text)), _BLOCK_TAGS)


def render_inline(text: str) -> Markup:
    """One line: emphasis, code and links, no paragraph around. A space at either end stays: a piece of a sentence."""
    html = str(render_markdown(text.replace("\n", " ").strip()))
    before, after = " " * text[:1].isspace(), " " * text[-1:].isspace()
    return Markup(french_spaces(f"{before}{_sanitised(html, _INLINE_TAGS)}{after}"))


def _sanitised(html: str, tags: set[str]) -> Markup:
    attributes = {tag: names for tag, names in _ATTRIBUTES.items() if tag in tags}
    clean = nh3.clean(
        html,
        tags=tags,
        attributes=attributes,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )
    return Markup(french_spaces(clean.strip()))
