"""One idea, several questions: a table of parameters turns a template into challenges of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

PLACEHOLDER = re.compile(r"\{\{\s*([a-z_][a-z0-9_]*)\s*\}\}")
ROW_ID = re.compile(r"^[a-z0-9][a-z0-9-]{0,20}$")


def rows_of(data: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The rows of `variants`; one empty row when the challenge has none."""
    rows = data.get("variants")
    return list(rows) if rows else [{}]


def faults_of(data: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Mistakes in the table itself: location, code, message."""
    rows = data.get("variants")
    if rows is None:
        return
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        yield ("variants",), "V001", "`variants` est une liste de lignes, chacune avec un `id` et ses valeurs"
        return
    seen: set[object] = set()
    columns = set(rows[0])
    for position, row in enumerate(rows):
        if not isinstance(row.get("id"), str) or not ROW_ID.match(row["id"]):
            yield ("variants", position), "V002", "il manque un `id` en minuscules à cette ligne"
        elif row["id"] in seen:
            yield ("variants", position, "id"), "V003", f"la ligne « {row['id']} » est donnée deux fois"
        seen.add(row.get("id"))
        if set(row) != columns:
            odd = ", ".join(sorted(set(row) ^ columns))
            yield ("variants", position), "V004", f"les lignes n’ont pas les mêmes colonnes ({odd})"
    body = {key: value for key, value in data.items() if key != "variants"}
    used = set(placeholders(body))
    for name in sorted(used - columns):
        yield (), "V005", f"« {{{{{name}}}}} » n’est pas une colonne de `variants`"
    for name in sorted(columns - used - {"id"}):
        yield ("variants", 0, name), "V006", f"la colonne « {name} » ne sert nulle part"


def placeholders(value: Any) -> Iterator[str]:
    """The names used between double braces."""
    if isinstance(value, str):
        yield from PLACEHOLDER.findall(value)
    elif isinstance(value, dict):
        for item in value.values():
            yield from placeholders(item)
    elif isinstance(value, list):
        for item in value:
            yield from placeholders(item)


def fill(value: Any, row: Mapping[str, Any]) -> Any:
    """`value` with its placeholders replaced; a text that is exactly one placeholder takes the row's value and type."""
    if isinstance(value, str):
        alone = PLACEHOLDER.fullmatch(value)
        if alone:
            return row.get(alone[1], value)
        return PLACEHOLDER.sub(lambda found: str(row.get(found[1], found[0])), value)
    if isinstance(value, dict):
        return {key: fill(item, row) for key, item in value.items()}
    if isinstance(value, list):
        return [fill(item, row) for item in value]
    return value
