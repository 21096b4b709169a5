"""A live alert: her question does not work, the test waits until the invigilator answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.certification.events import record
from app.certification.tables import IssueReport, LiveAlert
from app.certification.taking.queries import Candidacy
from app.certification.taking.refusals import NothingRuns, NotThisQuestion
from app.certification.taking.sittings import is_away
from app.evaluation import assessments
from app.lib.msgids import N_
from app.persistence.transactions import write_transaction

REASONS: Mapping[str, str] = {
    "E1": N_("Image absente ou illisible"),
    "E2": N_("Simulateur ou application qui ne marche pas"),
    "E3": N_("Fichier qui ne s’ouvre pas"),
    "E4": N_("Site indisponible"),
    "E5": N_("Site bloqué par l’établissement"),
    "E8": N_("Temps majoré dépassé sur une question chronométrée"),
    "E9": N_("Logiciel manquant sur l’ordinateur"),
    "E10": N_("Page quittée malgré soi, sur une question à faire sans la quitter"),
    "E11": N_("Page d’erreur de la plateforme"),
    "E12": N_("Problème d’accessibilité"),
}
"""Why a question is replaced, by code of its report."""


async def signal(user: int, seen: Candidacy, challenge: str, now: datetime) -> None:
    """The question asked now has a problem. Sent twice, there is one alert. Raises NothingRuns or NotThisQuestion."""
    if seen.state != "running" or seen.test is None or seen.assessment is None:
        raise NothingRuns
    if not challenge or challenge != seen.challenge:
        raise NotThisQuestion
    async with write_transaction():
        if not await assessments.hold(seen.assessment, "alert"):
            return
        position = seen.answers + 1
        await LiveAlert.insert(LiveAlert(test=seen.test, challenge=challenge, position=position, raised_at=now))
        await record(seen.test, "alert_raised", now, user=user, challenge=challenge, question=position)


async def dismiss(alert: int, candidate: int, by: int, word: str, now: datetime) -> bool:
    """The same question goes on; False when it was handled already."""
    async with write_transaction():
        row = await _handle(alert, candidate, by, now, {LiveAlert.status: "dismissed", LiveAlert.word: word})
        if row is None:
            return False
        await assessments.release(row["assessment"], "alert")
        await record(row["test"], "alert_dismissed", now, by=by, question=row["position"], alert=alert)
        await _wait_if_away(row)
    return True


async def validate(alert: int, candidate: int, by: int, reason: str, now: datetime) -> bool:
    """The question is replaced, and reported; its skill is asked no more. False when it was handled already."""
    async with write_transaction():
        row = await _handle(alert, candidate, by, now, {LiveAlert.status: "validated", LiveAlert.reason: reason})
        if row is None:
            return False
        if row["asked"] == row["challenge"]:
            await assessments.drop_question(row["assessment"], row["user"], now)
        await assessments.release(row["assessment"], "alert")
        await IssueReport.insert(
            IssueReport(test=row["test"], code=reason, question=row["position"], created_by=by, created_at=now)
        )
        await record(row["test"], "alert_validated", now, by=by, question=row["position"], reason=reason)
        await _wait_if_away(row)
    return True


async def _handle(alert: int, candidate: int, by: int, now: datetime, columns: dict[Any, Any]) -> dict[str, Any] | None:
    """The alert with its test, if it is this candidate's, and nobody has handled it."""
    rows = await LiveAlert.raw(
        'SELECT l.test, l.challenge, l.position, a.id AS assessment, a.challenge AS asked, a."user" FROM live_alert l'
        " JOIN certification_test t ON t.id = l.test JOIN assessment a ON a.id = t.assessment"
        " WHERE l.id = {} AND t.candidate = {}",
        alert,
        candidate,
    )
    if not rows:
        return None
    handled = (
        await LiveAlert.update({**columns, LiveAlert.handled_at: now, LiveAlert.handled_by: by})
        .where((LiveAlert.id == alert) & (LiveAlert.status == "ongoing"))
        .returning(LiveAlert.id)
    )
    return rows[0] if handled else None


async def _wait_if_away(row: dict[str, Any]) -> None:
    """She left while it waited: the test resumes only once she is authorised."""
    if await is_away(row["test"]):
        await assessments.hold(row["assessment"], "authorisation")
