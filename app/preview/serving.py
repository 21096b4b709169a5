"""Serves the preview, on this machine only."""

from __future__ import annotations

import uvicorn
from litestar import Litestar


def serve(app: Litestar, port: int) -> None:
    """Until Ctrl+C; an open page does not keep it from stopping."""
    uvicorn.run(app, host="127.0.0.1", port=port, access_log=False, log_config=None, timeout_graceful_shutdown=1)
