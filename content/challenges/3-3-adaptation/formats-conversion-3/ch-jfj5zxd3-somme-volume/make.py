"""180 days of rain, as a workbook and as a PDF."""

import random
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
sys.path.append(str(Path(__file__).resolve().parents[2]))
from making import write_table, write_zip
from pdf_pages import page, pdf

HERE = Path(__file__).parent
chance = random.Random(33)
rows = [
    [date(2025, 1, 1) + timedelta(k), chance.choice([0, 0, 2, 3, 5, 8, 13]), chance.choice([0, 0, 0, 1, 4, 7, 9, 12])]
    for k in range(180)
]
MORNING, EVENING = 836, 792
for column, total in ((1, MORNING), (2, EVENING)):
    gap = total - sum(row[column] for row in rows)
    k = 0
    while gap:
        step = 1 if gap > 0 else -1
        if rows[k % 180][column] + step >= 0:
            rows[k % 180][column] += step
            gap -= step
        k += 7
    assert sum(row[column] for row in rows) == total
pages = []
for k in range(0, 180, 45):
    lines = [(60.0, 790.0, 12.0, "Jour"), (200, 790, 12, "Matin"), (280, 790, 12, "Soir")]
    for j, (day, morning, evening) in enumerate(rows[k : k + 45]):
        y = 770 - 16 * j
        lines += [(60, y, 10, f"{day:%d/%m/%Y}"), (200, y, 10, str(morning)), (280, y, 10, str(evening))]
    pages.append(page(lines))
with tempfile.TemporaryDirectory() as folder:
    write_table(Path(folder), "releves", [["Jour", "Matin", "Soir"], *rows])
    files = {f"releves.{kind}": (Path(folder) / f"releves.{kind}").read_bytes() for kind in ("ods", "xlsx")}
write_zip(HERE, "releves-pluie.zip", {**files, "releves.pdf": pdf(pages)})
