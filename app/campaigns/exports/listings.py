"""What each file holds: its columns, and its lines as they are read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from app.campaigns.arrangement import arrangement_of
from app.campaigns.exports import columns_assessment, columns_profiles, columns_questions, queries
from app.campaigns.exports.columns import Column
from app.campaigns.exports.columns_assessment import AboutAssessment
from app.campaigns.exports.columns_people import AboutCampaign
from app.campaigns.team_campaigns import TeamCampaign
from app.content.index import ContentIndex, PlayableChallenge, Skill
from app.content.releases import current_index
from app.lib.markdown import render_inline

LONGEST_QUESTION = 80
"""Characters of a question in the heading of its column."""


@dataclass(frozen=True)
class Listing:
    """A sheet: `chunks()` reads its lines, some at a time, from the beginning."""

    name: str
    columns: Sequence[Column[Any]]
    chunks: Callable[[], AsyncIterator[Sequence[Any]]]


async def results_of(campaign: TeamCampaign, max_level: int) -> Listing:
    """The results of a campaign, or the profiles it collected."""
    index = current_index()
    about = await _about(campaign)
    if campaign.goal is None:
        names = {code: f"{code} {one.name}" for code, one in index.competences.items()}
        columns = columns_profiles.columns(about, names)
        return Listing("Profils", columns, lambda: queries.profile_lines(campaign, index, max_level))
    arrangement = arrangement_of(campaign.goal.skills, index)
    given = await queries.rewards(campaign, index)
    declared = columns_assessment.columns(
        AboutAssessment(
            about,
            campaign.target_name,
            arrangement,
            _names(index),
            {skill.id: _skill(skill, index) for skill in arrangement.skills},
            campaign.member.shows_skills,
            len(given.stages),
            {one.id: one.title for one in given.badges},
        )
    )
    return Listing("Résultats", declared, lambda: queries.assessment_lines(campaign, arrangement, given))


async def questions_of(campaign: TeamCampaign) -> Listing:
    """Success and failure on each question, for who sent her results."""
    asked = await queries.challenges_asked(campaign)
    headings = _questions(asked, current_index())
    columns = columns_questions.columns(await _about(campaign), headings)
    return Listing("Questions", columns, lambda: queries.question_lines(campaign))


async def _about(campaign: TeamCampaign) -> AboutCampaign:
    member = campaign.member
    groups = await queries.knows_groups(member.organisation)
    word = "Classe" if member.kind == "SCO" else "Groupe"
    return AboutCampaign(
        member.organisation_name,
        campaign.id,
        campaign.code,
        campaign.name,
        word if groups else "",
        campaign.external_id_label,
    )


def _names(index: ContentIndex) -> dict[str, str]:
    """Areas and competences as the headings call them."""
    areas = {str(one.code): f"{one.code} {one.name}" for one in index.areas}
    return areas | {code: f"{code} {one.name}" for code, one in index.competences.items()}


def _skill(skill: Skill, index: ContentIndex) -> str:
    return f"{skill.competence} {index.topics[skill.topic].title}, niveau {skill.level}"


def _questions(asked: Iterable[str], index: ContentIndex) -> dict[str, str]:
    """Headings by challenge, in the order of the framework; those that the content lost come last, by their id."""
    places = {name: place for place, name in enumerate(index.skills)}
    known = [index.challenges[name] for name in asked if name in index.challenges]
    found = {one.id: _question(one, index) for one in sorted(known, key=lambda one: (places[one.skill.id], one.id))}
    return found | {name: name for name in sorted(asked) if name not in index.challenges}


def _question(challenge: PlayableChallenge, index: ContentIndex) -> str:
    words = " ".join(str(render_inline(challenge.body.question).striptags()).split())
    short = words if len(words) <= LONGEST_QUESTION else words[: LONGEST_QUESTION - 1].rstrip() + "…"
    return f"{_skill(challenge.skill, index)} – {short} [{challenge.id}]"
