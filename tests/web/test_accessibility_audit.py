"""The declaration says what the audit says, and the audit is whole."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from app.web.accessibility_audit import NOT, PARTLY, TOTALLY, Audit, Criterion, audit

ROOT = Path(__file__).resolve().parents[2]
THEMES = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
"""Criteria of each theme of the RGAA 4.1.2: 106."""


def test_every_criterion_has_its_state() -> None:
    assert list(audit().criteria) == [
        f"{theme}.{n}" for theme, most in enumerate(THEMES, 1) for n in range(1, most + 1)
    ]


def test_what_is_met_has_evidence_that_exists_and_what_is_not_is_said() -> None:
    for number, one in audit().criteria.items():
        assert (one.state == "yes") == bool(one.evidence), number
        assert one.evidence in ("", "by hand") or (ROOT / one.evidence).exists(), number
    unmet = {number for number, one in audit().criteria.items() if one.state == "no"}
    assert {gap.criterion for gap in audit().gaps} - {""} == unmet


@pytest.mark.parametrize(
    ("states", "rate", "level"),
    [
        (["yes", "yes", "none"], 100, TOTALLY),
        (["yes", "no", "none"], 50, PARTLY),
        (["yes", "unchecked", "yes"], 66, PARTLY),
        (["yes", "no", "unchecked"], 33, NOT),
    ],
)
def test_the_rate_is_of_what_applies_and_makes_the_level(states: list[str], rate: int, level: str) -> None:
    criteria = {str(n): Criterion(state) for n, state in enumerate(states)}  # type: ignore[arg-type]
    one = Audit(audit().made_on, "", (), criteria, (), ())
    assert (one.rate, one.level) == (rate, level)


async def test_the_declaration_and_the_footer_say_it(client: httpx.AsyncClient) -> None:
    page = (await client.get("/accessibilite")).text
    assert f"{audit().rate}\u00a0% des critères" in page or f"{audit().rate} % des critères" in page
    assert page.count(audit().level.replace(" :", "\u202f:")) + page.count(audit().level.replace(" :", "\u00a0:")) >= 2
