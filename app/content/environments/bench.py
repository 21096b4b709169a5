"""A bench: devices to plug, switch on and try, cables to choose. What one sees tells what goes through them.

Facts: for each device `d1.on` (switched on, with power), `d1.works`, `d1.gets` (signals received), `d1.switch`; each
port `p1.cable` and `p1.to` (the port at the other end; empty when free); for each cable `c1.ends` (ports); for each
light its id: what it looks like; for each button its id: how many times it did what it says, and `b1.pressed`;
`exchanges` (cables plugged, moved or unplugged), `waited`, `used` (cables of which both ends are plugged).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar

import msgspec
from msgspec.structs import replace

from app.content.environments.bench_flow import Flow, flow, look
from app.content.environments.bench_parts import Appliance, BenchState, Cable, Light, Port, Press
from app.content.environments.bench_screen import BenchScreen, screen_of
from app.content.environments.world import Action, Fact, State, World, toggled
from app.content.parts import Fault
from app.lib.msgids import N_

OFF = N_("éteint")
MOST_EXCHANGES = 200


class Bench(World, kw_only=True, frozen=True, tag="bench"):
    """Devices, and the cables of the room."""

    devices: Annotated[tuple[Appliance, ...], msgspec.Meta(min_length=1, max_length=10)]
    cables: Annotated[tuple[Cable, ...], msgspec.Meta(max_length=12)] = ()

    STATE: ClassVar[type[State]] = BenchState

    def start(self) -> BenchState:
        return self._settled(BenchState())

    def act(self, state: BenchState, action: Action) -> BenchState:
        if any(one.id == action.get("cable") for one in self.cables):
            return replace(state, cable=action["cable"], note="")
        if device := next((one for one in self.devices if one.id == action.get("switch") and one.switch), None):
            switched = toggled(state.switched, device.id)
            return self._settled(replace(state, switched=switched, note=""), restarted=device.id)
        if button := next((one for one in self.buttons() if one[1].id == action.get("press")), None):
            return self._press(state, *button)
        cable = next((one for one in self.cables if one.id == state.cable), None)
        match action.get("do"):
            case "plug" if cable:
                return self._plug(state, cable, (action.get("end1", ""), action.get("end2", "")))
            case "unplug" if cable and any(self.ends(state)[cable.id]):
                return self._put(state, cable, ("", ""), "unplugged")
            case "wait" if self.boots:
                since = {one: times + 1 for one, times in state.since.items()}
                return self._settled(replace(state, since=since, waited=min(state.waited + 1, 99), note="waited"))
        return state

    def facts(self, state: BenchState) -> Mapping[str, Fact]:
        found, ends = self.flow(state), self.ends(state)
        facts: dict[str, Fact] = {"exchanges": state.exchanges, "waited": state.waited}
        facts["used"] = tuple(one.id for one in self.cables if all(ends[one.id]))
        facts |= {f"{one.id}.ends": tuple(port for port in ends[one.id] if port) for one in self.cables}
        for device in self.devices:
            facts[f"{device.id}.on"] = device.id in found.on
            facts[f"{device.id}.works"] = device.id in found.works
            facts[f"{device.id}.gets"] = tuple(sorted(found.gets(device)))
            facts[f"{device.id}.switch"] = self.is_on(state, device)
            for port in device.ports:
                facts |= dict(zip((f"{port.id}.cable", f"{port.id}.to"), self.at(state, port.id), strict=True))
            facts |= {one.id: self.light(found, device, one) for one in device.lights}
            for button in device.buttons:
                facts[button.id] = state.succeeded.get(button.id, 0)
                facts[f"{button.id}.pressed"] = state.pressed.get(button.id, 0)
        return facts

    def screen(self, state: BenchState) -> BenchScreen:
        return screen_of(self, state)

    def faults(self) -> Iterator[Fault]:
        seen: set[str] = set()
        for name in self._ids():
            if name in seen:
                yield Fault(("devices",), "K001", f"l’identifiant « {name} » sert deux fois", "changez-le")
            seen.add(name)
        taken: set[str] = set()
        for position, cable in enumerate(self.cables):
            for end, place in zip(cable.ends, cable.at, strict=True):
                port = self.port(place)
                if place and (port is None or port.plug != end or place in taken):
                    yield Fault(
                        ("cables", position, "at"),
                        "K061",
                        f"« {end} » ne se branche pas dans « {place} »",
                        "donnez un port libre de même forme",
                    )
                taken |= {place} if place else set()

    @property
    def boots(self) -> bool:
        """Whether there is something to wait for."""
        return any(one.boots for one in self.devices)

    def buttons(self) -> Iterator[tuple[Appliance, Press]]:
        for device in self.devices:
            for one in device.buttons:
                yield device, one

    def port(self, name: str) -> Port | None:
        return next((port for one in self.devices for port in one.ports if port.id == name), None)

    def ends(self, state: BenchState) -> dict[str, tuple[str, str]]:
        """Where each cable is: ports that exist, empty when an end hangs."""
        known = {port.id for one in self.devices for port in one.ports}
        found = {one.id: state.ends.get(one.id, one.at) for one in self.cables}
        return {name: (one if one in known else "", two if two in known else "") for name, (one, two) in found.items()}

    def at(self, state: BenchState, port: str) -> tuple[str, str]:
        """The cable in a port and the port at its other end."""
        for name, pair in self.ends(state).items():
            if port in pair:
                return name, pair[1 - pair.index(port)]
        return "", ""

    def is_on(self, state: BenchState, device: Appliance) -> bool:
        """Where its switch is."""
        return device.on != (device.switch and device.id in state.switched)

    def flow(self, state: BenchState) -> Flow:
        switched_on = {one.id for one in self.devices if self.is_on(state, one)}
        ready = {one.id for one in self.devices if state.since.get(one.id, one.boots) >= one.boots}
        return flow(self.devices, self.cables, self.ends(state), switched_on, ready)

    def light(self, found: Flow, device: Appliance, light: Light) -> str:
        return look(light.looks, found.true_of(device)) or OFF

    def _ids(self) -> Iterator[str]:
        yield from (one.id for one in self.cables)
        for device in self.devices:
            yield device.id
            yield from (one.id for group in (device.ports, device.lights, device.buttons) for one in group)

    def _plug(self, state: BenchState, cable: Cable, chosen: tuple[str, str]) -> BenchState:
        ends = self.ends(state)
        if chosen == ends[cable.id]:
            return state
        others = {place for name, pair in ends.items() if name != cable.id for place in pair if place}
        for shape, place in zip(cable.ends, chosen, strict=True):
            port = self.port(place)
            if place and (port is None or place in others or chosen[0] == chosen[1]):
                return replace(state, note="taken")
            if port and port.plug != shape:
                return replace(state, note="shape")
        return self._put(state, cable, chosen, "plugged" if any(chosen) else "unplugged")

    def _put(self, state: BenchState, cable: Cable, ends: tuple[str, str], note: str) -> BenchState:
        if state.exchanges >= MOST_EXCHANGES:
            return state
        moved = {**state.ends, cable.id: ends}
        return self._settled(replace(state, ends=moved, exchanges=state.exchanges + 1, note=note))

    def _press(self, state: BenchState, device: Appliance, button: Press) -> BenchState:
        worked = set(button.needs) <= self.flow(state).true_of(device)
        times = min(state.pressed.get(button.id, 0) + 1, 99)
        succeeded = state.succeeded.get(button.id, 0) + worked
        state = replace(state, pressed={**state.pressed, button.id: times}, note=button.id, worked=worked)
        return replace(state, succeeded={**state.succeeded, button.id: min(succeeded, 99)})

    def _settled(self, state: BenchState, restarted: str = "") -> BenchState:
        """With what boots back to its beginning when it lost its power; several times, as one feeds another."""
        for _ in self.devices:
            on = self.flow(state).on
            lost = {one.id: 0 for one in self.devices if one.boots and (one.id not in on or one.id == restarted)}
            restarted = ""
            if {**state.since, **lost} == state.since:
                break
            state = replace(state, since={**state.since, **lost})
        return state
