"""The placement engines, by the name that settings and assessments hold."""

from __future__ import annotations

from app.evaluation.bayesian_placement import BayesianPlacement
from app.evaluation.placement import PlacementEngine
from app.evaluation.reference_placement import ReferencePlacement

ENGINES: tuple[PlacementEngine, ...] = (BayesianPlacement(), ReferencePlacement())
"""Those that a setting may name."""


class UnknownEngine(LookupError):
    """No placement engine has this name."""


def engine_named(name: str) -> PlacementEngine:
    """The engine of that name. Raises `UnknownEngine`."""
    found = _by_name.get(name)
    if found is None:
        raise UnknownEngine(f"{name!r}: known engines are {', '.join(one.name for one in ENGINES)}")
    return found


def register(engine: PlacementEngine) -> None:
    """Another room brings an engine of its own, for the assessments that it starts."""
    _by_name[engine.name] = engine


_by_name: dict[str, PlacementEngine] = {engine.name: engine for engine in ENGINES}
