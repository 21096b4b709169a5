"""Reads for the pages where people arrive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.campaigns.queries import Journey, Unfinished, journeys, unfinished
from app.certification.members import member_of as centre_of
from app.content.framework import Area, Showcase
from app.content.index import Competence, ContentIndex, PlayableChallenge
from app.content.releases import current_index
from app.lib.refusals import NotFound
from app.organisations.members import member_of
from app.profile.cards import Card, to_continue
from app.profile.queries import Profile, profile_of
from app.profile.suggestions import ShownTutorial
from app.training.queries import recommended_to

COMPETENCES_SHOWN = 4
TUTORIALS_SHOWN = 3
JOURNEYS_SHOWN = 3


@dataclass(frozen=True)
class ShowcaseCard:
    """A challenge to try without an account."""

    showcase: Showcase
    challenge: PlayableChallenge
    area: Area


@dataclass(frozen=True)
class Dashboard:
    """What someone sees on arriving."""

    profile: Profile
    following: Sequence[Card]
    """Where to go on, the best first."""
    nearest: Card | None
    """The begun competence whose next level is the nearest."""
    tutorials: Sequence[ShownTutorial]
    journeys: Sequence[Journey]
    resume: Unfinished | None
    workplace: str | None
    """The organisation she works for in Pix Orga; None for nobody's member."""
    centre: str | None
    """The certification centre she works for in Pix Certif; likewise."""


def showcase_cards(language: str) -> list[ShowcaseCard]:
    """The challenges to try, in the order of their competences."""
    index = current_index(language)
    cards = [_card(one, index) for one in index.showcase.values() if one.challenge in index.challenges]
    return sorted(cards, key=lambda card: (card.challenge.skill.competence, card.showcase.slug))


def showcase_card(slug: str, language: str) -> ShowcaseCard:
    """Raises NotFound."""
    index = current_index(language)
    showcase = index.showcase.get(slug)
    if showcase is None or showcase.challenge not in index.challenges:
        raise NotFound
    return _card(showcase, index)


def next_card(slug: str, language: str) -> ShowcaseCard | None:
    """The one to try after another; the first comes after the last."""
    cards = showcase_cards(language)
    rank = next(position for position, card in enumerate(cards) if card.showcase.slug == slug)
    return cards[(rank + 1) % len(cards)] if len(cards) > 1 else None


def framework(language: str) -> list[tuple[Area, list[Competence]]]:
    """The areas with their competences."""
    index = current_index(language)
    return [
        (area, [index.competences[code] for code in area.competences if code in index.competences])
        for area in index.areas
    ]


async def dashboard(user: int, max_level: int, language: str, now: datetime) -> Dashboard:
    """Everything of the page « Accueil »."""
    profile = await profile_of(user, max_level, language, now)
    following = to_continue(profile.cards)[:COMPETENCES_SHOWN]
    member, centre = await member_of(user), await centre_of(user)
    return Dashboard(
        profile=profile,
        following=following,
        nearest=following[0] if following and following[0].begun else None,
        tutorials=await recommended_to(user, TUTORIALS_SHOWN, "/accueil", language),
        journeys=(await journeys(user, now))[:JOURNEYS_SHOWN],
        resume=await unfinished(user, now),
        workplace=member.organisation_name if member is not None else None,
        centre=centre.centre_name if centre is not None else None,
    )


def _card(showcase: Showcase, index: ContentIndex) -> ShowcaseCard:
    challenge = index.challenges[showcase.challenge]
    code = index.competences[challenge.skill.competence].area
    return ShowcaseCard(showcase, challenge, next(area for area in index.areas if area.code == code))
