"""The content as it was at a Git revision."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from app.content.bank import Bank
from app.content.reading import read_tree


class RevisionUnreadable(Exception):
    """Git does not know this revision, or has no content in it."""


def bank_at(root: Path, revision: str) -> Bank:
    """The tree `root` as it was at a revision. Raises RevisionUnreadable with what Git says."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    name = commit.decode().strip()
    packed = _git(root, "archive", "--format=zip", name, ".")
    with TemporaryDirectory(prefix="pix-content-") as folder:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            archive.extractall(folder)
        return read_tree(Path(folder))


def _git(root: Path, *words: str) -> bytes:
    done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise RevisionUnreadable(said or f"git {words[0]}: no such revision: {words[-1].removesuffix('^{commit}')}")
    return done.stdout
