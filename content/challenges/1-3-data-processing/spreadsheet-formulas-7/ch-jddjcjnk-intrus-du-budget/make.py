"""The same budget twice: a number typed over a formula, then a total that stops one row too early."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import Formula, write_workbook  # noqa: E402

HERE = Path(__file__).parent
MONTHS = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
ITEMS = {
    "Loyer": 640, "Électricité": 85, "Eau": 32, "Internet": 29, "Assurance": 48, "Ménage": 120, "Papeterie": 25,
    "Timbres": 18, "Affiches": 60, "Goûters": 45, "Location de salle": 150, "Transport": 95, "Matériel": 110,
    "Réparations": 38, "Site web": 14, "Banque": 9, "Cotisation fédérale": 55, "Formation": 70, "Costumes": 42,
    "Sono": 66, "Lumières": 51, "Photos": 20, "Plantes": 12, "Cadeaux": 27, "Divers": 33,
}  # fmt: skip
SEASON = [1, 1, 1.04, 1, 1.1, 1.2, 0.6, 0.3, 1.1, 1, 1, 1.3]
names = list(ITEMS)
inputs: list[list[object]] = [["Mois", None, *MONTHS], ["Coefficient", None, *SEASON], []]
inputs += [["Poste", "Base (€)"]] + [[name, ITEMS[name]] for name in names]


def budget(typed: str, short: str) -> dict[str, list[list[object]]]:
    rows: list[list[object]] = [["Budget prévisionnel"], ["Poste", "Base", *MONTHS]]
    for i, name in enumerate(names):
        base = ITEMS[name]
        row: list[object] = [name, Formula(f"Hypothèses!$B{i + 5}", base)]
        for j in range(12):
            column = "CDEFGHIJKLMN"[j]
            value = round(base * SEASON[j], 2)
            if f"{column}{i + 3}" == typed:
                row.append(float(value))
            else:
                row.append(Formula(f"ROUND($B{i + 3}*Hypothèses!{column}$2,2)", value))
        rows.append(row)
    totals: list[object] = ["Total", Formula("SUM(B3:B27)", sum(ITEMS.values()))]
    for j in range(12):
        column = "CDEFGHIJKLMN"[j]
        last = 26 if f"{column}28" == short else 27
        value = round(sum(round(ITEMS[name] * SEASON[j], 2) for name in names[: last - 2]), 2)
        totals.append(Formula(f"SUM({column}3:{column}{last})", value))
    rows.append(totals)
    return {"Budget": rows, "Hypothèses": inputs}


write_workbook(HERE, "budget", budget("H14", ""))
write_workbook(HERE, "budget-b", budget("", "K28"))
