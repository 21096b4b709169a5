"""The network settings of five posts: one without an address, one whose gateway lies outside its network."""

from pathlib import Path

POSTS = [
    (
        "ACCUEIL",
        "automatique (DHCP)",
        "192.168.40.21",
        "255.255.255.0",
        "192.168.40.1",
        "192.168.40.1",
        "3C-5A-B4-10-22-07",
    ),
    ("ATELIER", "automatique (DHCP)", "169.254.88.14", "255.255.0.0", "(aucune)", "(aucun)", "3C-5A-B4-10-22-19"),
    (
        "BILLETS",
        "automatique (DHCP)",
        "192.168.40.33",
        "255.255.255.0",
        "192.168.40.1",
        "203.0.113.53",
        "3C-5A-B4-10-22-2E",
    ),
    ("REGIE", "manuelle", "192.168.40.60", "255.255.255.0", "192.168.40.1", "192.168.40.1", "3C-5A-B4-10-22-31"),
    ("SCENE", "manuelle", "192.168.40.61", "255.255.255.0", "192.168.4.1", "192.168.40.1", "3C-5A-B4-10-22-44"),
]
LABELS = [
    "Configuration",
    "Adresse IPv4",
    "Masque de sous-réseau",
    "Passerelle par défaut",
    "Serveur DNS",
    "Adresse physique (MAC)",
]

lines = ["Théâtre municipal, relevé du 4 mai 2026", ""]
for name, *values in POSTS:
    lines.append(f"=== Poste {name} ===")
    lines += [f"  {label:.<26} {value}" for label, value in zip(LABELS, values, strict=True)]
    lines.append("")
Path("postes.txt").write_bytes("\r\n".join(lines).encode("utf-8-sig"))
