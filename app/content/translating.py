"""`pix content translate LANG [PATH]`: prepares the files of translators, and says which ones have fallen behind."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from app.content.bank import Bank
from app.content.framework import SkillEntry
from app.content.reading import read_tree
from app.content.reading_translations import skill_fingerprint, tutorial_fingerprint
from app.content.strict_yaml import parse
from app.content.translations import LANGUAGES, TODO, fingerprint_of, skeleton

WIDTH = 110


def register(verbs: Any, root: Path) -> None:
    one = verbs.add_parser("translate", help="prepare what is to be translated, list what is stale")
    one.add_argument("language", choices=LANGUAGES)
    one.add_argument("path", nargs="?", type=Path, help="a challenge, a skill or a competence (a folder), a tutorial")
    one.add_argument("--reviewed", action="store_true", help="the stale translations under PATH are right again")
    one.add_argument("--root", type=Path, default=root)
    one.set_defaults(run=run_translate)


def run_translate(arguments: argparse.Namespace) -> int:
    """Writes what is missing under the path with its texts marked `TODO`; without a path, only tells the state."""
    bank: Bank = read_tree(arguments.root)
    wanted = arguments.path.resolve() if arguments.path else None
    stale = [
        path for path in sorted(bank.stale) if wanted is None or (bank.root / path).resolve().is_relative_to(wanted)
    ]
    if wanted and arguments.reviewed:
        for path in stale:
            _reviewed(bank, path)
    elif stale:
        print("Stale, the French is shown instead (read again, then --reviewed):", *stale, sep="\n  ")
    for path, content in missing(bank, arguments.language, wanted) if wanted else ():
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
        print(path)
    done = sum(language == arguments.language for language, _ in bank.translations)
    print(f"{done} of {len(bank.active())} challenges are translated, {len(stale)} files are stale.")
    return 0


def missing(bank: Bank, language: str, wanted: Path) -> Iterator[tuple[Path, str]]:
    """The files that are not there yet under `wanted`, with what they hold for the translator."""
    for path in sorted(bank.root.glob("challenges/*/*/*/challenge.yaml")):
        target = path.with_name(f"{language}.yaml")
        if _under(path, wanted) and not target.is_file():
            french = parse(path.read_text(encoding="utf-8")).data
            yield target, _yaml({"of": fingerprint_of(french), **(skeleton(french) or {})})
    for code, file in bank.skills_files.items():
        folder = (bank.root / bank.sources["skills", code].path).parent
        target = folder / f"skills.{language}.yaml"
        if _under(folder, wanted) and not target.is_file():
            yield (
                target,
                _yaml(
                    {
                        "competence": code,
                        "description": TODO + bank.competences[code].description,
                        "topics": {topic.id: TODO + topic.title for topic in file.topics},
                        "skills": {
                            f"{topic.id}-{skill.level}": _skill(skill)
                            for topic in file.topics
                            for skill in topic.skills
                        },
                    }
                ),
            )
    for name, tutorial in bank.tutorials.items():
        source = bank.root / bank.sources["tutorials", name].path
        target = source.parent / language / source.name
        if _under(source, wanted) and not target.is_file():
            words = {"title": TODO + tutorial.title, "text": TODO + tutorial.text}
            yield target, _yaml({"id": name, "of": tutorial_fingerprint(tutorial), **words})


def _skill(skill: SkillEntry) -> dict[str, str]:
    return {"of": skill_fingerprint(skill), "can": TODO + skill.can, "hint": TODO + skill.hint}


def _under(path: Path, wanted: Path) -> bool:
    return path.resolve().is_relative_to(wanted)


def _reviewed(bank: Bank, path: Path) -> None:
    """The file says which French it translates: now, today's."""
    text = (bank.root / path).read_text(encoding="utf-8")
    for before, now in bank.stale[path]:
        text = text.replace(f"of: {before}\n", f"of: {now}\n", 1)
    (bank.root / path).write_text(text, encoding="utf-8")
    print(f"{path}: says that it translates today’s French")


class _Blocks(yaml.SafeDumper):
    """Long texts as blocks, that one reads and edits."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Blocks.add_representer(str, _text)


def _yaml(data: Any) -> str:
    return yaml.dump(data, Dumper=_Blocks, allow_unicode=True, sort_keys=False, width=WIDTH)
