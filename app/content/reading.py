"""Reads a content tree. Each file is parsed, filled (variants), shaped and judged on its own; nothing is raised."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from app.content import calibration, variants
from app.content.bank import Bank, Source, StoredChallenge
from app.content.challenge import Challenge
from app.content.framework import Competence, Framework, Showcase, SkillsFile, TargetProfile, Tutorial
from app.content.kinds import KINDS
from app.content.media import Media, read_media
from app.content.problems import Problem
from app.content.reading_translations import challenge_in, keep_competence, keep_tutorial
from app.content.shape import struct_from
from app.content.strict_yaml import Document, parse
from app.content.translations import LANGUAGES

T = TypeVar("T", bound=msgspec.Struct)
BESIDE_A_CHALLENGE = {"challenge.yaml", "notes.md", "make.py", *(f"{language}.yaml" for language in LANGUAGES)}


def read_tree(root: Path) -> Bank:
    """Everything under `root` (the folder `content/`)."""
    bank = Bank(root)
    framework = root / "framework"
    bank.framework = _one(bank, framework / "framework.yaml", Framework, "framework", lambda _: "framework")
    for path in sorted(framework.glob("*/competence.yaml")):
        _keep(bank, path, Competence, "competence", lambda one: one.code, bank.competences)
    for path in sorted(framework.glob("*/skills.yaml")):
        _keep(bank, path, SkillsFile, "skills", lambda one: one.competence, bank.skills_files)
    for path in sorted((root / "tutorials").glob("*.yaml")):
        _keep(bank, path, Tutorial, "tutorials", lambda one: one.id, bank.tutorials)
    for language in LANGUAGES:
        for path in sorted(framework.glob(f"*/skills.{language}.yaml")):
            keep_competence(bank, _source(bank, path), language)
        for path in sorted((root / "tutorials" / language).glob("*.yaml")):
            keep_tutorial(bank, _source(bank, path), language)
    for path in sorted((root / "target-profiles").glob("*.yaml")):
        _keep(bank, path, TargetProfile, "target-profiles", lambda one: one.id, bank.target_profiles)
    for path in sorted((root / "showcase").glob("*.yaml")):
        _keep(bank, path, Showcase, "showcase", lambda one: one.slug, bank.showcase)
    for path in sorted((root / "challenges").glob("*/*/*/challenge.yaml")):
        read_challenge(bank, path)
    _read_calibration(bank, root / "calibration")
    return bank


def read_challenge(bank: Bank, path: Path) -> None:
    """Adds the challenges of one file (several when it has variants) to the bank."""
    source = _source(bank, path)
    data = source.document.data
    if source.document.faults or not isinstance(data, dict):
        return
    kind = KINDS.get(data.get("kind", ""))
    if kind is None:
        known = ", ".join(KINDS)
        bank.problems.append(
            source.problem(("kind",), "S005", f"genre inconnu : « {data.get('kind')} »", f"choisissez : {known}")
        )
        return
    faults = list(variants.faults_of(data))
    bank.problems += [source.problem(at, code, message) for at, code, message in faults]
    if faults:
        return
    used: set[str] = set()
    for stored in _rows(bank, source, kind, data):
        used |= {one.name for one in stored.media}
        if stored.id in bank.challenges:
            bank.problems.append(
                source.problem(("id",), "C001", f"l’identifiant « {stored.id} » existe déjà", "tirez-en un autre")
            )
        bank.challenges[stored.id] = stored
        bank.sources["challenge", stored.id] = source
    for language in LANGUAGES:
        if (path.parent / f"{language}.yaml").is_file():
            used |= _read_translation(bank, path.parent / f"{language}.yaml", language, kind, data)
    for beside in sorted(path.parent.iterdir()):
        if beside.is_file() and beside.name not in BESIDE_A_CHALLENGE | used:
            bank.problems.append(
                source.problem((), "C002", f"« {beside.name} » ne sert pas", "citez ce fichier ou retirez-le")
            )


def _read_translation(bank: Bank, path: Path, language: str, kind: type[Challenge], french: dict[str, Any]) -> set[str]:
    """Adds a challenge in another language, unless its French has changed since; the names of the files it uses."""
    source = _source(bank, path)
    data = challenge_in(bank, source, language, kind, french)
    used: set[str] = set()
    for stored in _rows(bank, source, kind, data) if data else ():
        used |= {one.name for one in stored.media}
        if source.path not in bank.stale:
            bank.translations[language, stored.id] = stored
            bank.sources[language, stored.id] = source
    return used


def _rows(bank: Bank, source: Source, kind: type[Challenge], data: dict[str, Any]) -> Iterator[StoredChallenge]:
    """The challenges of a file, one for each row of its variants; it ends at the first that has no shape."""
    template = {key: value for key, value in data.items() if key != "variants"}
    for row in variants.rows_of(data):
        stored = _playable(bank, source, kind, template, row)
        if stored is None:
            return
        yield stored


def _playable(
    bank: Bank, source: Source, kind: type[Challenge], template: dict[str, Any], row: Any
) -> StoredChallenge | None:
    data = variants.fill(template, row)
    body, faults = struct_from(data, kind)
    bank.problems += [source.problem(at, code, message) for at, code, message in faults]
    if body is None:
        return None
    for fault in body.faults():
        bank.problems.append(source.problem(fault.at, fault.code, fault.message, fault.mend))
    name = f"{body.id}-{row['id']}" if row else body.id
    return StoredChallenge(name, body, tuple(_media(bank, source, body)))  # type: ignore[arg-type]


def _media(bank: Bank, source: Source, body: Challenge) -> Iterable[Media]:
    folder = bank.root / source.path.parent
    wanted: list[tuple[str, str, tuple[str | int, ...]]] = [
        (name, "attachment", ("attachments", position)) for position, name in enumerate(body.attachments)
    ]
    if body.illustration:
        wanted.append((body.illustration.file, "illustration", ("illustration", "file")))
    for name, use, at in wanted:
        media, wrong = read_media(folder / name, use)  # type: ignore[arg-type]
        if media:
            yield media
        else:
            bank.problems.append(source.problem(at, "M001", wrong))


def _read_calibration(bank: Bank, folder: Path) -> None:
    for path in sorted(folder.glob("*.csv")):
        rows, faults = calibration.read_file(path)
        for line, one in rows:
            if (one.challenge, one.version) in bank.measured:
                message = f"la version {one.version} de « {one.challenge} » est déjà mesurée plus haut, ou ailleurs"
                faults.append(calibration.Fault(line, "N003", message))
            bank.measured[one.challenge, one.version] = one
        name = path.relative_to(bank.root).as_posix()
        mend = "relancez `pix content calibrate`, ou reprenez le fichier dans Git"
        bank.problems += [Problem(name, one.line, 1, one.code, one.message, mend) for one in faults]
    if (folder / "spreads.yaml").is_file():
        bank.spreads = _one(bank, folder / "spreads.yaml", calibration.Spreads, "calibration", lambda _: "spreads")


def _one(bank: Bank, path: Path, struct: type[T], family: str, key: Callable[[T], str]) -> T | None:
    if not path.is_file():
        source = Source(path.relative_to(bank.root), Document())
        bank.problems.append(source.problem((), "F001", "ce fichier manque"))
        return None
    source = _source(bank, path)
    if source.document.faults:
        return None
    value, faults = struct_from(source.document.data, struct)
    bank.problems += [source.problem(at, code, message) for at, code, message in faults]
    if value is not None:
        bank.sources[family, key(value)] = source
    return value


def _keep(bank: Bank, path: Path, struct: type[T], family: str, key: Callable[[T], str], table: dict[str, T]) -> None:
    value = _one(bank, path, struct, family, key)
    if value is None:
        return
    name = key(value)
    if name in table:
        bank.problems.append(bank.sources[family, name].problem((), "F002", f"« {name} » existe déjà ailleurs"))
    table[name] = value


def _source(bank: Bank, path: Path) -> Source:
    try:
        document = parse(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        document = Document(faults=[((), "Y000", f"le fichier n’est pas en UTF-8 (octet {error.start})")])
    source = Source(path.relative_to(bank.root), document)
    bank.problems += [source.problem(at, code, message) for at, code, message in document.faults]
    return source
