"""Asking for a certification centre: a public form."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from app.certification.certif import CERTIF
from app.organisations.requests.controllers import request_routes

ROUTES: list[ControllerRouterHandler] = request_routes(CERTIF)
