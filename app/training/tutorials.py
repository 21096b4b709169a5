"""The verbs on tutorials. Each can be sent twice: it is done once."""

from __future__ import annotations

from datetime import datetime

from app.content.index import ContentIndex
from app.content.releases import current_index
from app.evaluation.queries import knowledge_of
from app.lib.refusals import NotFound
from app.persistence.transactions import write_transaction
from app.profile.cards import Known, failed_directly
from app.training.tables import SavedTutorial, TutorialVote


async def save(user: int, tutorial: str, now: datetime) -> None:
    """Puts a tutorial in someone's list. Raises NotFound."""
    index = _known(tutorial)
    skill = skill_for(tutorial, index, await knowledge_of(user))
    async with write_transaction():
        await SavedTutorial.raw(
            'INSERT INTO saved_tutorial ("user", tutorial, skill, created_at) VALUES ({}, {}, {}, {})'
            " ON CONFLICT DO NOTHING",
            user,
            tutorial,
            skill,
            now,
        )


async def remove(user: int, tutorial: str) -> None:
    """Takes a tutorial out of someone's list."""
    _known(tutorial)
    async with write_transaction():
        await SavedTutorial.delete().where((SavedTutorial.user == user) & (SavedTutorial.tutorial == tutorial))


async def find_useful(user: int, tutorial: str, now: datetime) -> None:
    """« Tuto utile ». Raises NotFound."""
    _known(tutorial)
    async with write_transaction():
        await TutorialVote.raw(
            'INSERT INTO tutorial_vote ("user", tutorial, created_at) VALUES ({}, {}, {}) ON CONFLICT DO NOTHING',
            user,
            tutorial,
            now,
        )


async def find_useful_no_more(user: int, tutorial: str) -> None:
    """Takes « Tuto utile » back."""
    _known(tutorial)
    async with write_transaction():
        await TutorialVote.delete().where((TutorialVote.user == user) & (TutorialVote.tutorial == tutorial))


def skill_for(tutorial: str, index: ContentIndex, known: Known) -> str:
    """The skill a tutorial is kept for: one that was failed, else the first that points to it, else none."""
    pointing = [one for one in index.skills.values() if tutorial in (*one.tutorials, *one.more)]
    best = failed_directly(pointing, known) or pointing
    return best[0].id if best else ""


def _known(tutorial: str) -> ContentIndex:
    index = current_index()
    if tutorial not in index.tutorials:
        raise NotFound
    return index
