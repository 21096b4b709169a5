"""The topics of a campaign as its pages list them, with what to read about each. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.accounts.identity import unaccented
from app.campaigns.analysis.collective import Share, competence_shares, topic_shares
from app.campaigns.analysis.relevance import Recommendation, recommendations
from app.campaigns.analysis.tally import Tally
from app.campaigns.arrangement import Arrangement
from app.content.index import Competence, ContentIndex, Topic
from app.profile.suggestions import ShownTutorial, shown
from app.web.sorting import Sorting


@dataclass(frozen=True)
class TopicLine:
    """A topic: what was validated of it, how much it is worth working on, its tutorials."""

    topic: Topic
    competence: Competence
    share: Share
    recommendation: Recommendation | None
    """None as long as nobody sent results."""
    tutorials: Sequence[ShownTutorial]


@dataclass(frozen=True)
class CompetenceLine:
    """A competence: what was validated of it."""

    competence: Competence
    share: Share


ORDERS: Mapping[str, Callable[[TopicLine], Any]] = {
    "sujet": lambda one: unaccented(one.topic.title),
    # The most relevant has the lowest score.
    "pertinence": lambda one: -one.recommendation.score if one.recommendation else 0,
    "reussite": lambda one: one.share.percent,
}


def topic_lines(
    arrangement: Arrangement, tally: Tally, index: ContentIndex, sorting: Sorting, back: str
) -> list[TopicLine]:
    """`back`: the page that their tutorials lead back to."""
    scores = {one.run.key: one for one in recommendations(arrangement, tally)}
    found = []
    for share in topic_shares(arrangement, tally):
        topic = index.topics[share.run.key]
        found.append(
            TopicLine(
                topic,
                index.competences[topic.competence],
                share,
                scores.get(topic.id),
                _tutorials(arrangement, share, index, back),
            )
        )
    return sorted(found, key=ORDERS[sorting.key], reverse=sorting.descending)


def competence_lines(arrangement: Arrangement, tally: Tally, index: ContentIndex) -> list[CompetenceLine]:
    """In the order of the framework."""
    return [CompetenceLine(index.competences[one.run.key], one) for one in competence_shares(arrangement, tally)]


def _tutorials(arrangement: Arrangement, share: Share, index: ContentIndex, back: str) -> list[ShownTutorial]:
    """Those of the skills aimed at in the topic, from the lowest level up, each once."""
    skills = arrangement.skills[share.run.start : share.run.end]
    names = dict.fromkeys(name for skill in skills for name in skill.tutorials)
    return shown([index.tutorials[name] for name in names if name in index.tutorials], back)
