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
    packed = git(root, "archive", "--format=zip", _commit(root, revision), ".")
    with TemporaryDirectory(prefix="pix-content-") as folder:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            archive.extractall(folder)
        return read_tree(Path(folder))


def where_it_left(root: Path, revision: str, branch: str = "HEAD") -> str:
    """The last commit that a branch has in common with a revision: what the revision became since is not its doing."""
    return git(root, "merge-base", _commit(root, revision), _commit(root, branch)).decode().strip()


def _commit(root: Path, revision: str) -> str:
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return found.decode().strip()


def git(root: Path, *words: str) -> bytes:
    """What Git prints, run in a folder. Raises RevisionUnreadable with what it says when it refuses."""
    done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise RevisionUnreadable(said or f"git {words[0]}: no such revision: {words[-1].removesuffix('^{commit}')}")
    return done.stdout
