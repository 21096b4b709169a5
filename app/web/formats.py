"""Dates and numbers as the reader's language writes them: filters of the components."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from app.lib.markdown import render_inline
from app.lib.typography import NARROW, NO_BREAK, french_spaces
from app.web.languages import translator

ZONE = ZoneInfo("Europe/Paris")
_LOCALES = {"fr": "fr_FR", "en": "en_GB"}  # English as written in Europe: day before month, 24 hours

Filter = Callable[..., str]


def local_time(value: datetime) -> datetime:
    """An aware moment on the clocks of Paris."""
    return value.astimezone(ZONE)


def _day(value: date | datetime) -> date:
    return local_time(value).date() if isinstance(value, datetime) else value


def date_filter(language: str) -> Filter:
    """9 novembre 2026; with ``short``, 09/11/2026."""

    def format_(value: date | datetime, style: str = "long") -> str:
        return format_date(_day(value), format=style, locale=_LOCALES[language])

    return format_


def time_filter(language: str) -> Filter:
    """10 h 42 in French, 10:42 in English."""

    def format_(value: datetime) -> str:
        local = local_time(value)
        if language == "fr":
            return f"{local.hour}{NO_BREAK}h{NO_BREAK}{local.minute:02}"
        return format_time(local, format="HH:mm", locale=_LOCALES[language])

    return format_


def moment_filter(language: str) -> Filter:
    """9 novembre 2026 à 10 h 42."""
    day, time = date_filter(language), time_filter(language)
    join = " à " if language == "fr" else " at "

    def format_(value: datetime) -> str:
        return day(value) + join + time(value)

    return format_


def number_filter(language: str) -> Filter:
    """1 024 or 1,024; decimals with the comma or the point."""

    def format_(value: float) -> str:
        if isinstance(value, int) and -1000 < value < 1000:
            return str(value)
        return format_decimal(value, locale=_LOCALES[language])

    return format_


def percent_filter(language: str) -> Filter:
    """75 % from 75 (not from 0.75), without decimals."""

    def format_(value: float) -> str:
        if language == "fr" and isinstance(value, int):
            return f"{value}{NO_BREAK}%"
        return format_percent(value / 100, locale=_LOCALES[language])

    return format_


def size_filter(language: str) -> Filter:
    """A file's size from its bytes: 840 octets, 12 Ko, 1,4 Mo; thousands, as file managers show."""
    bytes_, units = ("octets", ("Ko", "Mo", "Go")) if language == "fr" else ("bytes", ("KB", "MB", "GB"))
    number = number_filter(language)

    def format_(value: int) -> str:
        if value < 1000:
            return f"{value}{NO_BREAK}{bytes_}"
        amount: float = value
        for unit in units:
            amount /= 1000
            if amount < 999.5 or unit == units[-1]:
                break
        rounded = round(amount, 1) if amount < 10 else round(amount)
        return f"{number(rounded)}{NO_BREAK}{unit}"

    return format_


def duration_filter(language: str) -> Filter:
    """Seconds as 45 s, 1 min 12 s, 1 h 05 min."""
    del language  # the same signs in both

    def format_(seconds: int) -> str:
        hours, rest = divmod(int(seconds), 3600)
        minutes, left = divmod(rest, 60)
        if hours:
            return f"{hours}{NO_BREAK}h {minutes:02}{NO_BREAK}min"
        if minutes:
            return f"{minutes}{NO_BREAK}min" + (f" {left:02}{NO_BREAK}s" if left else "")
        return f"{left}{NO_BREAK}s"

    return format_


@lru_cache(maxsize=20_000)
def inline(text: str) -> Markup:
    """A line of Markdown of the content, as safe HTML: the same lines come back for every learner."""
    return render_inline(text)


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """The same line where no HTML can go: an option of a list, a title."""
    return french_spaces(str(render_inline(text).striptags()))  # which joins words with ordinary spaces


def translated_filter(language: str) -> Callable[[Iterable[tuple[str, str]]], list[tuple[str, str]]]:
    """(value, French words) pairs in the reader's language."""
    words = translator(language)
    return lambda pairs: [(value, words(text)) for value, text in pairs]


FILTERS: dict[str, Callable[[str], Any]] = {
    "date": date_filter,
    "time": time_filter,
    "moment": moment_filter,
    "number": number_filter,
    "percent": percent_filter,
    "size": size_filter,
    "duration": duration_filter,
    "inline": lambda _: inline,
    "plain": lambda _: plain,
    "translated": translated_filter,
}

__all__ = ["FILTERS", "NARROW", "ZONE", "local_time"]
