"""What a module says of itself in its first lines is checked: the import rules name each one that says « Pure »."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_each_module_that_says_pure_is_under_the_import_rules() -> None:
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    listed = next(rule["source_modules"] for rule in rules if rule["name"].startswith("Rules are pure"))
    said = set()
    for path in (ROOT / "app").rglob("*.py"):
        words = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        if re.search(r"\bPure\b(?!, but)", words):
            said.add(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    assert said
    assert {one for one in said if not any(f"{one}.".startswith(f"{name}.") for name in listed)} == set()
