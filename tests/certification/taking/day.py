"""A server for a day of certification: `python -m tests.certification.taking.day <folder>` fills its database."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

from tests.served import PASSWORD, ROOT, Served, free_port, wrong_answers


def served_in(folder: Path) -> Served:
    """Not started: sixteen competences, Martine's session 1, Louise its candidate 1, certifiable."""
    served = Served(folder, free_port())
    words = [sys.executable, "-m", "tests.certification.taking.day", folder]
    subprocess.run(words, check=True, cwd=ROOT, env=served.environment)
    served.answers = json.loads((folder / "answers.json").read_text("utf-8"))
    return served


async def make(folder: Path) -> None:
    """In a process whose settings point to the folder."""
    from app.accounts import people
    from app.certification import centres
    from app.certification.candidates.names import match_name
    from app.certification.sessions import sessions
    from app.certification.sessions.sessions import Planned
    from app.certification.tables import Candidate
    from app.content import releases
    from app.lib.clock import now
    from app.persistence.database import database_running
    from tests.certification.taking.sixteen import BORN, certifiable, sixteen
    from tests.databases import make_schema

    await make_schema()
    async with database_running():
        index, _ = await releases.load_tree(sixteen(folder / "content"), now())
        made = {}
        for first, last in (("Martine", "Antony"), ("Louise", "Carré")):
            made[first] = await people.create_user(
                first_name=first,
                last_name=last,
                email=f"{first.lower()}@exemple.fr",
                password=PASSWORD,
                terms_accepted_at=now(),
            )
        await certifiable(made["Louise"], index)
        planned = Planned(site="Bâtiment C", room="Salle 204", starts_at=now(), examiners="Élise Villo")
        centre = await centres.create("Université Blaison", "SUP", now())
        session = await sessions.create(centre, planned, made["Martine"], now())
        for first, last in (("Louise", "Carré"), ("Chloé", "Bonnet")):
            name = match_name(first, last)
            await Candidate.insert(
                Candidate(session=session, first_name=first, last_name=last, match_name=name, sex="F", birthdate=BORN)
            )
    answers = {
        name: {"right": list(one.body.right_answers()), "wrong": wrong_answers(one.body)}
        for name, one in index.challenges.items()
    }
    (folder / "answers.json").write_text(json.dumps(answers), "utf-8")


if __name__ == "__main__":
    asyncio.run(make(Path(sys.argv[1])))
