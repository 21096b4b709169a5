"""The badge as an image, and the signed credential baked in it.

Source: Open Badges 3.0 (1EdTech), « Baked Badge », SVG. Attributes only: a page's rules refuse styles in a file.
"""

from __future__ import annotations

import re
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from app.settings import ROOT

_LOGO = re.compile(r'<symbol id="logo"[^>]*>(.+?)</symbol>')
_NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"


def picture(name: str, level: str, below: str, signed: str = "") -> bytes:
    """A hexagon with the level and a word below; `name`: what a screen reader says; `signed`: what is baked in."""
    baked = f"<openbadges:credential verify={quoteattr(signed)}></openbadges:credential>" if signed else ""
    namespace = f' xmlns:openbadges="{_NAMESPACE}"' if signed else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"{namespace} viewBox="0 0 512 512" role="img">{baked}'
        f"<title>{escape(name)}</title>"
        '<path fill="#0A4352" stroke="#F9C74F" stroke-width="12" stroke-linejoin="round"'
        ' d="M256 14 466 135v242L256 498 46 377V135z"/>'
        f'<g color="#FFF" transform="translate(174 124) scale(2)">{_logo()}</g>'
        '<g fill="#FFF" font-family="system-ui, sans-serif" text-anchor="middle">'
        f'<text x="256" y="316" font-size="42" font-weight="700">{escape(level)}</text>'
        f'<text x="256" y="376" font-size="34" fill="#F9C74F">{escape(below)}</text></g></svg>'
    ).encode()


@cache
def _logo() -> str:
    """The drawing of the site's own."""
    found = _LOGO.search((ROOT / "static" / "icons.svg").read_text("utf-8"))
    assert found is not None
    return found[1]
