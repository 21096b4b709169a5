"""What one run of the tests makes once, for all its processes, in a folder of that run."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = "PIX_TEST_SHARED"
"""The folder's name in the environment: the first process of a run makes it and removes it at the end."""


def folder_of_the_run() -> Path:
    return Path(os.environ[FOLDER])


def made_once(name: str, make: Callable[[Path], object]) -> Path:
    """The folder of this name, made by who asks first, while the others wait: to be copied, not to be changed."""
    with locked(name):
        ready = folder_of_the_run() / name
        if not ready.is_dir():
            unfinished = Path(tempfile.mkdtemp(dir=folder_of_the_run()))
            make(unfinished)
            unfinished.rename(ready)
    return ready


@contextmanager
def locked(name: str) -> Iterator[None]:
    """One process at a time; a process that dies lets go."""
    with (folder_of_the_run() / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def share_compiled_components() -> None:
    """A component that a process of this run has compiled is not compiled again by another: 4 seconds a start."""
    from jinja2 import FileSystemBytecodeCache

    from app.web.components import environment
    from app.web.languages import LANGUAGES

    for language in LANGUAGES:
        folder = folder_of_the_run() / "components" / language
        folder.mkdir(parents=True, exist_ok=True)
        environment(language).bytecode_cache = FileSystemBytecodeCache(str(folder))
