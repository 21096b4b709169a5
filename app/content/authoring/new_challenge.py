"""A challenge to write: an id nobody ever had, in the folder of its skill, with everything that is left to say."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from random import Random
from string import Template

from app.content.bank import Bank
from app.content.challenge import ID_ALPHABET
from app.lib import codes

ID_LENGTH = 8
NICKNAME = re.compile("[a-z0-9][a-z0-9-]{0,40}")
FENCED = re.compile(r"```yaml\n(environment:\n.*?)```", re.DOTALL)
CITED = re.compile(rf"ch-[{ID_ALPHABET}]{{{ID_LENGTH}}}")


class CannotBegin(Exception):
    """What was asked does not exist, or is there already."""


def write_new(
    bank: Bank, models: Path, kind: str, skill: str, random: Random, nickname: str = "", environment: str = ""
) -> Path:
    """Writes `challenge.yaml` in a new folder of the tree of `bank`; its path. Raises CannotBegin."""
    entry = bank.skills().get(skill)
    if entry is None:
        near = ", ".join(get_close_matches(skill, bank.skills(), 5, 0.4))
        raise CannotBegin(f"no skill « {skill} » in framework/*/skills.yaml" + (f"; near: {near}" if near else ""))
    if nickname and not NICKNAME.fullmatch(nickname):
        raise CannotBegin("a nickname is a word or two: a to z, digits and dashes")
    if (kind == "environment") and not environment:
        raise CannotBegin("say which environment: --environment NAME")
    competence = bank.sources["skills", bank.competence_of()[skill]].path.parent.name
    name = draw_id(ids_of(bank.root), random)
    folder = bank.root / "challenges" / competence / skill / f"{name}-{nickname or kind.replace('_', '-')}"
    words = {"id": name, "skill": skill, "kind": kind, "can": entry.can, "environment": environment}
    text = filled(models, words | {"folder": folder.relative_to(bank.root / "challenges").as_posix()})
    folder.mkdir(parents=True)
    (folder / "challenge.yaml").write_text(text, encoding="utf-8")
    return folder / "challenge.yaml"


def draw_id(taken: frozenset[str], random: Random) -> str:
    """An id drawn at random, not one of those."""
    while True:
        name = f"ch-{codes.draw_id(ID_LENGTH, random)}"
        if name not in taken:
            return name


def ids_of(root: Path) -> frozenset[str]:
    """Every id the tree ever names: folders, even of files that cannot be read, and what they cite."""
    found = {path.name[: len("ch-") + ID_LENGTH] for path in root.glob("challenges/*/*/ch-*")}
    for path in (*root.glob("challenges/*/*/*/challenge.yaml"), *root.glob("target-profiles/*.yaml")):
        found |= set(CITED.findall(path.read_text(encoding="utf-8", errors="replace")))
    return frozenset(found)


def filled(models: Path, words: dict[str, str]) -> str:
    """The template of a kind, whole: what all have, what it needs, its environment, what is optional."""
    parts = ["challenge.yaml"]
    if words["kind"] != "environment":
        parts.append(f"{words['kind']}.yaml")
    text = "".join(_model(models / part) for part in parts)
    if words["environment"]:
        text += _environment(models, words["environment"], words["kind"])
    return Template(text + _model(models / "optional.yaml")).substitute(words)


def _environment(models: Path, name: str, kind: str) -> str:
    """Its world, and its goal when it is what is judged; from its page when nobody wrote a template."""
    own = models / "environments" / f"{name}.yaml"
    page = models.parent / "environments" / f"{name}.md"
    if own.is_file():
        world, goal = re.split("(?m)^(?=goal:)", _model(own), maxsplit=1)
    else:
        shown = FENCED.search(_model(page)) if page.is_file() else None
        if shown is None:
            raise CannotBegin(f"neither {own.name} in templates/environments nor an example in {page}")
        world = re.split("(?m)^(?=goal:)", shown[1], maxsplit=1)[0].replace("$", "$$")
        goal = _model(models / "environments" / "goal.yaml")
    return _model(models / "environment.yaml") + world + goal if kind == "environment" else world


def _model(path: Path) -> str:
    return path.read_text(encoding="utf-8")
