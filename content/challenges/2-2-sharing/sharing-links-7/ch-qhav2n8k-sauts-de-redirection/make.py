"""Two records of HTTP answers, in no order."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text  # noqa: E402

RECORDS = {
    "fete.txt": (
        "fete-des-lacs.example",
        [
            ("https://www.fete-des-lacs.example/programme", 302, "https://www.fete-des-lacs.example/2026/programme/"),
            ("https://www.fete-des-lacs.example/2018/", 404, ""),
            ("http://fete-des-lacs.example/prog", 301, "https://fete-des-lacs.example/prog"),
            ("https://www.fete-des-lacs.example/prog", 301, "https://www.fete-des-lacs.example/2025/programme/"),
            ("https://www.fete-des-lacs.example/2025/programme/", 200, ""),
            ("https://www.fete-des-lacs.example/2026/programme/", 200, ""),
            ("https://fete-des-lacs.example/prog", 308, "https://www.fete-des-lacs.example/programme"),
            ("https://www.fete-des-lacs.example/2019/", 410, ""),
            ("https://www.fete-des-lacs.example/billets", 503, ""),
        ],
    ),
    "musee.txt": (
        "musee-du-sel.example",
        [
            ("https://musee-du-sel.example/visite", 307, "https://musee-du-sel.example/visites"),
            ("https://musee-du-sel.example/visites/groupes", 200, ""),
            ("https://musee-du-sel.example/expo/mammouths", 410, ""),
            ("https://musee-du-sel.example/v", 301, "https://musee-du-sel.example/visite"),
            ("https://musee-du-sel.example/expo/baleines", 403, ""),
            ("http://musee-du-sel.example/visite", 301, "https://musee-du-sel.example/"),
            ("https://musee-du-sel.example/visites", 302, "https://musee-du-sel.example/visites/groupes"),
            ("https://musee-du-sel.example/", 200, ""),
            ("http://musee-du-sel.example/v", 301, "https://musee-du-sel.example/v"),
            ("https://musee-du-sel.example/plan", 404, ""),
        ],
    ),
}
for name, (site, answers) in RECORDS.items():
    blocks = [
        f"GET {address}\n  HTTP {code}\n" + (f"  Location: {to}\n" if to else "") for address, code, to in answers
    ]
    write_text(Path(__file__).parent, name, f"Relevé du site {site}\n\n" + "\n".join(blocks))
