"""Names, addresses and identifiants: what is accepted, and the forms under which they are compared. Pure."""

from __future__ import annotations

import re
import unicodedata

MAX_NAME = 255
MAX_EMAIL = 255

_LOCAL_PART = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-\u00a1-\U0010ffff]{1,64}\Z")
_DOMAIN_LABEL = re.compile(
    r"[A-Za-z0-9\u00a1-\U0010ffff](?:[A-Za-z0-9\-\u00a1-\U0010ffff]{0,61}"
    r"[A-Za-z0-9\u00a1-\U0010ffff])?\Z"
)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean_name(typed: str) -> str:
    """One line, single spaces, no invisible characters (a zero-width joiner or a bell is nobody's name)."""
    visible = "".join(" " if c.isspace() else c for c in typed if c.isspace() or not _is_invisible(c))
    return " ".join(unicodedata.normalize("NFC", visible).split())


def is_name(name: str) -> bool:
    """A clean name is 1 to 255 characters with at least one letter."""
    return len(name) <= MAX_NAME and any(c.isalpha() for c in name)


def is_email(address: str) -> bool:
    """Whether a message could be sent there: one `@`, a usable left part, a domain with a dot.

    Quoted left parts and bare IP addresses are legal and refused: in a form they are always mistakes.
    """
    local, at, domain = address.rpartition("@")
    if not at or len(address) > MAX_EMAIL or not _LOCAL_PART.match(local):
        return False
    if local.startswith(".") or local.endswith(".") or ".." in local:
        return False
    labels = domain.split(".")
    return (
        len(labels) >= 2
        and all(_DOMAIN_LABEL.match(label) for label in labels)
        and not labels[-1].isdecimal()
        and not any(_is_invisible(c) or c.isspace() for c in address)
    )


def normal_email(address: str) -> str:
    """The form under which addresses are unique: lower case, composed characters, no space around."""
    return unicodedata.normalize("NFC", address.strip().lower())


def normal_username(identifiant: str) -> str:
    """The form under which identifiants are unique: lower case, no accents, no spaces."""
    return "".join(unaccented(identifiant).split())


def unaccented(text: str) -> str:
    """Lower case without accents: `Élodie Çelik` -> `elodie celik`, `Œuvre` -> `oeuvre`."""
    # Letters first become plain ones (a mathematical bold A is an A), then lower-case, which may add accents again.
    lowered = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    plain = "".join(c for c in lowered if not unicodedata.combining(c))
    return plain.replace("œ", "oe").replace("æ", "ae").replace("ß", "ss").replace("ø", "o")


def search_text(first_name: str, last_name: str, email: str | None, username: str | None) -> str:
    """What a search box looks into: one lower-case, unaccented line."""
    words = (first_name, last_name, email or "", username or "")
    return " ".join(unaccented(" ".join(words)).split())


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in _INVISIBLE
