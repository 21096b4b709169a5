"""A workbook whose second sheet is hidden."""

import io
import sys
from pathlib import Path

import openpyxl

sys.path.append(str(Path(__file__).resolve().parents[4]))
import making
from making import write_workbook

HERE = Path(__file__).parent
ITEMS = [
    ("Sac à dos 40 litres", 89, 44), ("Tente deux places", 139, 61), ("Tente trois places", 179, 83), ("Réchaud", 39, 17),
    ("Gourde", 15, 6), ("Lampe frontale", 29, 11), ("Corde de 30 mètres", 69, 37), ("Matelas", 49, 21),
]  # fmt: skip
write_workbook(HERE, "tarifs", {
    "Tarifs": [["Article", "Prix de vente (euros)"], *[[name, sold] for name, sold, _ in ITEMS]],
    "Achats": [["Article", "Prix d’achat (euros)"], *[[name, bought] for name, _, bought in sorted(ITEMS)]],
})  # fmt: skip
book = openpyxl.load_workbook(HERE / "tarifs.xlsx")
book["Achats"].sheet_state = "hidden"
buffer = io.BytesIO()
book.save(buffer)
(HERE / "tarifs.xlsx").write_bytes(making._same_bytes(buffer.getvalue()))
with making.zipfile.ZipFile(HERE / "tarifs.ods") as source:
    files = [(item.filename, source.read(item)) for item in source.infolist()]
look = b'<style:style style:name="cachee" style:family="table"><style:table-properties table:display="false"/></style:style>'
files = [
    (
        name,
        body.replace(b"</office:automatic-styles>", look + b"</office:automatic-styles>").replace(
            b'<table:table table:name="Achats"', b'<table:table table:style-name="cachee" table:name="Achats"'
        )
        if name == "content.xml"
        else body,
    )
    for name, body in files
]
assert any(b'table:style-name="cachee"' in body for _, body in files)
(HERE / "tarifs.ods").write_bytes(making._zipped(files))
