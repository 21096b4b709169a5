"""Builds the server of the preview. It is for the machine of an author: no account, no database, no production."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from litestar import Litestar, Response
from litestar.di import Provide
from litestar.exceptions import NotFoundException
from litestar.types import Message, Scope

from app.lib.msgids import N_
from app.lib.refusals import NotFound, Refusal
from app.preview.controllers import ROUTES
from app.preview.tree import Tree
from app.preview.workshop import Workshop
from app.settings import Settings
from app.web.components import load_components
from app.web.controllers import ROUTES as WEB
from app.web.errors import EXCEPTION_HANDLERS, refuse_unwritable_address
from app.web.origin import OriginCheck
from app.web.pages import AnyRequest, is_partial, page
from app.web.requests import PixRequest
from app.web.security_headers import CONTENT_SECURITY_POLICY, security_headers

log = logging.getLogger("pix.preview")

FRAMES = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'; frame-src 'self'")
"""As everywhere, but for the frames: pages of the preview hold pages of the preview."""


class OnlyInDevelopment(Refusal):
    """The preview shows every answer: it is never served with an installation's settings."""

    message = N_("L’aperçu est pour la machine d’une personne qui écrit des épreuves, pas pour un service ouvert.")


def create_preview(root: Path, chosen: Settings, revision: str = "main") -> Litestar:
    """The server of a tree, not started yet. Raises OnlyInDevelopment with the settings of an open service."""
    if chosen.environment == "production":
        raise OnlyInDevelopment
    workshop = Workshop(Tree(root), revision)
    return Litestar(
        route_handlers=[*WEB, *ROUTES],
        dependencies={"workshop": Provide(lambda: workshop, sync_to_thread=False)},
        middleware=[OriginCheck(chosen.base_url)],
        exception_handlers={**EXCEPTION_HANDLERS, NotFound: answer_not_found, NotFoundException: answer_not_found},
        before_request=refuse_unwritable_address,
        before_send=[add_policy, security_headers(chosen)],
        lifespan=[lifespan],
        request_class=PixRequest,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )


@asynccontextmanager
async def lifespan(app: Litestar) -> AsyncIterator[None]:
    """Components compiled; nothing else to open."""
    del app
    load_components()
    yield


async def add_policy(message: Message, scope: Scope) -> None:
    """A `before_send` hook: answers that have a policy of their own keep it."""
    del scope
    if message["type"] == "http.response.start":
        headers = list(message["headers"])
        if not any(name.lower() == b"content-security-policy" for name, _ in headers):
            headers.append((b"content-security-policy", FRAMES.encode()))
        message["headers"] = headers


def answer_not_found(request: AnyRequest, error: Exception) -> Response[bytes]:
    """A challenge that is gone, or an address of the application that the preview does not have."""
    del error
    headers = {"HX-Retarget": "main", "HX-Reswap": "innerHTML"} if is_partial(request) else None
    return page(request, "preview/missing", status_code=404, headers=headers)
