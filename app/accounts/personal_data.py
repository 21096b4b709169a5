"""One's own data: a room that keeps something about a person says here how to show it and how to erase it.

A room registers once, when it is imported:

    from app.accounts import personal_data

    personal_data.register("evaluation", export=export_answers, erase=erase_answers,
                           title=N_("Vos réponses"), labels={"answered_at": N_("Répondu le")})

`export(user_id)` returns rows of plain values (text, numbers, booleans, dates, None), oldest first.
`erase(user_id)` runs inside the transaction that erases the account: it removes or detaches whatever could
tell who the person was. What is kept (a question's statistics) must no longer lead to anyone. It may raise a
`Refusal`: nothing is erased then, and its message is shown.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

Value = str | int | float | bool | date | None
"""`datetime` is a `date`."""
Row = Mapping[str, Value]
Export = Callable[[int], Awaitable[Sequence[Row]]]
Erase = Callable[[int], Awaitable[None]]


@dataclass(frozen=True)
class Keeper:
    """A room (or a part of it) that keeps personal data."""

    name: str
    export: Export
    erase: Erase
    title: str
    labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, key: str) -> str:
        """How the readable page calls a key: the given message id, or the key itself."""
        return self.labels.get(key, key.replace("_", " ").capitalize())


@dataclass(frozen=True)
class Section:
    """What one keeper has about one person."""

    keeper: Keeper
    rows: Sequence[Row]


_keepers: dict[str, Keeper] = {}


def register(
    name: str, export: Export, erase: Erase, *, title: str = "", labels: Mapping[str, str] | None = None
) -> None:
    """Declare what a room keeps. `name` is the key in the JSON file; registering it twice replaces it."""
    _keepers[name] = Keeper(name, export, erase, title or name.capitalize(), labels or {})


async def collect(user_id: int) -> list[Section]:
    """Everything kept about someone, in the order of registration (this room's first)."""
    return [Section(keeper, await keeper.export(user_id)) for keeper in _keepers.values()]


async def erase_everywhere(user_id: int) -> None:
    """Run inside one transaction: each room erases its part, the account itself last."""
    for keeper in reversed(_keepers.values()):
        await keeper.erase(user_id)
