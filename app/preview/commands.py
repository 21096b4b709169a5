"""`pix content preview`: the content as learners would meet it, on one's own machine."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2] / "content"
PORT = 8001


def register(verbs: Any) -> None:
    """Adds the verb to those of `pix content`."""
    one = verbs.add_parser("preview", help="serve the content as learners meet it, with every state of each challenge")
    one.add_argument("challenge", nargs="?", metavar="ID", help="the challenge whose address is printed")
    one.add_argument("--port", type=int, default=PORT)
    one.add_argument("--against", metavar="REV", default="main", help="what this branch is compared with (main)")
    one.add_argument("--root", type=Path, default=ROOT)
    one.set_defaults(run=run_preview)


def run_preview(arguments: argparse.Namespace) -> int:
    from app.preview.application import create_preview
    from app.preview.serving import serve
    from app.settings import settings

    app = create_preview(arguments.root, settings(), arguments.against)
    page = f"/epreuves/{arguments.challenge}" if arguments.challenge else ""
    shown = arguments.root.relative_to(Path.cwd()) if arguments.root.is_relative_to(Path.cwd()) else arguments.root
    print(f"Preview of {shown}: http://localhost:{arguments.port}/apercu{page} (Ctrl+C stops)", flush=True)
    serve(app, arguments.port)
    return 0
