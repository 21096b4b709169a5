"""How a reader wants pages to look: letters, spacing, typeface; and whether digits alone choose. Kept in a cookie.

Nothing is downloaded for it: the typefaces are those of the machine. Single-key shortcuts can be switched off, as
WCAG 2.2 (2.1.4) asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie

from app.lib.msgids import N_

COMFORT = "affichage"
"""The name of the cookie."""
SIZES = {"": N_("Habituelle"), "grand": N_("Plus grande"), "tres-grand": N_("Beaucoup plus grande")}
SPACINGS = {"": N_("Habituel"), "espace": N_("Plus large : lignes, mots et lettres")}
TYPEFACES = {"": N_("Celle de l’appareil"), "lisible": N_("Aux lettres bien distinctes")}
NO_KEYS = "sans-touches"


@dataclass(frozen=True)
class Comfort:
    """What was chosen; an empty text is the usual look. Each is also the name of a class of the page."""

    size: str = ""
    spacing: str = ""
    typeface: str = ""
    no_keys: bool = False

    @property
    def classes(self) -> str:
        """For `<html class>`, and for the cookie, where dots part them."""
        return " ".join(filter(None, (self.size, self.spacing, self.typeface, NO_KEYS if self.no_keys else "")))


USUAL = Comfort()


def chosen(size: str, spacing: str, typeface: str, *, no_keys: bool) -> Comfort:
    """What a form or a cookie says; what is not offered is the usual look."""
    return Comfort(
        size if size in SIZES else "",
        spacing if spacing in SPACINGS else "",
        typeface if typeface in TYPEFACES else "",
        no_keys,
    )


def comfort_in(cookie_header: bytes) -> Comfort:
    """What the cookie says; nonsense is the usual look."""
    if COMFORT.encode() not in cookie_header:
        return USUAL
    try:
        found = SimpleCookie(cookie_header.decode("latin-1")).get(COMFORT)
    except CookieError:
        return USUAL
    words = set(found.value.split(".")) if found else set()

    def one_of(offered: dict[str, str]) -> str:
        return next((word for word in offered if word in words), "")

    return chosen(one_of(SIZES), one_of(SPACINGS), one_of(TYPEFACES), no_keys=NO_KEYS in words)


def cookie_value(comfort: Comfort) -> str:
    return comfort.classes.replace(" ", ".")
