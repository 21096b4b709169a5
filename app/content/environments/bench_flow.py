"""What goes through cables: power, image, sound, network, from what makes them to what receives them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.content.environments.bench_parts import ON, POWER, WORKS, Appliance, Cable, Look, Port

Ends = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Flow:
    """What each port receives, which devices are on, which work."""

    received: dict[str, set[str]] = field(default_factory=dict)
    on: set[str] = field(default_factory=set)
    works: set[str] = field(default_factory=set)

    def gets(self, device: Appliance) -> set[str]:
        return {signal for port in device.ports for signal in self.received.get(port.id, ())}

    def true_of(self, device: Appliance) -> set[str]:
        """Signals received, `on`, `works`."""
        state = {ON} if device.id in self.on else set()
        return self.gets(device) | state | ({WORKS} if device.id in self.works else set())


def flow(
    devices: Iterable[Appliance], cables: Iterable[Cable], ends: Ends, switched_on: set[str], ready: set[str]
) -> Flow:
    """Spreads from what needs nothing, until nothing more arrives: two devices never keep each other alive."""
    found, devices = Flow(), tuple(devices)
    links = [(one, ends[one.id]) for one in cables if all(ends[one.id]) and not one.broken]
    places = {port.id: (device, port) for device in devices for port in device.ports}
    growing = True
    while growing:
        growing = False
        for device in devices:
            powered = not device.plugged or POWER in found.gets(device)
            if device.id not in found.on and powered and device.id in switched_on:
                growing = True
                found.on.add(device.id)
                if device.id in ready and not device.broken:
                    found.works.add(device.id)
        for cable, pair in links:
            for source, target in (pair, pair[::-1]):
                passing = _let_in(places[target][1], _emitted(found, *places[source]) & set(cable.carries))
                known = found.received.setdefault(target, set())
                growing = growing or not passing <= known
                known |= passing
    return found


def look(looks: Iterable[Look], true: set[str]) -> str:
    """The first that is true of a device."""
    return next((one.text for one in looks if set(one.needs) <= true and not set(one.lacks) & true), "")


def _emitted(found: Flow, device: Appliance, port: Port) -> set[str]:
    if device.id not in found.works or port.broken:
        return set()
    others = {signal for one in device.ports if one is not port for signal in found.received.get(one.id, ())}
    return set(port.gives) & (set(device.makes) | others)


def _let_in(port: Port, signals: set[str]) -> set[str]:
    if port.broken:
        return set()
    return signals if port.takes is None else signals & set(port.takes)
