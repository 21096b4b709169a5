"""The schemas that editors use accept what the loader accepts."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from app.content import schema
from app.content.strict_yaml import parse
from app.content.variants import fill, rows_of

ROOT = Path(__file__).parents[2] / "content"
SCHEMAS = {name: json.loads(text) for name, text in schema.schemas()}
FILES = {
    "challenge": "challenges/*/*/*/challenge.yaml",
    "skills": "framework/*/skills.yaml",
    "competence": "framework/*/competence.yaml",
    "framework": "framework/framework.yaml",
    "tutorial": "tutorials/*.yaml",
    "target-profile": "target-profiles/*.yaml",
    "showcase": "showcase/*.yaml",
}


def test_the_committed_schemas_are_up_to_date() -> None:
    assert schema.stale(ROOT / "schema") == []


@pytest.mark.parametrize("name", FILES)
def test_the_content_is_valid(name: str) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMAS[f"{name}.schema.json"])
    paths = sorted(ROOT.glob(FILES[name]))[:80]
    assert paths
    for path in paths:
        data = parse(path.read_text()).data
        row = rows_of(data)[0]
        filled = {**fill({k: v for k, v in data.items() if k != "variants"}, row)}
        assert list(validator.iter_errors(filled)) == [], path


def test_an_unknown_key_is_an_error_for_the_editor_too() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMAS["showcase.schema.json"])
    entry = {"slug": "a", "title": "A", "challenge": "ch-22222222", "minutes": 2}
    assert validator.is_valid(entry)
    assert not validator.is_valid({**entry, "minuts": 2})
