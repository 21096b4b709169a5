"""SQL written once, on either engine."""

from __future__ import annotations

import pytest

from app.content.tables import ChallengeBody
from app.persistence.statements import Statement
from app.persistence.transactions import write_transaction

KEEP = Statement(
    "INSERT INTO challenge_body (fingerprint, challenge, version, body) VALUES ({}, {}, {}, {}) RETURNING id"
)
READ = Statement("SELECT challenge, version FROM challenge_body WHERE version > {} ORDER BY version")

pytestmark = pytest.mark.usefixtures("database")


async def test_values_take_the_place_of_the_braces() -> None:
    for version in (1, 2, 3):
        (row,) = await KEEP(f"print {version}", 'it\'s {} "quoted" ?', version, "")
        assert row["id"] > 0
    assert await READ(1) == [{"challenge": 'it\'s {} "quoted" ?', "version": version} for version in (2, 3)]


async def test_it_belongs_to_the_transaction_of_its_task() -> None:
    with pytest.raises(RuntimeError):
        async with write_transaction():
            await KEEP("print", "x", 1, "")
            assert len(await READ(0)) == 1
            raise RuntimeError
    assert await ChallengeBody.count() == 0
