"""What every page of the preview asks for."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.preview.tree import Tree
from app.preview.trials import Trials


@dataclass(frozen=True)
class Workshop:
    """The tree of one author, and what is tried in it."""

    tree: Tree
    revision: str = "main"
    """What a branch is compared with."""
    trials: Trials = field(default_factory=Trials)
