"""YAML without surprises: only `true`, `false`, `null` and plain numbers are special, and every value knows its line.

PyYAML's defaults turn `on` into true, `12:30` into 750 and keep the last of two equal keys; here they are text, text
and an error. Anchors, aliases, tags and several documents in a file are refused: a reviewer reads what the engine
reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

Location = tuple[str | int, ...]
INTEGER = re.compile(r"^-?(0|[1-9][0-9]*)$")
DECIMAL = re.compile(r"^-?(0|[1-9][0-9]*)\.[0-9]+$")
PLAIN_TAGS = {
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "value", "merge")
}
WORDS = {"true": True, "false": False, "null": None, "": None}


@dataclass
class Document:
    """A parsed file: its data, and the line and column (1-based) of each value."""

    data: Any = None
    marks: dict[Location, tuple[int, int]] = field(default_factory=dict)
    faults: list[tuple[Location, str, str]] = field(default_factory=list)

    def mark(self, at: Location) -> tuple[int, int]:
        """Where a value is, or the nearest thing around it."""
        while at and at not in self.marks:
            at = at[:-1]
        return self.marks.get(at, (1, 1))


def parse(text: str) -> Document:
    """Reads a document. Faults (code and message by location) replace exceptions."""
    document = Document()
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        document.marks[()] = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        document.faults.append(((), "Y001", f"YAML illisible : {error.problem}"))
        return document
    except yaml.YAMLError as error:
        document.faults.append(((), "Y001", f"YAML illisible : {error}"))
        return document
    if root is None:
        document.faults.append(((), "Y002", "le fichier est vide"))
        return document
    document.data = _value(root, (), document, set())
    return document


def _value(node: yaml.Node, at: Location, document: Document, open_nodes: set[int]) -> Any:
    document.marks[at] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if id(node) in open_nodes:
        document.faults.append((at, "Y003", "les ancres et les alias ne sont pas permis"))
        return None
    open_nodes.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return dict(_pairs(node, at, document, open_nodes))
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*at, index), document, open_nodes) for index, item in enumerate(node.value)]
    return _scalar(node, at, document)


def _pairs(node: yaml.MappingNode, at: Location, document: Document, open_nodes: set[int]) -> Iterator[tuple[str, Any]]:
    seen: set[str] = set()
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            document.faults.append((at, "Y004", "une clé doit être un mot"))
            continue
        key = str(key_node.value)
        if key in seen:
            document.marks[(*at, key)] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            document.faults.append(((*at, key), "Y005", f"la clé « {key} » est donnée deux fois"))
            continue
        seen.add(key)
        yield key, _value(value_node, (*at, key), document, open_nodes)


def _scalar(node: yaml.Node, at: Location, document: Document) -> Any:
    text = str(node.value)
    if getattr(node, "style", None):
        return text
    if node.tag not in PLAIN_TAGS:
        document.faults.append((at, "Y006", "les étiquettes YAML (!…) ne sont pas permises"))
    if text in WORDS:
        return WORDS[text]
    if INTEGER.match(text):
        return int(text)
    if DECIMAL.match(text):
        return float(text)
    return text
