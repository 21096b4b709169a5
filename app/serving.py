"""`pix serve`: the production server."""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import logging
import sys
from typing import Any

import uvicorn

from app.persistence import migrations
from app.persistence.database import check_workers, database_running
from app.settings import settings

KEEP_ALIVE = 75  # seconds: a slow line must not pay for a new connection at each question
LAST_REQUESTS = 8  # seconds given to running requests at the end


def register(subparsers: Any) -> None:
    serve = subparsers.add_parser("serve", help="serve the application")
    serve.add_argument("--host", default="127.0.0.1", help="0.0.0.0 to be reached from other machines")
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--workers", type=int, default=1, help="several need PostgreSQL")
    serve.set_defaults(run=run_serve)


def run_serve(arguments: argparse.Namespace) -> int:
    chosen = settings()
    check_workers(arguments.workers)
    if not asyncio.run(_has_its_schema()):
        print("pix: the database is not up to date: run `pix db upgrade` first.", file=sys.stderr)
        return 1
    logging.getLogger().setLevel(logging.INFO)
    print(f"Pix: {chosen.base_url} (listening on {arguments.host}:{arguments.port})", flush=True)
    uvicorn.run(
        "app.main:create_server",
        factory=True,
        host=arguments.host,
        port=arguments.port,
        workers=arguments.workers,
        loop="uvloop" if importlib.util.find_spec("uvloop") else "auto",
        http="httptools",
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=LAST_REQUESTS,
        access_log=False,
        server_header=False,
        proxy_headers=bool(chosen.trusted_proxies),
        forwarded_allow_ips=list(chosen.trusted_proxies),
        log_config=None,
    )
    return 0


async def _has_its_schema() -> bool:
    async with database_running():
        return await migrations.is_up_to_date()
