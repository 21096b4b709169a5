"""How often two candidates of one room are asked the same question at about the same time. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from statistics import fmean

from app.demo.certification_figures import nearness
from app.demo.certification_trial import WAYS, CertificationTrial
from app.demo.placement_report import table

WITHIN = (0, 2, 5)
"""Ranks between the two: 0 is the same question at the same time, for people who started together."""


def neighbours_report(alone: CertificationTrial, apart: CertificationTrial, room: int) -> Iterable[str]:
    """The lines of a table: the same rooms without and with a choice that keeps neighbours apart."""
    yield f"Pairs of a room of {room} with a common question, and questions in common; ranks apart at most"
    yield from table(
        ("way", "choice", *(f"{ranks} ranks" for ranks in WITHIN), "score: error", "levels: error"),
        [
            (way, name, *_row(trial, way, room))
            for way in WAYS
            for name, trial in (("each alone", alone), ("kept apart", apart))
        ],
    )


def meetings(first: Sequence[str], second: Sequence[str], within: int) -> int:
    """The questions that both are asked, at ranks that differ by so many at most."""
    ranks = {question: rank for rank, question in enumerate(first)}
    return sum(question in ranks and abs(ranks[question] - rank) <= within for rank, question in enumerate(second))


def _row(trial: CertificationTrial, way: str, room: int) -> Sequence[str]:
    asked = [one.asked[way] for one in trial.taken]
    rooms = [asked[start : start + room] for start in range(0, len(asked), room)]
    pairs = [pair for one in rooms for pair in combinations(one, 2)]
    found = [[meetings(*pair, within) for pair in pairs] for within in WITHIN]
    end = nearness([(one.found[way][-1], one.true) for one in trial.taken])
    return (
        *(f"{fmean(count > 0 for count in one):.1%}, {fmean(one):.2f}" for one in found),
        f"{end.error:.1f}",
        f"{end.level_error:.2f}",
    )
