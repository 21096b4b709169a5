"""The placement engines, by the name that settings and assessments hold."""

from __future__ import annotations

from app.evaluation.bayesian_placement import BayesianPlacement
from app.evaluation.placement import PlacementEngine
from app.evaluation.reference_placement import ReferencePlacement

ENGINES: tuple[PlacementEngine, ...] = (BayesianPlacement(), ReferencePlacement())


class UnknownEngine(LookupError):
    """No placement engine has this name."""


def engine_named(name: str) -> PlacementEngine:
    """The engine of that name. Raises `UnknownEngine`."""
    for engine in ENGINES:
        if engine.name == name:
            return engine
    raise UnknownEngine(f"{name!r}: known engines are {', '.join(one.name for one in ENGINES)}")
