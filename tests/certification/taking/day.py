"""A server for a day of certification: `python -m tests.certification.taking.day <folder>` fills its database."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

from tests.served import PASSWORD, ROOT, Served, free_port

INVIGILATOR, OFFICER = "paul@exemple.fr", "ada@exemple.fr"


def served_in(folder: Path) -> Served:
    """Not started: sixteen competences, a class of certifiable pupils, its school; who invigilates, who judges."""
    served = Served(folder, free_port())
    words = [sys.executable, "-m", "tests.certification.taking.day", folder]
    subprocess.run(words, check=True, cwd=ROOT, env=served.environment)
    served.answers = json.loads((folder / "answers.json").read_text("utf-8"))
    return served


async def make(folder: Path) -> None:
    """In a process whose settings point to the folder."""
    from app.accounts import people
    from app.content import releases
    from app.lib.clock import now
    from app.persistence.database import database_running
    from tests.certification.school_class import school
    from tests.certification.taking.pupil import answers_of
    from tests.certification.taking.sixteen import sixteen
    from tests.databases import make_schema

    await make_schema()
    async with database_running():
        index, _ = await releases.load_tree(sixteen(folder / "content"), now())
        await school(index)
        for email, role in ((INVIGILATOR, None), (OFFICER, people.STAFF_ROLES[0])):
            await people.create_user(
                first_name=email.partition("@")[0].title(),
                last_name="Villo",
                email=email,
                password=PASSWORD,
                staff_role=role,
                terms_accepted_at=now(),
            )
    (folder / "answers.json").write_text(json.dumps(answers_of(index)), "utf-8")


if __name__ == "__main__":
    asyncio.run(make(Path(sys.argv[1])))
