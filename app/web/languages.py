"""The two languages of the interface. Messages are written in French; English lives in ``locales/en``."""

from __future__ import annotations

import gettext
import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.lib.typography import french_spaces

LANGUAGES = ("fr", "en")
DEFAULT = "fr"
NAMES = {"fr": "Français", "en": "English"}
LOCALES = Path(__file__).resolve().parents[2] / "locales"


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The messages of a language; French has none, its messages are their own translation."""
    if language == DEFAULT:
        return gettext.NullTranslations()
    source = LOCALES / language / "LC_MESSAGES" / "messages.po"
    compiled = source.with_suffix(".mo")
    if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    binary = io.BytesIO()
    with source.open("rb") as file:
        write_mo(binary, read_po(file, locale=language))
    binary.seek(0)
    return gettext.GNUTranslations(binary)


@cache
def translator(language: str) -> Callable[[str], str]:
    """``gettext`` for a language; in French it puts the right spaces. Remembers what it translated."""
    translated: dict[str, str] = {}
    translate = french_spaces if language == DEFAULT else catalogue(language).gettext

    def gettext_(text: str) -> str:
        try:
            return translated[text]
        except KeyError:
            return translated.setdefault(text, translate(text))

    return gettext_


@cache
def plural_translator(language: str) -> Callable[[str, str, int], str]:
    """``ngettext`` for a language; 0 is singular in French, plural in English."""
    translate = translator(language)
    translations = catalogue(language)

    def ngettext_(one: str, many: str, count: int) -> str:
        if language == DEFAULT:
            return translate(one if abs(count) < 2 else many)
        return translations.ngettext(one, many, count)

    return ngettext_


def translate(language: str, text: str, **params: Any) -> str:
    """A message in a language, with its ``%(name)s`` filled in."""
    translated = translator(language)(text)
    return translated % params if params else translated


@cache
def context_translator(language: str) -> Callable[[str, str], str]:
    """``pgettext`` for a language: a French word has another English elsewhere (« Nom » of a person, of a file)."""
    translate, translations = translator(language), catalogue(language)

    def pgettext_(context: str, text: str) -> str:
        return translate(text) if language == DEFAULT else translations.pgettext(context, text)

    return pgettext_


@cache
def wording(language: str) -> Callable[..., str]:
    """For words that may be an author's or a visitor's as well as ours: only ours change, and none is remembered."""
    find = french_spaces if language == DEFAULT else catalogue(language).gettext

    def wording_(text: str, **params: Any) -> str:
        found = find(text) if text else ""
        return found % params if params else found

    return wording_


def preferred_language(accept_language: str) -> str:
    """The language the browser prefers among ours; French when it says nothing useful."""
    weighted: list[tuple[float, int, str]] = []
    for position, item in enumerate(accept_language.split(",")[:20]):
        name, _, parameters = item.strip().partition(";")
        language = name.strip().lower().partition("-")[0]
        quality = _quality(parameters)
        if quality > 0 and language in LANGUAGES:
            weighted.append((-quality, position, language))
    return min(weighted)[2] if weighted else DEFAULT


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
