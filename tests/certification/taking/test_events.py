"""The chain of a test: whatever is changed in it is found."""

from __future__ import annotations

import pytest

from app.certification.events import record, verify
from app.certification.tables import CertificationEvent, CertificationTest
from app.evaluation.tables import Answer
from app.lib.clock import now
from tests.certification.taking.hall import Hall


async def ended(hall: Hall) -> int:
    louise = await hall.start()
    await louise.answer(right=True)
    await hall.about("fin")
    (row,) = await CertificationTest.select(CertificationTest.id)
    assert await verify(row["id"]) is None
    return int(row["id"])


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "left"},
        {"details": '{"by":0}'},
        {"at": None},
        {"hash": "0" * 64},
        {"previous_hash": "0" * 64},
    ],
)
async def test_an_event_changed_is_found(hall: Hall, change: dict[str, object]) -> None:
    test = await ended(hall)
    if "at" in change:
        change = {"at": now()}
    columns = {getattr(CertificationEvent, name): value for name, value in change.items()}
    await CertificationEvent.update(columns).where(CertificationEvent.position == 2)
    assert await verify(test) == 2


async def test_an_event_taken_out_is_found(hall: Hall) -> None:
    test = await ended(hall)
    await CertificationEvent.delete().where(CertificationEvent.position == 2)
    assert await verify(test) == 2


async def test_an_end_cut_off_is_found(hall: Hall) -> None:
    test = await ended(hall)
    await CertificationEvent.delete().where(CertificationEvent.kind == "ended")
    assert await verify(test) == 4


async def test_an_answer_changed_after_the_end_is_found(hall: Hall) -> None:
    test = await ended(hall)
    await Answer.update({Answer.result: "ko"}, force=True)
    assert await verify(test) == 4


async def test_positions_follow_one_another(hall: Hall) -> None:
    test = await ended(hall)
    await record(test, "returned", now(), user=1)
    rows = await CertificationEvent.select(CertificationEvent.position).order_by(CertificationEvent.position)
    assert [row["position"] for row in rows] == [1, 2, 3, 4, 5]
