"""A memory of so many entries."""

from app.lib.recent import Recent


def test_the_oldest_goes_when_one_more_comes() -> None:
    memory: Recent[str, int] = Recent(2)
    memory["a"] = 1
    memory["b"] = 2
    memory["a"] = 3
    assert memory == {"a": 3, "b": 2}
    memory["c"] = 4
    assert memory == {"b": 2, "c": 4}
