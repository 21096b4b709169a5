"""A bank inside a Git repository."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

WORLD = Path(__file__).parents[2] / "world"
Git = Callable[..., None]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Runs Git in the repository."""

    def run(*words: str) -> None:
        who = ("-c", "user.name=Author", "-c", "user.email=author@pix.example", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *words], cwd=tmp_path / "bank", check=True, capture_output=True)

    return run


@pytest.fixture
def tree(tmp_path: Path, git: Git) -> Path:
    """The content tree of the tests, committed on `main`."""
    root = Path(shutil.copytree(WORLD, tmp_path / "bank" / "content"))
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "The bank")
    return root
