"""A template with one heading."""

from pathlib import Path

SAMPLE = Path(__file__).with_name("sample.typ")
