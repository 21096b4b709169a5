"""Reads for what becomes of the tests of a session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from app.certification.results.outcomes import COLUMNS, LATEST, Outcome, outcome_of
from app.certification.results.reports import is_impactful
from app.certification.tables import CertificationSession, CertificationTest, IssueReport
from app.lib.refusals import NotFound
from app.lib.row_ids import is_row_id

Queue = Literal["to_publish", "action_required", "published"]


@dataclass(frozen=True)
class Report:
    """What the centre says went wrong."""

    id: int
    code: str
    question: int | None
    text: str
    resolved_at: datetime | None
    resolution: str

    @property
    def waits(self) -> bool:
        """Somebody must read it before the results are published."""
        return is_impactful(self.code) and self.resolved_at is None


@dataclass(frozen=True)
class TakenTest:
    """A test of a session, with the result that counts."""

    id: int
    candidate: int
    first_name: str
    last_name: str
    birthdate: date | None
    birth_city: str
    external_id: str
    user: int | None
    joined_at: datetime | None
    adjusted: bool
    assessment: int | None
    state: str
    answers: int
    started_at: datetime
    ended_at: datetime | None
    ended_by: str
    abort_reason: str | None
    outcome: Outcome | None
    reports: Sequence[Report]

    @property
    def finished(self) -> bool:
        """Its last question was answered."""
        return self.state == "completed"

    @property
    def waits(self) -> bool:
        """It keeps its session from being published."""
        return self.outcome is None or self.outcome.status == "error" or any(one.waits for one in self.reports)


@dataclass(frozen=True)
class FinalizedSession:
    """A session, as the service's staff sees it."""

    id: int
    centre_id: int
    centre: str
    site: str
    room: str
    starts_at: datetime
    method: str
    finalized_at: datetime
    published_at: datetime | None
    results_sent_at: datetime | None
    """To those who ordered certifications; None when nobody did."""
    global_comment: str
    has_incident: bool
    has_joining_issue: bool
    officer: int | None
    """Who of the service's staff looks after it."""
    officer_name: str
    tests: Sequence[TakenTest]

    @property
    def queue(self) -> Queue:
        if self.published_at is not None:
            return "published"
        waits = self.global_comment or any(one.waits for one in self.tests)
        return "action_required" if waits else "to_publish"

    @property
    def unread(self) -> bool:
        """A report of the centre waits for somebody."""
        return any(report.waits for one in self.tests for report in one.reports)

    @property
    def publishable(self) -> bool:
        """Every test has a final status, given since the session was finalised: one given back is scored again."""
        return all(
            one.outcome is not None and one.outcome.status != "error" and one.outcome.at >= self.finalized_at
            for one in self.tests
        )

    @property
    def latest_result(self) -> int:
        """Of all its tests: 0 for none."""
        return max((one.outcome.id for one in self.tests if one.outcome), default=0)


async def tests_of(session: int) -> Sequence[TakenTest]:
    """The tests begun in a session, by name."""
    rows = await CertificationTest.raw(
        "SELECT t.id, k.id AS candidate, k.first_name, k.last_name, k.birthdate, k.birth_city,"
        ' k.external_id, a."user", k.joined_at, k.adjusted, t.assessment, a.state, a.answers, t.started_at,'
        f" t.ended_at, t.ended_by, t.abort_reason,{COLUMNS}"
        " FROM certification_test t JOIN candidate k ON k.id = t.candidate"
        f" LEFT JOIN assessment a ON a.id = t.assessment{LATEST}"
        " WHERE k.session = {} ORDER BY k.match_name, k.last_name, k.first_name, t.id",
        session,
    )
    reports = await _reports([row["id"] for row in rows])
    return [_test(row, reports.get(row["id"], [])) for row in rows]


async def finalized_session(session: int) -> FinalizedSession:
    """One of them. Raises NotFound for one that is not finalised as for none."""
    rows = await CertificationSession.raw(
        "SELECT s.id, s.centre AS centre_id, c.name AS centre, s.site, s.room, s.starts_at, s.method, s.finalized_at,"
        " s.published_at, s.results_sent_at,"
        " s.global_comment, s.has_incident, s.has_joining_issue, s.officer, u.first_name, u.last_name"
        " FROM certification_session s JOIN certification_centre c ON c.id = s.centre"
        " LEFT JOIN pix_user u ON u.id = s.officer WHERE s.id = {} AND s.finalized_at IS NOT NULL",
        session if is_row_id(session) else 0,
    )
    if not rows:
        raise NotFound
    return FinalizedSession(**_cleaned(rows[0]), tests=await tests_of(session))


def _cleaned(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{name: row[name] for name in row if name not in ("first_name", "last_name")},
        "has_incident": bool(row["has_incident"]),
        "has_joining_issue": bool(row["has_joining_issue"]),
        "officer_name": f"{row['first_name'] or ''} {row['last_name'] or ''}".strip(),
    }


def _test(row: Mapping[str, Any], reports: Sequence[Report]) -> TakenTest:
    kept = (
        *("id", "candidate", "first_name", "last_name", "birthdate", "birth_city", "external_id", "user"),
        *("joined_at", "adjusted", "assessment", "started_at", "ended_at", "ended_by", "abort_reason"),
    )
    return TakenTest(
        **{name: row[name] for name in kept},
        state=row["state"] or "",
        answers=row["answers"] or 0,
        outcome=outcome_of(row),
        reports=reports,
    )


async def _reports(tests: Sequence[int]) -> Mapping[int, list[Report]]:
    if not tests:
        return {}
    among = ", ".join("{}" for _ in tests)
    rows = await IssueReport.raw(
        "SELECT i.test, i.id, i.code, i.question, i.text, i.resolved_at, i.resolution FROM issue_report i"
        f" WHERE i.test IN ({among}) ORDER BY i.id",
        *tests,
    )
    found: dict[int, list[Report]] = {}
    for row in rows:
        found.setdefault(row["test"], []).append(Report(**{name: row[name] for name in row if name != "test"}))
    return found
