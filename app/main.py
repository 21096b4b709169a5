"""Builds the application: the only file that knows every room."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

from litestar import Litestar, MediaType, Response, Router, get
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.types import ControllerRouterHandler

from app.accounts import jobs, mail
from app.accounts.controllers import ROUTES as ACCOUNTS
from app.accounts.middleware import SessionMiddleware
from app.admin.controllers import ROUTES as ADMIN
from app.admin.guards import who_may
from app.campaigns.analysis.controllers import ROUTES as ANALYSIS
from app.campaigns.controllers import ROUTES as CAMPAIGNS
from app.campaigns.exports.controllers import ROUTES as EXPORTS
from app.campaigns.followup.controllers import ROUTES as FOLLOWUP
from app.campaigns.learners.controllers import ROUTES as LEARNERS
from app.campaigns.management.controllers import ROUTES as MANAGEMENT
from app.campaigns.statistics.controllers import ROUTES as STATISTICS
from app.certification import jobs as certification_jobs
from app.certification.badge.keys import badge_keys
from app.certification.controllers import ROUTES as CERTIFICATION
from app.certification.interfaces import problems
from app.certification.results.controllers import ROUTES as JURY
from app.certification.taking.watch import SittingWatch
from app.content import releases
from app.content.controllers import ROUTES as CONTENT
from app.evaluation.controllers import ROUTES as EVALUATION
from app.organisations.credits.controllers import ROUTES as CREDITS
from app.organisations.requests.controllers import ROUTES as REQUESTS
from app.organisations.space.controllers import ROUTES as SPACE
from app.organisations.team.controllers import ROUTES as TEAM
from app.persistence import migrations
from app.persistence.database import start_database, stop_database
from app.profile.controllers import ROUTES as PROFILE
from app.public.controllers import ROUTES as PUBLIC
from app.settings import Settings, settings
from app.training.controllers import ROUTES as TRAINING
from app.web.components import load_components
from app.web.controllers import ROUTES as WEB
from app.web.errors import EXCEPTION_HANDLERS, refuse_unwritable_address
from app.web.origin import OriginCheck
from app.web.requests import PixRequest
from app.web.security_headers import security_headers

LARGEST_BODY = 1_000_000
SECONDS_BETWEEN_LOOKS = 15
"""How often a process looks for a newer release of the content."""
SECONDS_IN_AN_HOUR = 3_600
SECONDS_IN_A_DAY = 86_400
SECONDS_FOR_LAST_MESSAGES = 5
"""How long a process that stops waits for a slow mail server."""

GARBAGE = (20_000, 20, 20)
"""How many new objects before looking for cycles: what a request leaves is freed without that, so some 30 requests."""

Lifespan = Callable[[Litestar], AbstractAsyncContextManager[None]]

log = logging.getLogger("pix")


@get("/pret", media_type=MediaType.TEXT, opt={"public": True})
async def ready() -> Response[str]:
    """Whether requests can be served: database, migrations, content."""
    problems = []
    if not await migrations.is_up_to_date():
        problems.append("migrations are pending")
    try:
        releases.current_index()
    except releases.NoRelease:
        problems.append("no content is loaded")
    text = "\n".join(problems) or "ready"
    return Response(
        text + "\n",
        status_code=503 if problems else 200,
        media_type=MediaType.TEXT,
        headers={"Cache-Control": "no-store"},
    )


ROUTES: list[ControllerRouterHandler] = [
    ready,
    *WEB,
    *ACCOUNTS,
    *CONTENT,
    *EVALUATION,
    *CAMPAIGNS,
    *PROFILE,
    *TRAINING,
    *PUBLIC,
    *SPACE,
    *REQUESTS,
    *TEAM,
    *LEARNERS,
    *CREDITS,
    *MANAGEMENT,
    *FOLLOWUP,
    *ANALYSIS,
    *EXPORTS,
    *STATISTICS,
    *CERTIFICATION,
    Router("/admin", route_handlers=JURY, dependencies={"staff": Provide(who_may("centres.decide"))}),
    *ADMIN,
]


def create_server() -> Litestar:
    """The application of a process that does nothing else."""
    return create_app(lifespans=(lifespan, settled_memory))


def create_app(configuration: Settings | None = None, lifespans: Sequence[Lifespan] | None = None) -> Litestar:
    """The application, not started yet."""
    configuration = configuration or settings()
    badge_keys(configuration.badge_signing_key, configuration.secret_key)  # one that cannot be used is said now
    return Litestar(
        route_handlers=ROUTES,
        middleware=[OriginCheck(configuration.base_url), SessionMiddleware(), SittingWatch()],
        exception_handlers={**EXCEPTION_HANDLERS, HTTPException: problems.answer_http_error},
        before_request=refuse_unwritable_address,
        before_send=[security_headers(configuration)],
        lifespan=list(lifespans or (lifespan,)),
        request_class=PixRequest,
        request_max_body_size=LARGEST_BODY,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )


@asynccontextmanager
async def settled_memory(app: Litestar) -> AsyncIterator[None]:
    """What the start made is there to stay: the search for cycles passes it by, and comes seldom."""
    del app
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)
    yield


@asynccontextmanager
async def lifespan(app: Litestar) -> AsyncIterator[None]:
    """Database open, components compiled, content in memory; a newer release is taken without a restart."""
    del app
    await start_database()
    load_components()
    if not await releases.refresh():
        log.warning("no content is loaded: run `pix content load`")
    background = [
        asyncio.create_task(_every(SECONDS_BETWEEN_LOOKS, releases.refresh)),
        asyncio.create_task(_every(SECONDS_IN_A_DAY, jobs.tidy)),
        asyncio.create_task(_every(SECONDS_IN_AN_HOUR, certification_jobs.tidy)),
    ]
    try:
        yield
    finally:
        for task in background:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await mail.all_sent(SECONDS_FOR_LAST_MESSAGES)
        await stop_database()


async def _every(seconds: float, work: Callable[[], Awaitable[object]]) -> None:
    """Does a small piece of work again and again; a failure is logged, the next time comes all the same."""
    while True:
        await asyncio.sleep(seconds)
        try:
            await work()
        except Exception:
            log.exception("%s failed", getattr(work, "__qualname__", work))
