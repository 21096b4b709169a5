"""The placement engines of the certification: one for each version of its configuration.

Registered when this is imported: an assessment keeps the name of its engine, hence the version of its rules.
"""

from __future__ import annotations

from app.certification.scoring.configurations import versions
from app.certification.taking.neighbours import given_nearby
from app.evaluation import engines, neighbours
from app.evaluation.certifying.certifying_placement import CertifyingPlacement
from app.evaluation.certifying.configuration import Configuration


def engine_name(configuration: Configuration) -> str:
    """As assessments keep it: `certif-20260901`."""
    return f"certif-{configuration.starts:%Y%m%d}"


def _register_all() -> None:
    for one in versions():
        if one.framework != "core":
            continue
        engine = CertifyingPlacement(one, engine_name(one))
        engines.register(engine)
        neighbours.register(engine.name, given_nearby)


_register_all()
