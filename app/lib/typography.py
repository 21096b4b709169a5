"""French typography: authors write plain spaces, readers get the right ones."""

from __future__ import annotations

import re

NARROW = "\u202f"  # before ; : ! ?
NO_BREAK = "\u00a0"  # inside « », before % and units

_LONG_UNITS = "octets?|[kKMGT]o|bits?|[kMG]?bit/s|px|pixels?|pix|dpi|[kMG]?Hz|[kcm]m|kg|°C|€|ms|min|fps"
_UNITS = _LONG_UNITS + "|o|m|g|h|s"
# Pieces that are never touched: code, tags, entities, addresses, placeholders of gettext.
_OPAQUE = re.compile(
    r"(<(?P<tag>code|pre|kbd|samp|script|style|textarea)\b.*?</(?P=tag)\s*>"
    r"|<!--.*?-->|<[a-zA-Z/!][^<>]*>"
    r"|&(?:\#\w+|[a-zA-Z]\w*);"
    r"|`[^`\n]+`"
    r"|\b[a-z]+://[^\s<>«»]+"
    r"|%\(\w+\)[sd])",
    re.DOTALL,
)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=[^\W\d_])'(?=\w|«|$)"), "’"),
    (re.compile(r"« "), "«" + NO_BREAK),
    (re.compile(r" »"), NO_BREAK + "»"),
    (re.compile(r" (?=[;:!?]+(?:[\s»)\]…,.]|$))"), NARROW),
    (re.compile(r" (?=%(?:%|(?![\w(%])))"), NO_BREAK),
    (re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?!\w))"), NO_BREAK),
    (re.compile(rf"^ (?=(?:{_LONG_UNITS})(?!\w))"), NO_BREAK),  # the number is in a placeholder before
    (re.compile(r"(?<=\d\u00a0h) (?=\d)"), NO_BREAK),
)


def french_spaces(text: str) -> str:
    """The text or HTML with French spaces and apostrophes.

    An ordinary space becomes U+202F before ``; : ! ?``, U+00A0 inside « » and before % and units; a straight
    apostrophe after a letter becomes ’. Code, tags, attributes, entities and addresses are left alone.
    Applying it twice changes nothing more.
    """
    if " " not in text and "'" not in text:
        return text
    pieces = _OPAQUE.split(text)
    # Two groups: the piece itself, then the name of the code tag; only every third piece is text.
    for i in range(0, len(pieces), 3):
        piece = pieces[i] or ""
        for pattern, replacement in _RULES:
            piece = pattern.sub(replacement, piece)
        pieces[i] = piece
        if i + 2 < len(pieces):
            pieces[i + 2] = ""
    return "".join(piece or "" for piece in pieces)
