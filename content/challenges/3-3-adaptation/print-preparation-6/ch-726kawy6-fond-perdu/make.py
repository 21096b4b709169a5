"""Two leaflets larger than their finished size."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))
from pdf_pages import MM, line, pdf

HERE = Path(__file__).parent
for name, title, wide, high in (("depliant", "Fête du port", 154, 216), ("carte", "Carte de vœux", 115, 158)):
    ground = f"0.75 0.88 0.95 rg 0 0 {wide * MM:.2f} {high * MM:.2f} re f 0 0 0 rg\n".encode()
    body = (
        ground + line(40, high * MM - 90, 22, title, "F2") + line(40, high * MM - 130, 11, "Samedi, toute la journée")
    )
    (HERE / f"{name}.pdf").write_bytes(pdf([body, body], size=(wide * MM, high * MM), info={"Title": title}))
