"""Four menus: weight and width differ."""

import random
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
sys.path.append(str(Path(__file__).resolve().parents[2]))
from making import write_zip
from pdf_pages import MM, line, pdf, stream

chance = random.Random(3)
files = {}
for name, wide, high, weight in (
    ("menu-A.pdf", 90, 160, 82_000),
    ("menu-B.pdf", 210, 297, 14_000),
    ("menu-C.pdf", 90, 160, 38_000),
    ("menu-D-telephone.pdf", 148, 210, 27_000),
):
    dishes = ["Le menu du midi", "Soupe de courge", "Tarte aux poireaux", "Poisson du jour", "Crème au citron"]
    size = wide / 90 * 14
    body = b"".join(line(20 * wide / 90, high * MM - 60 - 3 * size * k, size, dish) for k, dish in enumerate(dishes))
    padding = stream(bytes(chance.randrange(256) for _ in range(weight - 1100)))
    files[name] = pdf([body], size=(wide * MM, high * MM), info={"Title": "Menu"}, extra=[padding])
write_zip(Path(__file__).parent, "quatre-menus.zip", files)
