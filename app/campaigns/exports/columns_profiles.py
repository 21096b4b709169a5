"""The columns of the profiles that were collected, in their order (source: facts of Pix Orga, section 3.3). Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from app.campaigns.exports.columns import Column, Value
from app.campaigns.exports.columns_people import AboutCampaign, campaign_columns, person_columns
from app.campaigns.exports.lines import ProfileLine, SentProfile


def columns(about: AboutCampaign, competences: Mapping[str, str]) -> list[Column[ProfileLine]]:
    """Every column; `competences`: names by code. Nothing is available before the profile is sent."""
    return [
        *campaign_columns(about),
        *person_columns(about),
        Column("Envoi (O/N)", lambda line: line.sent is not None),
        Column("Date de l’envoi", _sent(lambda sent: sent.at), 16),
        Column("Nombre de pix total", _sent(lambda sent: sent.pix)),
        Column("Certifiable (O/N)", _sent(lambda sent: sent.certifiable)),
        Column("Nombre de compétences certifiables", _sent(_certifiable), 16),
        *(column for code, name in competences.items() for column in _competence(code, name)),
    ]


def _sent(value: Callable[[SentProfile], Value]) -> Callable[[ProfileLine], Value]:
    return lambda line: None if line.sent is None else value(line.sent)


def _certifiable(sent: SentProfile) -> int:
    return sum(score.certifiable for score in sent.scores.values())


def _competence(code: str, name: str) -> Iterator[Column[ProfileLine]]:
    yield Column(f"Niveau pour la compétence {name}", _sent(lambda sent: sent.scores[code].level), 24)
    yield Column(f"Nombre de pix pour la compétence {name}", _sent(lambda sent: sent.scores[code].pix), 24)
