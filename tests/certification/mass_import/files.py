"""Files of sessions and candidates, as offices make them."""

from __future__ import annotations

import csv
import io

from app.certification.mass_import.columns import ALL

SESSION = {
    "site": "Université Blaison, bâtiment C",
    "room": "Salle 204",
    "date": "27/11/2036",
    "time": "15:00",
    "examiners": "Élise Villo",
}
CHLOE = {
    "last_name": "Bonnet",
    "first_name": "Chloé",
    "birthdate": "02/02/2006",
    "sex": "F",
    "postal_code": "10000",
    "city": "Troyes",
    "country": "France",
    "billing": "Gratuite",
}
DENIZ = {**CHLOE, "last_name": "Kaya", "first_name": "Deniz", "sex": "m", "postal_code": "", "country": "turquie"}
PUPIL = {key: value for key, value in CHLOE.items() if key != "billing"}


def file_of(*rows: dict[str, str], titles: dict[str, str] | None = None) -> bytes:
    """A file with these cells. `titles`: those that are not the model's, by column."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow([(titles or {}).get(one.key, one.heading) for one in ALL])
    writer.writerows([row.get(one.key, "") for one in ALL] for row in rows)
    return file.getvalue().encode()
