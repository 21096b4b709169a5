"""What travels stays within the budgets of the design, as Chromium counts it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.benchmarks.bytes import Meter
from tests.browser.visitor import Visitor
from tests.served import ROOT

pytestmark = pytest.mark.browser


def test_a_first_visit_and_each_next_question_stay_within_their_bytes() -> None:
    """40 kB from the link of a campaign to its first question, 14 kB a document, 6 requests, 2 kB a question."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bytes"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr


def test_a_page_seen_before_transfers_no_static_file_again(visitor: Visitor) -> None:
    visitor.begin("GENRES234")
    for path in ("/accueil", "/profil", "/mes-tutos", "/aide"):
        visitor.open(path)
    meter = Meter(visitor.page.context.new_cdp_session(visitor.page))
    for path in ("/accueil", "/profil", "/mes-tutos", "/aide"):
        meter.step(path)
        visitor.page.goto(path, wait_until="networkidle")
    travelled = [one.address for step in meter.steps for one in step.all]
    assert len(travelled) >= 4
    assert [address for address in travelled if "/static/" in address] == []
