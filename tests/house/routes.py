"""Every address of the application, and who may use it.

    python -m tests.house.routes

writes the ledger, `tests/house/urls.txt`: people, bookmarks and printed sheets hold on to these addresses, so a
change there is looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from litestar import Litestar
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute

LEDGER = Path(__file__).with_name("urls.txt")
HEADER = "# Every address and who may use it: public, or a guard. Written by: python -m tests.house.routes\n"
GUARDS = (
    "app.certification.interfaces.guards",
    "app.certification.invigilation.doors",
    *(f"app.{room}.guards" for room in ("admin", "certification", "campaigns", "organisations", "accounts")),
)
WITHIN = {"POST /evaluations/{assessment}/reponses": "signed_in within"}
"""Guarded by the handler itself: an answer sent after the end of the session is kept."""
PARAMETER = re.compile(r"\{(\w+)(?::\w+)?\}")


@dataclass(frozen=True, order=True)
class Address:
    """One method on one path."""

    path: str
    method: str
    guard: str

    def __str__(self) -> str:
        return f"{self.method} {self.path} {self.guard}"

    @property
    def is_public(self) -> bool:
        return self.guard == "public"

    @property
    def is_for_programs(self) -> bool:
        """A token opens it, and no session."""
        return self.guard.startswith("token:")

    def with_values(self, **values: str) -> str:
        """The path with something in each parameter."""
        return PARAMETER.sub(lambda found: values.get(found[1], DUMMIES.get(found[1], "rien")), self.path)


NUMBERS = (
    *("badge", "assessment", "answer", "card", "campaign", "participation", "learner", "invitation", "membership"),
    *("organisation", "demand", "person", "lot", "session", "candidate", "centre_request", "centre", "report", "alert"),
    *("test", "result", "level", "waiting", "machine_client"),
)
DUMMIES = {**dict.fromkeys(NUMBERS, "1"), "code": "KXMTRB742", "path": "css/rien.css"}


def addresses() -> list[Address]:
    """Those of the application, sorted."""
    from app.main import ROUTES

    app = Litestar(ROUTES, openapi_config=None)
    return sorted(
        Address(path, method, guard_of(f"{method} {path}", handler))
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        for path in [PARAMETER.sub(r"{\1}", route.path)]
        for method in handler.http_methods
        if method not in ("OPTIONS", "HEAD")
    )


def guard_of(name: str, handler: HTTPRouteHandler) -> str:
    """The guard among the dependencies it asks for; `public` where that is declared; else nothing protects it."""
    found = [one.dependency for one in asked_for(handler)]
    for room in GUARDS:
        for function in found:
            if getattr(function, "__module__", "") == room:
                return str(getattr(function, "__name__", ""))
    if handler.opt.get("public"):
        return "public"
    return WITHIN.get(name, "unguarded")


def asked_for(handler: HTTPRouteHandler) -> list[Provide]:
    """The dependencies in its arguments, and in theirs: what is only at hand protects nothing."""
    at_hand, names, found = handler.resolve_dependencies(), list(handler.parsed_fn_signature.parameters), []
    for name in names:
        if (one := at_hand.get(name)) is not None and one not in found:
            found.append(one)
            names += one.parsed_fn_signature.parameters
    return found


def ledger(found: list[Address]) -> str:
    return HEADER + "".join(f"{one}\n" for one in found)


if __name__ == "__main__":
    LEDGER.write_text(ledger(addresses()), "utf-8")
