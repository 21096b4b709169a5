"""A real server in a process of its own, on a real SQLite file, for what only that can show.

It serves the content of `tests/world`, with a fixed list of each kind of challenge, and campaigns of Martine's:
`ADAPTS234` is adaptive, `GENRES234` asks each kind once, `TIMERS234` has a timed and a focused challenge; the codes
of `MANY` ask each kind once too, for who must answer for long.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from tests.sharing import made_once

if TYPE_CHECKING:
    from app.content.challenge import Challenge

ROOT = Path(__file__).resolve().parents[1]
WORLD = ROOT / "tests" / "world"
PASSWORD = "Demo2026!"
EACH_KIND = (
    "ch-c6ep34wk",  # single choice
    "ch-4ff494kf",  # multiple choice, with a picture
    "ch-3wm59ppm",  # text
    "ch-5dm3zj83",  # number, with files
    "ch-3mme393k",  # date
    "ch-cgmzgdb9",  # long text
    "ch-x6bf6k5m",  # fields
    "ch-v7rt94mb",  # fields in any order
    "ch-bkwq75mm",  # drop-downs
    "ch-3n8hqkft",  # matching
    "ch-p8d5kr4m",  # ordering
    "ch-q92hwm7a-petit",  # a variant
)
TIMED, FOCUSED = "ch-zhf3q4tk", "ch-jhycsgbn"
LISTS = {"genres": EACH_KIND, "chronos": ("ch-c6ep34wk", TIMED, FOCUSED)}
CAMPAIGNS = {"ADAPTS234": "decouverte", "GENRES234": "genres", "TIMERS234": "chronos"}
MANY = tuple(f"KLMNPQ{number}" for number in range(234, 274))
LEARNERS = 6
SECONDS_TO_START = 60

Answer = Mapping[str, Sequence[str]]
Action = Mapping[str, str]


@dataclass
class Served:
    """The server of one folder: its database stays when the process is killed and started again."""

    folder: Path
    port: int = 0
    process: subprocess.Popen[bytes] | None = None
    answers: dict[str, dict[str, list[Answer]]] = field(default_factory=dict)
    """By challenge, its `right` and `wrong` answers."""
    paths: dict[str, dict[str, list[Action]]] = field(default_factory=dict)
    """By challenge in an environment, the actions that lead to the first of its `right` and `wrong` answers."""

    @classmethod
    def made_in(cls, folder: Path) -> Served:
        """Migrated, with its content, people and campaigns; not started."""
        served = cls(folder, free_port())
        shutil.copytree(made_once("served", _make_ready), folder, dirs_exist_ok=True)
        served.answers = json.loads((folder / "answers.json").read_text("utf-8"))
        served.paths = json.loads((folder / "paths.json").read_text("utf-8"))
        return served

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "PIX_ENV": "development",
            "DATABASE_URL": f"sqlite:///{self.folder / 'pix.sqlite'}",
            "SQLITE_SYNCHRONOUS": "FULL",
            "BASE_URL": self.url,
            "MAIL_URL": f"file:{self.folder / 'mail'}",
            "DATA_DIR": str(self.folder / "data"),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def start(self) -> None:
        """Starts the process and waits until it is ready."""
        words = [sys.executable, "-m", "tests.pix", "serve", "--port", str(self.port)]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(words, cwd=ROOT, env=self.environment, stdout=log, stderr=log)
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and self.process.poll() is None:
            with suppress(httpx.TransportError):
                if httpx.get(f"{self.url}/pret", timeout=2).status_code == 200:
                    return
            time.sleep(0.03)
        self.kill()
        raise RuntimeError(f"the server did not start:\n{self.log()}")

    def kill(self) -> None:
        """`kill -9`: nothing is finished, nothing is closed."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def stop(self) -> None:
        """Asks it to stop, as the system does."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()
                raise

    def log(self) -> str:
        return (self.folder / "log").read_text("utf-8", "replace")

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """What the database holds now."""
        with closing(sqlite3.connect(f"file:{self.folder / 'pix.sqlite'}?mode=ro", uri=True)) as connection:
            return connection.execute(sql, values).fetchall()

    def write(self, sql: str, *values: Any) -> None:
        """Changes the database behind the server's back: time passes, a session ends."""
        with closing(sqlite3.connect(self.folder / "pix.sqlite", timeout=10)) as connection, connection:
            connection.execute(sql, values)


def _make_ready(folder: Path) -> None:
    words = [sys.executable, "-m", "tests.served", folder]
    subprocess.run(words, check=True, cwd=ROOT, env=Served(folder).environment)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


async def make(folder: Path) -> None:
    """In a process whose settings point to the folder."""
    from app.content import releases
    from app.content.kinds.environment import EnvironmentChallenge
    from app.lib.clock import now
    from app.persistence.database import database_running
    from tests.databases import make_schema

    await make_schema()
    async with database_running():
        index, _ = await releases.load_tree(world_with_lists(folder), now())
        await make_people()
    answers = {
        name: {"right": list(one.body.right_answers()), "wrong": wrong_answers(one.body)}
        for name, one in index.challenges.items()
    }
    (folder / "answers.json").write_text(json.dumps(answers), "utf-8")
    paths = {
        name: {"right": one.body.path, "wrong": one.body.wrong_paths[0]}
        for name, one in index.challenges.items()
        if isinstance(one.body, EnvironmentChallenge)
    }
    (folder / "paths.json").write_text(json.dumps(paths), "utf-8")


def wrong_answers(body: Challenge) -> list[Answer]:
    """Those that are stored as wrong, not refused as being no answer at all."""
    tried: list[Answer] = [*body.wrong_answers(), {"": ["01/01/1999"]}, {"": ["999983"]}]
    return [answer for answer in tried if not body.refusal(answer)]


def world_with_lists(folder: Path) -> Path:
    world = folder / "world"
    shutil.copytree(WORLD, world)
    for name, challenges in LISTS.items():
        text = f"id: {name}\nname: {name}\ndescription: Une liste.\nchallenges: [{', '.join(challenges)}]\n"
        (world / "target-profiles" / f"{name}.yaml").write_text(text, "utf-8")
    return world


async def make_people() -> None:
    """Martine and her campaigns; learners who have an account and have seen the rules of the game."""
    from app.accounts import people
    from app.campaigns import campaigns
    from app.campaigns.campaigns import NewCampaign
    from app.lib.clock import now
    from app.organisations import organisations
    from app.organisations.space.terms import accept_terms

    martine = await people.create_user(
        first_name="Martine",
        last_name="Antony",
        email="martine@exemple.fr",
        password=PASSWORD,
        terms_accepted_at=now(),
    )
    await accept_terms(martine, now())
    await people.create_user(
        first_name="Ada",
        last_name="Lefort",
        email="ada@exemple.fr",
        password=PASSWORD,
        staff_role=people.STAFF_ROLES[0],
        terms_accepted_at=now(),
    )
    blaison = await organisations.create("Université Blaison", "SUP", now())
    await organisations.add_member(blaison, martine, "member", now())
    for code, target in {**CAMPAIGNS, **dict.fromkeys(MANY, "genres")}.items():
        new = NewCampaign(
            organisation=blaison,
            owner=martine,
            name=code,
            target=target,
            title=f"Parcours {target}",
            landing_text="Bonjour,\n\nprenez votre temps.",
        )
        await campaigns.create(new, now(), code=code)
    for number in range(LEARNERS):
        learner = await people.create_user(
            first_name=f"Louise {'abcdef'[number]}",
            last_name="Carré",
            email=learner_address(number),
            password=PASSWORD,
            terms_accepted_at=now(),
        )
        await people.opening_cards_seen(learner)


def learner_address(number: int) -> str:
    return f"louise{number}@exemple.fr"


if __name__ == "__main__":
    asyncio.run(make(Path(sys.argv[1])))
