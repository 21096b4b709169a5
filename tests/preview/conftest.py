"""The preview on a copy of the world of the tests, in a repository of its own: nobody's database, nobody's content."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest

from app.settings import settings
from tests.conftest import HOST, WORLD, lint_page

OpenPreview = Callable[..., httpx.AsyncClient]


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@pix.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the world."""
    return Path(shutil.copytree(WORLD, tmp_path / "bank" / "content"))


@pytest.fixture
def committed(tree: Path) -> Path:
    """The same on the branch main of a repository, another branch checked out."""
    git(tree.parent, "init", "-q", "-b", "main")
    git(tree.parent, "add", ".")
    git(tree.parent, "commit", "-q", "-m", "The bank")
    git(tree.parent, "checkout", "-q", "-b", "autre")
    return tree


@pytest.fixture
async def open_preview() -> AsyncIterator[OpenPreview]:
    """`open_preview(root)` gives a browser on the preview of a tree; everything it shows is linted."""
    from app.preview.application import create_preview

    async with AsyncExitStack() as stack:

        def browser(root: Path) -> httpx.AsyncClient:
            client = httpx.AsyncClient(
                transport=httpx.ASGITransport(app=create_preview(root, settings())),
                base_url=HOST,
                headers={"Origin": HOST, "Accept-Language": "fr"},
                event_hooks={"response": [lint_page]},
            )
            stack.push_async_callback(client.aclose)
            return client

        yield browser


@pytest.fixture
def preview(open_preview: OpenPreview, tree: Path) -> httpx.AsyncClient:
    """A browser on the preview of the copy."""
    return open_preview(tree)
