"""What was typed about a candidate: in the form, in a sheet, in an imported file. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from app.certification.candidates.countries import FRANCE

LONGEST = 255
"""Characters of a text that is kept."""


@dataclass(frozen=True)
class Typed:
    """As it was typed, to show again."""

    last_name: str = ""
    first_name: str = ""
    day: str = ""
    month: str = ""
    year: str = ""
    sex: str = ""
    insee_code: str = ""
    postal_code: str = ""
    city: str = ""
    country: str = FRANCE
    results_email: str = ""
    email: str = ""
    external_id: str = ""
    extra_time: str = ""
    adjusted: bool = False
    billing: str = ""
    prepayment_code: str = ""
    client_token: str = ""
