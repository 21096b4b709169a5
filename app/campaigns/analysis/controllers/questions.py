"""`/orga/campagnes/{campaign}/questions`: success and failure on each question, and on each topic."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from litestar import Controller, Response, get
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath

from app.campaigns.analysis.controllers.page import read
from app.campaigns.analysis.forms import (
    FROM_THE_HIGHEST,
    MOST_FAILED_FIRST,
    QUESTION_COLUMNS,
    read_competence,
)
from app.campaigns.analysis.mistakes import Mistake, chosen, is_free_text, mistakes
from app.campaigns.analysis.queries.questions import (
    Asked,
    answers_given,
    question_asked,
    questions_asked,
    statements,
    wrong_answers,
)
from app.campaigns.analysis.topics import topic_lines
from app.campaigns.guards import campaign_seen
from app.campaigns.team_campaigns import TeamCampaign
from app.content.kinds.choice import ChoiceChallenge, Proposal
from app.evaluation.presenting import present
from app.organisations.pages import orga_page
from app.profile.suggestions import shown
from app.web.charts import parts_of
from app.web.listing import address, slice_of
from app.web.pages import AnyRequest
from app.web.sorting import Sorting, headings, sorting_of

LONGEST_ID = 64
FEWEST_ANSWERS = 3
ORDERS: Mapping[str, Callable[[Asked], Any]] = {
    "reponses": lambda one: one.total,
    "reussite": lambda one: (one.percent, -one.total),
    "a-revoir": lambda one: one.wrong,
    "passees": lambda one: one.skipped,
    "temps": lambda one: one.late + one.left,
}


class QuestionsController(Controller):
    path = "/orga/campagnes/{campaign:int}/questions"
    dependencies = {"seen": Provide(campaign_seen)}  # noqa: RUF012 (Litestar's way)

    @get()
    async def show(self, request: AnyRequest, seen: NamedDependency[TeamCampaign]) -> Response[bytes]:
        """The most failed first; the topics too."""
        asked = await read(request, seen)
        found = await questions_asked(asked.population)
        codes = {one.skill.competence for one in found}
        competence = read_competence(asked.query, codes)
        sorting = sorting_of(asked.query, QUESTION_COLUMNS, MOST_FAILED_FIRST)
        kept = _sorted([one for one in found if competence in ("", one.skill.competence)], sorting)
        part = slice_of(asked.query, len(kept))
        lines = kept[part.offset : part.last]
        tally = await asked.tally()
        return orga_page(
            request,
            seen.member,
            "analysis/questions",
            campaign=seen,
            asked=asked,
            people=tally.people,
            competence=competence,
            competences=[one for code, one in asked.index.competences.items() if code in codes],
            lines=[(one, parts_of(one.parts)) for one in lines],
            statements=await statements(lines),
            topics=topic_lines(asked.arrangement, tally, asked.index, MOST_FAILED_FIRST, asked.path),
            sorting=sorting,
            part=part,
            headings=headings(asked.path, asked.query, QUESTION_COLUMNS, sorting, FROM_THE_HIGHEST),
            pages=address(asked.path, asked.query, page=""),
            sizes=address(asked.path, asked.query, taille=""),
        )

    @get("/{challenge:str}")
    async def one(
        self, request: AnyRequest, seen: NamedDependency[TeamCampaign], challenge: FromPath[str]
    ) -> Response[bytes]:
        """A question as it was seen, the right answer, and the mistakes that were made."""
        asked = await read(request, seen)
        question, body = await question_asked(asked.population, challenge[:LONGEST_ID])
        proposals: list[tuple[Proposal, int]] = []
        found: list[Mistake] = []
        if isinstance(body.body, ChoiceChallenge):
            proposals = chosen(body.body, await answers_given(asked.population, challenge))
        elif not is_free_text(body.body):
            found = mistakes(body.body, await wrong_answers(asked.population, challenge))
        path = f"/orga/campagnes/{seen.id}/questions"
        return orga_page(
            request,
            seen.member,
            "analysis/question",
            campaign=seen,
            asked=asked,
            question=question,
            parts=parts_of(question.parts),
            view=present(body, 0),
            topic=asked.index.topics.get(question.skill.topic),
            competence=asked.index.competences.get(question.skill.competence),
            proposals=proposals,
            solution=body.body.solution(),
            mistakes=found,
            tutorials=shown(
                [asked.index.tutorials[name] for name in body.tutorials if name in asked.index.tutorials], asked.path
            ),
            back=address(path, asked.query),
        )


def _sorted(found: list[Asked], sorting: Sorting) -> list[Asked]:
    """A rate of success over one or two answers says little: these questions come last, whichever way it goes."""
    if sorting.key == "sujet":
        return found[::-1] if sorting.descending else found
    ordered = sorted(found, key=ORDERS[sorting.key], reverse=sorting.descending)
    return sorted(ordered, key=lambda one: one.total < FEWEST_ANSWERS) if sorting.key == "reussite" else ordered
