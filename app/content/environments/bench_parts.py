"""What a bench is made of: devices with ports, lights, buttons; cables in use or in the drawer."""

from __future__ import annotations

from typing import Annotated

import msgspec

from app.content.environments.world import State, ThingId
from app.content.parts import Line, LocalId, Part

POWER, ON, WORKS = "power", "on", "works"
"""What makes a device live; and two states besides signals: switched on with power, and ready."""

Signals = tuple[LocalId, ...]
"""`power`, `video`, `sound`, `network`, `usb`… or any other word of the author."""


class Port(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    plug: Line
    """The shape: only the end of a cable of the same shape goes in."""
    gives: Signals = ()
    """What goes out of it, when the device makes it or receives it elsewhere."""
    takes: Signals | None = None
    """What it lets in: everything by default."""
    broken: bool = False


class Look(Part, kw_only=True, frozen=True):
    """What is seen, when all of `needs` is true: signals received, `on`, `works`."""

    needs: Signals = ()
    lacks: Signals = ()
    """And none of these."""
    text: Line


class Light(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    looks: Annotated[tuple[Look, ...], msgspec.Meta(min_length=1, max_length=6)]
    """The first that is true; « éteint » when none is."""


class Press(Part, kw_only=True, frozen=True):
    """A button of a device: try it, print, start over."""

    id: ThingId
    label: Line
    needs: Signals = (WORKS,)
    done: Line
    failed: Line


class Appliance(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    about: str = ""
    """What is read on it, whatever its state."""
    plugged: bool = True
    """It needs `power` from one of its ports; false with a battery, or for what needs none."""
    switch: bool = False
    on: bool = True
    """Where its switch is at the start."""
    boots: Annotated[int, msgspec.Meta(ge=0, le=5)] = 0
    """How many times one waits before it works, once switched on."""
    broken: bool = False
    """It lights up and never works."""
    makes: Signals = ()
    ports: Annotated[tuple[Port, ...], msgspec.Meta(min_length=1, max_length=8)]
    lights: tuple[Light, ...] = ()
    looks: tuple[Look, ...] = ()
    """The first that is true is shown."""
    buttons: tuple[Press, ...] = ()


class Cable(Part, kw_only=True, frozen=True):
    id: ThingId
    name: Line
    ends: tuple[Line, Line]
    """Shapes."""
    carries: Signals
    at: tuple[str, str] = ("", "")
    """Ports at the start; empty: hanging, or in the drawer."""
    broken: bool = False


class BenchState(State, frozen=True, kw_only=True, omit_defaults=True):
    cable: str = ""
    """The chosen cable."""
    ends: dict[str, tuple[str, str]] = {}  # noqa: RUF012 (msgspec copies it)
    """Cables that were moved."""
    switched: tuple[str, ...] = ()
    """Devices whose switch is not where it was."""
    since: dict[str, int] = {}  # noqa: RUF012
    """How many times one waited since a device that boots was switched on; absent: ready since the start."""
    pressed: dict[str, int] = {}  # noqa: RUF012
    succeeded: dict[str, int] = {}  # noqa: RUF012
    exchanges: int = 0
    waited: int = 0
    note: str = ""
    """What was just done or refused: `plugged`, `unplugged`, `shape`, `taken`, `waited`, or a button by its id."""
    worked: bool = False
    """The button just pressed did what it says."""
