"""What was measured of a challenge: the answers recorded in the database, if there is one, and its calibration."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.content import calibration
from app.content.calibration import Measured
from app.content.kinds import AnyChallenge
from app.persistence.reports import can_report, report
from app.preview.states import mistaken_words

MOST_WRONG = 8


@dataclass(frozen=True)
class VersionFigures:
    """The answers to one version."""

    version: int
    answers: int
    right: int
    late: int
    skipped: int
    seconds: int
    """Mean."""


@dataclass(frozen=True)
class GivenWrong:
    """A wrong answer, in words, and how many times it was given."""

    words: Sequence[str]
    times: int


@dataclass(frozen=True)
class Figures:
    """`has_database`: whether answers could be looked for at all."""

    has_database: bool
    versions: Sequence[VersionFigures] = ()
    wrong: Sequence[GivenWrong] = ()
    measured: Sequence[Measured] = ()
    """Its rows of `calibration/*.csv`, the newest version first."""


async def figures_of(root: Path, name: str, body: AnyChallenge) -> Figures:
    """The figures of a playable challenge."""
    rows = calibration.read(root / "calibration")
    measured = sorted((one for one in rows.values() if one.challenge == name), key=lambda one: -one.version)
    if not (await can_report("answer") and await can_report("challenge_body")):
        return Figures(False, measured=measured)
    results = await report(
        "SELECT challenge_body.version, answer.result, COUNT(*) AS times, SUM(answer.seconds) AS seconds FROM answer"
        " JOIN challenge_body ON challenge_body.fingerprint = answer.body WHERE answer.challenge = {}"
        " GROUP BY challenge_body.version, answer.result ORDER BY challenge_body.version DESC, answer.result",
        name,
    )
    wrong = await report(
        "SELECT value, COUNT(*) AS times FROM answer WHERE challenge = {} AND result = 'ko'"
        " GROUP BY value ORDER BY COUNT(*) DESC, value LIMIT {}",
        *(name, MOST_WRONG),
    )
    versions = [_version(version, results) for version in dict.fromkeys(row["version"] for row in results)]
    return Figures(True, versions, [_given(row, body) for row in wrong], measured)


def _version(version: int, rows: Sequence[dict[str, Any]]) -> VersionFigures:
    mine = [row for row in rows if row["version"] == version]
    times = {row["result"]: int(row["times"]) for row in mine}
    answers, seconds = sum(times.values()), sum(int(row["seconds"] or 0) for row in mine)
    late = times.get("timed_out", 0) + times.get("focused_out", 0)
    return VersionFigures(
        int(version), answers, times.get("ok", 0), late, times.get("skipped", 0), round(seconds / answers)
    )


def _given(row: dict[str, Any], body: AnyChallenge) -> GivenWrong:
    value = json.loads(row["value"] or "{}")
    return GivenWrong(mistaken_words(body, value), int(row["times"]))
