"""A whole room begins at once."""

from __future__ import annotations

import asyncio

from app.content.index import ContentIndex
from app.evaluation import assessments
from app.evaluation.scope import Scope
from app.evaluation.tables import Assessment, AssessmentScope
from app.lib.clock import now
from tests.cast import NAMES, Cast


async def test_the_first_to_be_asked_the_same_all_begin(world: ContentIndex, cast: Cast) -> None:
    scope = Scope("Un parcours", "/accueil", "/accueil", skills=tuple(world.skills))
    people = [await cast.person(name) for name in NAMES]
    await asyncio.gather(*(assessments.start(one, scope, "reference", "fr", now()) for one in people))
    assert await Assessment.count() == len(people)
    assert await AssessmentScope.count() == 1
