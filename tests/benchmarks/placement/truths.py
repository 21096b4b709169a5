"""The truths on which the placement engines are compared: that of the promise, and a panel around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from app.demo.simulated_people import Truth

Options = Mapping[str, float | str]
Panel = Mapping[str, "One"]


class One(NamedTuple):
    """What it says, and the options of `pix simulate placement` that make it."""

    says: str
    options: Options

    @property
    def truth(self) -> Truth:
        return Truth(**self.options)  # type: ignore[arg-type]

    @property
    def written(self) -> str:
        return "".join(f" --{name} {value}" for name, value in self.options.items())


PROMISE = One("the truth of the promise", {})
PANEL: Panel = {
    "flat": One("success rises slowly with ability", {"slope": 1.0}),
    "sharp": One("success rises fast with ability", {"slope": 2.5}),
    "no guess": One("nothing is found by luck", {"guess": 0}),
    "guess": One("a quarter is found by luck", {"guess": 0.25}),
    "no slip": One("who masters never fails", {"slip": 0}),
    "slip": One("who masters fails more", {"slip": 0.15}),
    "weak links": One("competences and topics hardly go together", {"general": 0.6, "competence": 0.6, "topic": 1.3}),
    "strong links": One("who is good is good at all", {"general": 1.6, "competence": 0.4, "topic": 0.4}),
    "low": One("beginners", {"mean": 2.0}),
    "high": One("experts", {"mean": 5.0}),
    "wide": One("people differ in everything", {"general": 1.8, "competence": 1.2, "topic": 1.2}),
    "misset": One("a fifth of the skills are a level off", {"misset": 0.2}),
    "careless": One("a fifth of the people fail three times out of ten", {"careless": 0.2}),
    "lucky": One("a fifth of the people guess four times out of ten", {"lucky": 0.2}),
    "learning": One("each question teaches a twentieth of a level", {"learning": 0.05}),
    "one area": One("good at one area, bad elsewhere", {"people": "one-area"}),
}
