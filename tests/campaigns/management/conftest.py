"""Forms as the page sends them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Fields = Callable[..., dict[str, str]]


@pytest.fixture
def fields() -> Fields:
    """`fields(name="")`: a creation form filled in right, but for what is said."""

    def filled(**changes: Any) -> dict[str, str]:
        right = {
            "name": "Madame Villo - UE 173 - gr. 1-4-5 Semaine 2",
            "kind": "assessment",
            "target": "decouverte",
            "ask_external_id": "no",
            "external_id_label": "",
            "title": "UE 173 - gr. 1-4-5 Semaine 2",
            "landing_text": "",
            "opens_on": "",
            "closes_on": "",
            "client_token": "kx7m2q9w4z3t",
        }
        return {name: value for name, value in {**right, **changes}.items() if value is not None}

    return filled
