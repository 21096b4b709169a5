"""A list whose print area stops before its end."""

import io
import sys
from pathlib import Path

import openpyxl

sys.path.append(str(Path(__file__).resolve().parents[4]))
import making
from making import write_table

HERE = Path(__file__).parent
NAMES = """Abadie Alban Barthe Bazin Bellec Blin Bonnet Brun Cadet Caron Chauvin Collet Cordier Coste Crespin Danel Darras
Delmas Diallo Doucet Duval Fabre Faure Ferry Fontan Gallet Gilles Girard Guérin Hamel Hervé Huet Jamet Joly Klein Lamy
Laval Leduc Lopez Maillard Marin Mercier Morel Noiret Olivier Quentel Rey Ricard Rossi Sabatier Salmon Tessier Vasseur
Vidal Wagner Zanella""".split()
NAMES = [name for name in NAMES if name != "Quentel"]
NAMES.insert(45, "Quentel")
rows = [["Nom", "Tâche", "Heure"]] + [
    [name, ["accueil", "buvette", "parking"][k % 3], f"{9 + k % 8} h"] for k, name in enumerate(NAMES)
]
assert rows[46][0] == "Quentel"
write_table(HERE, "benevoles", rows, sheet="Liste")
book = openpyxl.load_workbook(HERE / "benevoles.xlsx")
book["Liste"].print_area = "A1:C47"
buffer = io.BytesIO()
book.save(buffer)
(HERE / "benevoles.xlsx").write_bytes(making._same_bytes(buffer.getvalue()))
with making.zipfile.ZipFile(HERE / "benevoles.ods") as source:
    files = [(item.filename, source.read(item)) for item in source.infolist()]
mark = b'table:print-ranges="Liste.A1:Liste.C47" '
files = [(name, body.replace(b"<table:table ", b"<table:table " + mark)) for name, body in files]
(HERE / "benevoles.ods").write_bytes(making._zipped(files))
