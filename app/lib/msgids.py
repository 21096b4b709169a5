"""Marks the texts of screens where they are written; they are translated where they are shown."""

from __future__ import annotations


def N_(text: str) -> str:  # noqa: N802 (the usual name, known to the extractor)
    """A French text that some component will translate."""
    return text
