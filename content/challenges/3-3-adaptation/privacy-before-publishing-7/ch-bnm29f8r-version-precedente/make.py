"""A PDF whose page was replaced by an addition at its end."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))
from pdf_pages import page, pdf, stream, updated


def body(day: str) -> bytes:
    """The page, with its date."""
    return page([
        (60, 780, 20, "Convocation"),
        (60, 740, 12, f"La réunion du bureau aura lieu le {day} à 18 h, à la maison des habitants."),
        (60, 720, 12, "Courrier préparé le 2 mars 2026."),
    ])  # fmt: skip


first = pdf([body("12 mars 2026")], info={"Title": "Convocation"})
Path(__file__).parent.joinpath("convocation.pdf").write_bytes(updated(first, 7, stream(body("19 mars 2026"))))
