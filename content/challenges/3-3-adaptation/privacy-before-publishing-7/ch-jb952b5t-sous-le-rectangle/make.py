"""Two reports where a black box hides a name that is still there."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))
from pdf_pages import line, pdf

HERE = Path(__file__).parent
for name, title, hidden, shown in (
    ("proces-verbal", "Procès-verbal de visite", "Mme Castellane", "M. Durieux"),
    ("plainte", "Note au sujet d’une plainte", "Mme Morvandeau", "M. Lambert"),
):
    body = line(60, 780, 18, title, "F2")
    body += line(60, 730, 12, f"La visite a été faite par {shown}, le 4 mai 2026.")
    body += line(60, 700, 12, "Elle a été demandée par")
    body += line(205, 700, 12, hidden)
    body += b"0 0 0 rg 200 694 130 18 re f\n"
    body += line(60, 670, 12, "Numéro de dossier :")
    body += b"0 0 0 rg 180 664 90 18 re f\n"
    (HERE / f"{name}.pdf").write_bytes(pdf([body], info={"Title": title}))
