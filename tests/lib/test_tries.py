"""Wrong tries are counted for a while, by who tries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.lib.tries import Tries

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_one_waits_after_too_many_until_the_oldest_is_forgotten() -> None:
    tries: Tries[str] = Tries(3, 10 * MINUTE)
    for minute in range(3):
        assert not tries.exhausted("karim", NOON + minute * MINUTE)
        tries.failed("karim", NOON + minute * MINUTE)
    assert tries.exhausted("karim", NOON + 9 * MINUTE)
    assert not tries.exhausted("louise", NOON + 9 * MINUTE)
    assert not tries.exhausted("karim", NOON + 10 * MINUTE)
    tries.failed("karim", NOON + 10 * MINUTE)
    assert tries.exhausted("karim", NOON + 10 * MINUTE)
    tries.forget()
    assert not tries.exhausted("karim", NOON + 10 * MINUTE)
