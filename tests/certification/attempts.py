"""What one may try against a session, and how it is tried: as data, sent over HTTP as a browser would.

Nothing that is tried may change anything: all the attempts of a scene happen in the same room, one after the other.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import httpx
import pytest
from piccolo.table import Table

from app.certification.tables import (
    Candidate,
    CertificationEvent,
    CertificationResult,
    CertificationSession,
    CertificationTest,
    IssueReport,
    LiveAlert,
    SessionImport,
)
from app.evaluation.tables import Answer, Assessment

KEPT: Sequence[type[Table]] = (
    CertificationSession, Candidate, CertificationTest, Assessment, Answer,
    LiveAlert, IssueReport, CertificationResult, CertificationEvent, SessionImport,
)  # fmt: skip
SEEN = ("end_seen_at", "seen_at")
"""What only looking at a page writes."""
SPACES = str.maketrans({"\u00a0": " ", "\u202f": " "})
LOG = "pix.security"


@dataclass(frozen=True)
class Attempt:
    """Somebody sends something; `{…}` in the address and in the form are facts of the room."""

    what: str
    who: str
    request: str
    """`POST /certifications/{candidate}/code`."""
    form: Mapping[str, str]
    status: int
    says: str
    """On the page, or on the one where it leads; empty for what is no page."""
    trace: str | None = "NotFound"
    """Name of the refusal in the log; None where nothing is refused: what was sent again is answered again."""
    event: str = ""
    """What it adds to the chain of the test, which then waits for the invigilator."""
    file: bytes = b""


@dataclass
class Scene:
    """The room at one moment: browsers by who uses them, and what an attempt may name."""

    browsers: Mapping[str, httpx.AsyncClient]
    facts: dict[str, object]
    words: Sequence[str] = ("Carré", "Louise", "louise@", "Bonnet", "Chloé", "Demo2026!")
    """What says who somebody is: never in the log."""
    sent: set[str] = field(default_factory=set)

    async def tried(self, one: Attempt, caplog: pytest.LogCaptureFixture) -> None:
        """Sends it; fails when it is answered otherwise than it says, or when it changes something."""
        caplog.clear()
        before = await kept()
        response = await self.send(one)
        assert response.status_code == one.status, response.text
        page = await self.followed(one.who, response)
        assert one.says in text_of(page), page.text
        await self._left(one, before, await kept())
        self._written(one, caplog)

    async def send(self, one: Attempt) -> httpx.Response:
        method, _, path = one.request.partition(" ")
        form = {name: value.format_map(self.facts) for name, value in one.form.items()}
        self.sent |= {value for value in form.values() if len(value) > 5}
        files = {"sheet": ("candidats.ods", one.file, "application/octet-stream")} if one.file else None
        address = path.format_map(self.facts)
        return await self.browsers[one.who].request(method, address, data=form or None, files=files)

    async def followed(self, who: str, response: httpx.Response) -> httpx.Response:
        """The page where one is sent."""
        while "location" in response.headers:
            response = await self.browsers[who].get(response.headers["location"])
        return response

    async def _left(self, one: Attempt, before: dict[str, Any], after: dict[str, Any]) -> None:
        if one.event:
            events = [row for row in after["certification_event"] if row not in before["certification_event"]]
            assert [row["kind"] for row in events] == [one.event]
            for rows in (before, after):
                del rows["certification_event"]
                for row in rows["assessment"]:
                    del row["hold"]
        assert after == before, "something got through"

    def _written(self, one: Attempt, caplog: pytest.LogCaptureFixture) -> None:
        lines = [line.getMessage() for line in caplog.records if line.name == LOG]
        assert all(line.levelno >= logging.WARNING for line in caplog.records if line.name == LOG)
        if one.trace is None:
            assert not lines
            return
        user = self.facts.get(f"user_{one.who}")
        assert any(line.startswith(f"refused {one.trace}: ") and f" user={user} " in f"{line} " for line in lines), (
            lines
        )
        for word in (*self.words, *self.sent):
            assert not any(word in line for line in lines), lines


async def kept() -> dict[str, Any]:
    """Everything that a session is made of."""
    found: dict[str, Any] = {}
    for table in KEPT:
        rows = await table.raw(f"SELECT * FROM {table._meta.tablename} ORDER BY id")
        found[table._meta.tablename] = [{name: row[name] for name in row if name not in SEEN} for row in rows]
    return json.loads(json.dumps(found, default=str))


def text_of(page: httpx.Response) -> str:
    """As it reads, whatever spaces typography wants."""
    return unescape(page.text).translate(SPACES)
