import random
import re
import sys
import zipfile
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_table, write_zip

HERE = Path(__file__).parent
GIVEN = {"Ilana Corbeau": "06 39 98 41 27", "Basile Okonkwo": "06 39 98 70 15"}
FIRST = ["Anna", "Bilal", "Céline", "Driss", "Elsa", "Fabio", "Gaëlle", "Hugo", "Inès", "Jonas"]
LAST = ["Aubert", "Benali", "Chevrier", "Dumas", "Ekambi"]
PRIZES = ["Fair-play", "Progrès", "Arbitrage", "Bénévolat", "Esprit d’équipe"]


def hide(name: str, part: str, pattern: bytes, hidden: bytes) -> None:
    """Hides the third column of a workbook already written."""
    with zipfile.ZipFile(HERE / name) as source:
        files = {item.filename: source.read(item) for item in source.infolist()}
    files[part], changes = re.subn(pattern, hidden, files[part], count=1)
    assert changes == 1
    write_zip(HERE, name, files)


draw = random.Random(5)
people = [f"{first} {last}" for first in FIRST for last in LAST]
draw.shuffle(people)
people[11], people[33] = GIVEN
rows = []
for person in people[:40]:
    number = GIVEN.get(person) or f"06 39 98 {draw.randrange(10, 40)} {draw.randrange(30, 99)}"
    rows.append((person, draw.choice(PRIZES), number, draw.choice((2024, 2025, 2026))))
assert len({row[2] for row in rows}) == 40
write_table(HERE, "recompenses", [("Nom", "Récompense", "Téléphone", "Année"), *rows], sheet="Récompenses")
hide("recompenses.xlsx", "xl/worksheets/sheet1.xml", rb'(<col [^>]*min="3")', rb'\1 hidden="1"')
hide(
    "recompenses.ods",
    "content.xml",
    rb'(<table:table-column [^>]*table:style-name="col0-2")',
    rb'\1 table:visibility="collapse"',
)
