"""What there is to compare with: a Litestar application that does nothing, under the server options of `pix serve`."""

from __future__ import annotations

import sys

import uvicorn
from litestar import Litestar, post


@post("/", status_code=200)
async def nothing() -> None:
    """Nothing at all."""


def main(port: int) -> None:
    app = Litestar([nothing], openapi_config=None, logging_config=None)
    uvicorn.run(
        app,
        port=port,
        loop="uvloop",
        http="httptools",
        timeout_keep_alive=75,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        log_config=None,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
