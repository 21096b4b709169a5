"""Reads for the pages about tutorials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from markupsafe import Markup

from app.content.framework import Tutorial
from app.content.index import Competence, ContentIndex
from app.content.releases import current_index
from app.evaluation.queries import knowledge_of
from app.lib.markdown import render_markdown
from app.lib.refusals import NotFound
from app.profile.cards import Known, failed_directly
from app.profile.suggestions import ShownTutorial, shown, suggested
from app.training.tables import SavedTutorial, TutorialVote

PAGE_SIZE = 20
RECOMMENDED, SAVED = "recommandes", "enregistres"
Name = Literal["recommandes", "enregistres"]


@dataclass(frozen=True)
class Marks:
    """What someone keeps and likes."""

    saved: frozenset[str] = frozenset()
    useful: frozenset[str] = frozenset()


@dataclass(frozen=True)
class TutorialsPage:
    """One page of one of the two lists."""

    name: Name
    items: Sequence[ShownTutorial]
    recommended_count: int
    saved_count: int
    competences: Sequence[Competence]
    """Those of the whole list, to filter by."""
    competence: str
    page: int
    pages: int
    first: int
    last: int
    total: int


@dataclass(frozen=True)
class _Listed:
    tutorial: Tutorial
    competences: frozenset[str]


async def marks_of(user: int | None) -> Marks:
    """Nothing for a visitor."""
    if user is None:
        return Marks()
    saved = await SavedTutorial.raw('SELECT tutorial FROM saved_tutorial WHERE "user" = {}', user)
    useful = await TutorialVote.raw('SELECT tutorial FROM tutorial_vote WHERE "user" = {}', user)
    return Marks(frozenset(one["tutorial"] for one in saved), frozenset(one["tutorial"] for one in useful))


async def recommended_to(user: int, most: int, back: str, language: str) -> list[ShownTutorial]:
    """The tutorials for the latest failures."""
    index, marks = current_index(language), await marks_of(user)
    found = _recommended(index, await knowledge_of(user))
    return shown([one.tutorial for one in found[:most]], back, marks.saved, marks.useful)


async def tutorials_page(user: int, name: Name, competence: str, page: int, language: str) -> TutorialsPage:
    """A page of a list; a page beyond the end is the last one, an unknown competence filters nothing."""
    index, marks = current_index(language), await marks_of(user)
    recommended, saved = _recommended(index, await knowledge_of(user)), await _saved(user, index)
    everything = saved if name == SAVED else recommended
    codes = frozenset(code for one in everything for code in one.competences)
    competence = competence if competence in codes else ""
    kept = [one.tutorial for one in everything if not competence or competence in one.competences]
    pages = max(1, -(-len(kept) // PAGE_SIZE))
    page = min(max(1, page), pages)
    start = (page - 1) * PAGE_SIZE
    items = kept[start : start + PAGE_SIZE]
    return TutorialsPage(
        name=name,
        items=shown(items, address(name, competence, page), marks.saved, marks.useful),
        recommended_count=len(recommended),
        saved_count=len(saved),
        competences=[one for code, one in index.competences.items() if code in codes],
        competence=competence,
        page=page,
        pages=pages,
        first=start + 1 if items else 0,
        last=start + len(items),
        total=len(kept),
    )


def address(name: Name, competence: str, page: int) -> str:
    """The address of a page of a list."""
    parts = [f"liste={name}"] if name == SAVED else []
    parts += [f"competence={competence}"] if competence else []
    parts += [f"page={page}"] if page > 1 else []
    return "/mes-tutos" + ("?" + "&".join(parts) if parts else "")


async def one_tutorial(user: int | None, name: str, back: str, language: str) -> tuple[ShownTutorial, Markup]:
    """A tutorial with its text. Raises NotFound."""
    tutorial = current_index(language).tutorials.get(name)
    if tutorial is None:
        raise NotFound
    marks = await marks_of(user)
    return shown([tutorial], back, marks.saved, marks.useful)[0], _text(tutorial.text)


def both_lists(
    index: ContentIndex, tutorials: Iterable[str], more: Iterable[str], back: str, marks: Marks
) -> tuple[list[ShownTutorial], list[ShownTutorial]]:
    """« Pour réussir la prochaine fois », « Pour en apprendre davantage »: never the same twice on a page."""
    first = dict.fromkeys(name for name in tutorials if name in index.tutorials)
    second = dict.fromkeys(name for name in more if name in index.tutorials and name not in first)
    return tuple(  # type: ignore[return-value]
        shown([index.tutorials[name] for name in names], back, marks.saved, marks.useful) for names in (first, second)
    )


def _recommended(index: ContentIndex, known: Known) -> list[_Listed]:
    """For each skill failed directly and not passed since, its tutorials; the newest failures first."""
    failed = failed_directly(index.skills.values(), known)
    failed.sort(key=lambda skill: (-known[skill.topic][skill.level].at.timestamp(), skill.level, skill.id))
    codes: dict[str, set[str]] = {}
    for skill in failed:
        for name in skill.tutorials:
            codes.setdefault(name, set()).add(skill.competence)
    return [_Listed(one, frozenset(codes[one.id])) for one in suggested(failed, index)]


async def _saved(user: int, index: ContentIndex) -> list[_Listed]:
    """The newest first; those that the content no longer has are left out."""
    rows = await SavedTutorial.raw(
        'SELECT tutorial, skill FROM saved_tutorial WHERE "user" = {} ORDER BY created_at DESC, id DESC', user
    )
    return [
        _Listed(
            index.tutorials[row["tutorial"]],
            frozenset({index.skills[row["skill"]].competence} if row["skill"] in index.skills else ()),
        )
        for row in rows
        if row["tutorial"] in index.tutorials
    ]


@lru_cache(maxsize=1_000)
def _text(markdown: str) -> Markup:
    """Titles begin at h2, right under the page's own."""
    levels = [len(line) - len(line.lstrip("#")) for line in markdown.splitlines() if line.startswith("#")]
    return render_markdown(markdown, heading_offset=2 - min(levels, default=2))
