"""The columns of an assessment's results, in their order (source: facts of Pix Orga, section 3.2). Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from app.campaigns.arrangement import Arrangement, Run
from app.campaigns.exports.columns import Column, Value
from app.campaigns.exports.columns_people import AboutCampaign, campaign_columns, person_columns
from app.campaigns.exports.lines import AssessmentLine, SentResults
from app.campaigns.mastery import Mastery
from app.campaigns.outcomes import FAILED, NOT_TESTED, VALIDATED

Columns = Iterator[Column[AssessmentLine]]

WIDE = 24
"""Characters: enough for long headings on five lines."""
TESTED: Mapping[str, str] = {VALIDATED: "OK", FAILED: "KO", NOT_TESTED: "Non testé"}


@dataclass(frozen=True)
class AboutAssessment:
    """What the columns depend on. `names`: of areas (`"1"`) and competences (`"1.1"`). `stages`: how many there are.
    `badges`: titles by id."""

    campaign: AboutCampaign
    target_name: str
    arrangement: Arrangement
    names: Mapping[str, str]
    skill_names: Mapping[str, str]
    shows_skills: bool
    stages: int = 0
    badges: Mapping[int, str] = field(default_factory=dict)


def columns(about: AboutAssessment) -> list[Column[AssessmentLine]]:
    """Every column; from the date of sending on, they hold nothing until the results are sent."""
    return [
        *campaign_columns(about.campaign),
        Column("Nom du profil cible", lambda _: about.target_name, 24),
        *person_columns(about.campaign),
        Column("% de progression", lambda line: line.progression),
        Column("Date de début", lambda line: line.started_at, 16),
        Column("Partage (O/N)", lambda line: line.sent is not None),
        Column("Date du partage", _sent(lambda sent: sent.at), 16),
        *_rewards(about),
        Column("% maîtrise de l’ensemble des acquis du profil", _sent(_whole(about.arrangement.total)), WIDE),
        *_runs(about, about.arrangement.competences, "de la compétence", "dans la compétence"),
        *_runs(about, about.arrangement.areas, "du domaine", "dans le domaine"),
        *(_skills(about) if about.shows_skills else ()),
    ]


def share(validated: int, total: int) -> Decimal:
    """Validated over total, 0 to 1, rounded to two decimals, half up."""
    percent = Mastery(total, validated, validated).percent
    return Decimal(percent).scaleb(-2).normalize()


def _sent(value: Callable[[SentResults], Value]) -> Callable[[AssessmentLine], Value]:
    return lambda line: None if line.sent is None else value(line.sent)


def _rewards(about: AboutAssessment) -> Columns:
    if about.stages:
        yield Column(f"Palier obtenu (/{about.stages - 1})", _sent(lambda sent: sent.stars))
    for badge, title in about.badges.items():
        yield Column(f"{title} obtenu (O/N)", _sent(_earned(badge)))


def _earned(badge: int) -> Callable[[SentResults], bool]:
    return lambda sent: badge in sent.badges


def _whole(total: int) -> Callable[[SentResults], Decimal]:
    """Two significant digits (evaluation 3.7)."""
    return lambda sent: Mastery(total, sent.validated, sent.validated).rate.normalize()


def _runs(about: AboutAssessment, runs: tuple[Run, ...], of: str, inside: str) -> Columns:
    for run in runs:
        name = about.names[run.key]
        yield Column(f"% de maîtrise des acquis {of} {name}", _sent(_share_of(run)), WIDE)
        yield Column(f"Nombre d’acquis du profil cible {inside} {name}", _sent(_total_of(run)), WIDE)
        yield Column(f"Acquis maîtrisés {inside} {name}", _sent(_validated_in(run)), WIDE)


def _share_of(run: Run) -> Callable[[SentResults], Decimal]:
    return lambda sent: share(run.validated(sent.letters), run.total)


def _total_of(run: Run) -> Callable[[SentResults], int]:
    return lambda _: run.total


def _validated_in(run: Run) -> Callable[[SentResults], int]:
    return lambda sent: run.validated(sent.letters)


def _skills(about: AboutAssessment) -> Columns:
    for place, skill in enumerate(about.arrangement.skills):
        yield Column(about.skill_names[skill.id], _sent(_outcome(place)), WIDE)


def _outcome(place: int) -> Callable[[SentResults], str]:
    return lambda sent: TESTED[sent.letters[place]]
