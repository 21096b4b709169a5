"""What is to be done now and then."""

from __future__ import annotations

from app.certification.mass_import import imports
from app.lib.clock import now


async def tidy() -> None:
    """Once an hour: forget the imports that nobody confirmed."""
    await imports.forget_old(now())
