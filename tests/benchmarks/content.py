"""How long it takes to check, then to load, a large content.

python -m tests.benchmarks.content [--challenges 2000]
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shutil
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from random import Random

from app.lib.codes import draw_id
from tests.benchmarks import service

WORLD = service.ROOT / "tests" / "world"
ID = re.compile(r"^id: (ch-\w+)$", re.MULTILINE)
QUESTION = re.compile(r'^question: ("?)', re.MULTILINE)


def generate(root: Path, challenges: int) -> Path:
    """A tree of that many files of challenges: those of `tests/world`, again and again under other ids."""
    shutil.copytree(WORLD, root)
    samples = sorted(root.glob("challenges/*/*/*/challenge.yaml"))
    random = Random(1)
    for sample in islice(cycle(samples), challenges - len(samples)):
        copy(sample.parent, "ch-" + draw_id(8, random))
    return root


def copy(challenge: Path, name: str) -> None:
    """The same challenge under another id, with a question of its own."""
    text = (challenge / "challenge.yaml").read_text("utf-8")
    former = ID.search(text)
    assert former, challenge
    folder = challenge.parent / challenge.name.replace(former[1], name)
    shutil.copytree(challenge, folder)
    text = QUESTION.sub(rf"question: \1Copie {name}. ", text.replace(former[0], f"id: {name}"))
    (folder / "challenge.yaml").write_text(text, "utf-8")


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="pix-benchmark-") as name:
        service.settle(Path(name))
        tree = generate(Path(name) / "content", arguments.challenges)
        checking = _check(tree)
        loading, starting, challenges = asyncio.run(_load(tree))
    print(f"{arguments.challenges} files, {challenges} challenges with their variants: checked in {checking:.2f} s")
    print(f"(at most 5), loaded in {loading:.2f} s (at most 10); a process that starts reads them in {starting:.2f} s")


def _check(tree: Path) -> float:
    from app.content.checks import check
    from app.content.reading import read_tree

    start = time.perf_counter()
    problems = check(read_tree(tree))
    assert not problems, problems[:5]
    return time.perf_counter() - start


async def _load(tree: Path) -> tuple[float, float, int]:
    from app.content import releases
    from app.lib.clock import now
    from app.persistence.database import database_running
    from tests.databases import make_schema

    await make_schema()
    async with database_running():
        start = time.perf_counter()
        index, _ = await releases.load_tree(tree, now())
        loaded = time.perf_counter()
        releases.forget()
        await releases.refresh()
        assert len(releases.current_index().challenges) == len(index.challenges)
    return loaded - start, time.perf_counter() - loaded, len(index.challenges)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--challenges", type=int, default=2000)
    return parser.parse_args()


if __name__ == "__main__":
    main()
