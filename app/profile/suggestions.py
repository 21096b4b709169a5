"""Tutorials as lists show them, and which ones failures suggest. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import quote

from app.content.framework import Tutorial
from app.content.index import ContentIndex, Skill
from app.lib.typography import french_spaces


@dataclass(frozen=True)
class ShownTutorial:
    """One line of a list of tutorials (components/ui/tutorials.html)."""

    id: str
    title: str
    url: str
    minutes: int
    author: str
    language: str
    """Of its words."""
    saved: bool = False
    useful: bool = False
    media: str = "page"


def shown(
    tutorials: Iterable[Tutorial],
    back: str,
    saved: Collection[str] = frozenset(),
    useful: Collection[str] = frozenset(),
) -> list[ShownTutorial]:
    """The lines of a list on the page `back`, a local path where the tutorials lead back."""
    return [
        ShownTutorial(
            id=one.id,
            title=french_spaces(one.title),
            url=f"/tutos/{one.id}?suite={quote(back, safe='/')}",
            minutes=one.minutes,
            author=french_spaces(one.source),
            language=one.language,
            saved=one.id in saved,
            useful=one.id in useful,
        )
        for one in tutorials
    ]


def suggested(failed: Iterable[Skill], index: ContentIndex) -> list[Tutorial]:
    """The tutorials of the skills that were failed, in their order, each tutorial once."""
    names = dict.fromkeys(name for skill in failed for name in skill.tutorials)
    return [index.tutorials[name] for name in names if name in index.tutorials]
