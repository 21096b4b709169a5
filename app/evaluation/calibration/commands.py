"""`pix content calibrate`: measures the challenges from the answers recorded in the database."""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.content.calibration import Measured
    from app.content.index import ContentIndex
    from app.evaluation.calibration.fitting import Fitted
    from app.evaluation.calibration.gathering import Asked
    from app.evaluation.calibration.recorded import Item, Recorded

CALIBRATION = Path(__file__).resolve().parents[3] / "content" / "calibration"
ENOUGH = 100
"""Answers from which a challenge may be called suspicious."""


def register(verbs: Any) -> None:
    one = verbs.add_parser("calibrate", help="measure each challenge's difficulty and discrimination from the answers")
    one.add_argument("--into", type=Path, default=CALIBRATION, metavar="FOLDER", help="where the CSV files go")
    one.add_argument("--at-least", type=int, default=ENOUGH, metavar="N", help="answers needed to be suspicious (100)")
    one.set_defaults(run=run_calibrate)


async def run_calibrate(arguments: argparse.Namespace) -> int:
    from app.content import calibration, releases
    from app.evaluation.calibration.fitting import fit
    from app.evaluation.calibration.recorded import recorded
    from app.persistence.database import database_running

    async with database_running():
        await releases.refresh()
        index = releases.current_index()
        known = await recorded()
    items = sorted(known.skills)
    place = {item: position for position, item in enumerate(items)}
    people = [[(place[item], succeeded) for item, succeeded in one.items()] for one in known.people.values()]
    fitted = dict(zip(items, fit(people, [_level(known.skills[item]) for item in items]), strict=True))
    asked = _still_there(known, index)
    on_levels = _on_levels(known, asked, arguments.into)
    by_competence: dict[str, list[Measured]] = defaultdict(list)
    for item, one in asked.items():
        by_competence[one.competence].append(_measured(item, known.skills[item], fitted[item], on_levels[item]))
    for competence, rows in sorted(by_competence.items()):
        print(calibration.write(arguments.into, competence, rows))
    answers = sum(len(one) for one in people)
    print(f"{len(items)} versions of challenges, {answers} answers of {len(people)} people.")
    _print_doubts(known, fitted, arguments.at_least)
    return 0


def _still_there(known: Recorded, index: ContentIndex) -> dict[Item, Asked]:
    """What was answered, of the skills that the content still has."""
    from app.evaluation.belief.responses import USUAL_GUESS
    from app.evaluation.calibration.gathering import Asked

    found = {}
    for (name, version), skill_id in sorted(known.skills.items()):
        skill, now = index.skills.get(skill_id), index.challenges.get(name)
        if skill is not None:
            luck = now.body.luck if now and now.body.version == version else USUAL_GUESS
            found[name, version] = Asked(skill.topic, skill.competence, skill.level, luck)
    return found


def _on_levels(known: Recorded, asked: dict[Item, Asked], into: Path) -> dict[Item, tuple[float, float]]:
    """Difficulties and slopes on the scale of levels; writes how abilities differ."""
    from app.content import calibration
    from app.evaluation.calibration.on_levels import fit_on_levels

    place = {item: position for position, item in enumerate(asked)}
    found = fit_on_levels(
        [
            [(place[item], succeeded) for item, succeeded in one.items() if item in place]
            for one in known.people.values()
        ],
        list(asked.values()),
    )
    if asked:
        one = found.spreads
        spreads = calibration.Spreads(found.people, one.mean, one.general, one.competence, one.topic)
        print(calibration.write_spreads(into, spreads))
    return dict(zip(asked, found.curves, strict=True))


def _print_doubts(known: Recorded, fitted: dict[Item, Fitted], at_least: int) -> None:
    from app.evaluation.calibration.suspicious import doubts_about

    doubts = [
        doubt
        for item, one in fitted.items()
        for doubt in doubts_about(*item, one, known.wrong_answers.get(item), at_least)
    ]
    print(
        f"{len(doubts)} suspicious:" if doubts else f"Nothing suspicious among those with {at_least} answers or more."
    )
    for doubt in doubts:
        print(f"  {doubt.challenge} (version {doubt.version}): {doubt.reason}")


def _measured(item: Item, skill: str, one: Fitted, on_levels: tuple[float, float]) -> Measured:
    from app.content.calibration import Measured

    return Measured(
        *item,
        skill,
        one.answers,
        one.successes,
        one.curve.discrimination,
        one.discrimination_error,
        one.curve.difficulty,
        one.difficulty_error,
        *on_levels,
    )


def _level(skill: str) -> int:
    """The level is the end of a skill's id."""
    return int(skill.rpartition("-")[2])
