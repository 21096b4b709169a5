"""Trois règlements presque identiques et l’empreinte de celui qui est adopté."""

import hashlib
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

TEXT = (
    "Règlement du jardin partagé\r\n\r\n"
    "Article 1. Chaque parcelle mesure 20 m².\r\n"
    "Article 2. La cotisation est de 25 € par an.\r\n"
    "Article 3. L’eau est coupée du 15 novembre au 15 mars.\r\n"
)
VERSIONS = {
    "reglement-a.txt": TEXT.replace("15 mars.", "15 mars. "),
    "reglement-b.txt": TEXT,
    "reglement-c.txt": TEXT.replace("25 €", "26 €"),
}
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()
write_zip(
    Path(__file__).parent,
    "reglement.zip",
    VERSIONS
    | {
        "annonce.txt": "Annonce du conseil, signature vérifiée.\r\n\r\n"
        f"Empreinte SHA-256 du règlement adopté :\r\n{DIGEST}\r\n"
    },
)
