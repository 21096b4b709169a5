"""What the component of the bench shows: what one sees of each device, what is plugged where. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.content.environments.bench_flow import Flow, look
from app.content.environments.bench_parts import Appliance, BenchState, Cable, Press

if TYPE_CHECKING:
    from app.content.environments.bench import Bench


@dataclass(frozen=True)
class PortLine:
    id: str
    name: str
    plug: str
    cable: str
    """Name of what is plugged; empty when free."""
    to: str
    """Where its other end is; empty when it hangs."""


@dataclass(frozen=True)
class DeviceLine:
    device: Appliance
    seen: str
    lights: list[tuple[str, str]]
    switched_on: bool
    ports: list[PortLine]
    said: str
    """What the button just pressed did."""
    worked: bool


@dataclass(frozen=True)
class CableLine:
    cable: Cable
    where: str
    """`used`, `hanging` or `drawer`."""
    ends: tuple[str, str]


@dataclass(frozen=True)
class BenchScreen:
    split: bool
    devices: list[DeviceLine]
    cables: list[CableLine]
    chosen: CableLine | None
    around: list[DeviceLine]
    """Devices at its ends, once it is plugged, when something is to be seen there."""
    boots: bool
    exchanges: int
    note: str


def screen_of(world: Bench, state: BenchState) -> BenchScreen:
    found = world.flow(state)
    devices = [_device(world, state, found, one) for one in world.devices]
    cables = [_cable(one, world.ends(state)[one.id]) for one in world.cables]
    chosen = next((one for one in cables if one.cable.id == state.cable), None)
    return BenchScreen(
        split=False,
        devices=devices,
        cables=cables,
        chosen=chosen,
        around=[one for one in devices if one.seen and _touches(one, chosen)] if state.note == "plugged" else [],
        boots=world.boots,
        exchanges=state.exchanges,
        note=state.note,
    )


def _touches(line: DeviceLine, cable: CableLine | None) -> bool:
    return cable is not None and any(port.id in cable.ends for port in line.ports)


def _cable(cable: Cable, ends: tuple[str, str]) -> CableLine:
    return CableLine(cable, "used" if all(ends) else "hanging" if any(ends) else "drawer", ends)


def _device(world: Bench, state: BenchState, found: Flow, device: Appliance) -> DeviceLine:
    pressed = next((one for one in device.buttons if one.id == state.note), None)
    return DeviceLine(
        device=device,
        seen=look(device.looks, found.true_of(device)),
        lights=[(one.name, world.light(found, device, one)) for one in device.lights],
        switched_on=world.is_on(state, device),
        ports=[_port(world, state, port.id, port.name, port.plug) for port in device.ports],
        said=_said(pressed, state.worked),
        worked=state.worked,
    )


def _port(world: Bench, state: BenchState, name: str, label: str, plug: str) -> PortLine:
    cable, to = world.at(state, name)
    names = {one.id: one.name for one in world.cables}
    places = {port.id: f"{one.name}, {port.name}" for one in world.devices for port in one.ports}
    return PortLine(name, label, plug, names.get(cable, ""), places.get(to, ""))


def _said(button: Press | None, worked: bool) -> str:
    if button is None:
        return ""
    return button.done if worked else button.failed
