"""The pages of the administration, a file for each resource."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

ROUTES: list[ControllerRouterHandler] = []

__all__ = ["ROUTES"]
