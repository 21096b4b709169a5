"""JSON Schemas for editors, generated from the same structs as the loader; `pix content schema` writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from app.content.framework import Competence, Framework, Showcase, SkillsFile, TargetProfile, Tutorial
from app.content.kinds import AnyChallenge

FILES: dict[str, Any] = {
    "challenge": AnyChallenge,
    "framework": Framework,
    "competence": Competence,
    "skills": SkillsFile,
    "tutorial": Tutorial,
    "target-profile": TargetProfile,
    "showcase": Showcase,
}
VARIANTS = {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["id"]}}


def schemas() -> Iterator[tuple[str, str]]:
    """File name and content of each schema."""
    for name, type_ in FILES.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(type_)}
        if name == "challenge":
            for one in schema["$defs"].values():
                if "question" in one.get("properties", {}):
                    one["properties"]["variants"] = VARIANTS
        yield f"{name}.schema.json", json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write(folder: Path) -> list[Path]:
    """Writes the schemas that differ; the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in schemas():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")
            written.append(path)
    return written


def stale(folder: Path) -> list[Path]:
    """The schemas that are missing or no longer what the structs say."""
    return [
        folder / name
        for name, content in schemas()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != content
    ]
