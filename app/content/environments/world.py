"""What every simulated environment has in common: a world written in YAML, and states that actions lead to. Pure.

An environment is one file here and one component in `components/environments`. The world is what the author wrote;
a state is what has changed since, and where one is looking; an action is what a form of the component sends. Acting
happens on the server: neither the goal nor what is still hidden reaches the browser.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Protocol, TypeAlias

import msgspec

from app.content.parts import Fault, Line, Part
from app.lib.msgids import N_

Action: TypeAlias = Mapping[str, str]
"""Names and values of the controls sent. Anything may come: what the state does not offer changes nothing."""

Fact: TypeAlias = str | int | bool | tuple[str, ...]

ThingId = Annotated[str, msgspec.Meta(pattern="^[a-z]{1,3}[0-9]{1,3}$")]
"""Pages send these ids: a letter or two and a number tell nothing (`m3`, never `phishing`)."""

LONGEST_TYPED = 2_000
LONGEST_STATE = 30_000


NOW = N_("à l’instant")
"""When what was just done took place."""


class State(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What has changed since the start, and where one is looking. Kept as JSON."""


class Screen(Protocol):
    """What a component shows."""

    @property
    def split(self) -> bool:
        """A list on the left and what is open on the right, where there is room."""


class World(Part, kw_only=True, frozen=True, tag_field="is"):
    """An environment as its author set it up."""

    title: Line
    """Shown in the window's bar."""

    STATE: ClassVar[type[State]]

    def start(self) -> State:
        """What one finds when opening it."""
        raise NotImplementedError

    def act(self, state: Any, action: Action) -> State:
        """The state after an action; the same object when the action means nothing here."""
        raise NotImplementedError

    def facts(self, state: Any) -> Mapping[str, Fact]:
        """What a goal may speak of: `m3.folder` -> `junk`. The same names whatever the state, but for what is made."""
        raise NotImplementedError

    def screen(self, state: Any) -> Screen:
        """Everything the component shows, ready."""
        raise NotImplementedError

    def faults(self) -> Iterator[Fault]:
        """Mistakes of authoring that the shape alone does not show."""
        raise NotImplementedError

    @property
    def name(self) -> str:
        """Which environment: `mailbox`."""
        return str(self.__struct_config__.tag)

    def opened(self) -> str:
        """The first state, as kept."""
        return encode(self.start())

    def acted(self, kept: str, action: Action) -> str:
        """The kept state after an action. A text too long is cut, an impossible action changes nothing."""
        state = self.read(kept)
        clean = {name: _storable(value[:LONGEST_TYPED]) for name, value in action.items()}
        after = encode(self.act(state, clean))
        return after if len(after) <= LONGEST_STATE else encode(state)

    def read(self, kept: str) -> Any:
        """A kept state; the start, for what is no state of this environment."""
        if len(kept) > LONGEST_STATE:
            return self.start()
        try:
            return msgspec.json.decode(kept, type=self.STATE)
        except (msgspec.MsgspecError, UnicodeEncodeError):
            return self.start()


def _storable(text: str) -> str:
    """Without the halves of characters that no text file holds."""
    return text.encode("utf-8", "replace").decode()


def encode(state: State) -> str:
    return msgspec.json.encode(state).decode()


def with_one(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    """The names and one more, once."""
    return names if name in names else (*names, name)


def without_one(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(one for one in names if one != name)


def toggled(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    """With the name if it was not there, without it if it was."""
    return without_one(names, name) if name in names else (*names, name)
