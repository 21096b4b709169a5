"""Colours of an inspected page: in figures, in words, and the contrast between two of them. Pure."""

from __future__ import annotations

import colorsys
import re
from typing import NamedTuple

from app.lib.msgids import N_

_NAMES = {
    "black": "#000000",
    "white": "#ffffff",
    "red": "#ff0000",
    "green": "#008000",
    "blue": "#0000ff",
    "yellow": "#ffff00",
    "orange": "#ffa500",
    "purple": "#800080",
    "gray": "#808080",
    "grey": "#808080",
    "pink": "#ffc0cb",
    "brown": "#a52a2a",
    "navy": "#000080",
    "silver": "#c0c0c0",
}
_HUES = (
    (15, N_("rouge")),
    (45, N_("orange")),
    (70, N_("jaune")),
    (165, N_("vert")),
    (195, N_("turquoise")),
    (260, N_("bleu")),
    (300, N_("violet")),
)


LIGHT, DARK = N_("%(colour)s clair"), N_("%(colour)s foncé")


class ColourWords(NamedTuple):
    """French words, for the component to translate."""

    name: str
    shade: str = ""
    """Around the name, where it is light or dark."""


def colour(value: str) -> str | None:
    """`#FC0`, `red`, `rgb(255, 204, 0)` -> `#ffcc00`; nothing for what is no colour."""
    text = value.strip().lower()
    if re.fullmatch("#[0-9a-f]{6}", text):
        return text
    if re.fullmatch("#[0-9a-f]{3}", text):
        return "#" + "".join(one * 2 for one in text[1:])
    found = re.fullmatch(r"rgb\(([0-9]{1,3}), *([0-9]{1,3}), *([0-9]{1,3})\)", text)
    if found:
        return "#" + "".join(f"{min(255, int(one)):02x}" for one in found.groups())
    return _NAMES.get(text)


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2 between two colours, from 1 to 21."""
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def in_words(value: str) -> ColourWords:
    """`#0a4352` -> « bleu », « foncé »."""
    red, green, blue = (part / 255 for part in _parts(value))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if lightness > 0.95 or lightness < 0.06:
        return ColourWords(N_("blanc") if lightness > 0.5 else N_("noir"))
    name = N_("gris") if saturation < 0.12 else next((name for end, name in _HUES if hue * 360 < end), N_("rose"))
    if hue * 360 >= 345 and name == N_("rose"):
        name = N_("rouge")
    return ColourWords(name, LIGHT if lightness > 0.7 else DARK if lightness < 0.3 else "")


def _parts(value: str) -> tuple[int, int, int]:
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def _light(value: str) -> float:
    parts = [part / 255 for part in _parts(value)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
