"""A local address file: the canteen's site is hijacked by a second name on one active line."""

from pathlib import Path

LINES = """# Fichier d’adresses du poste ECOLE-07
# Une adresse, puis un ou plusieurs noms. Le signe # commence un commentaire.

127.0.0.1       localhost
127.0.1.1       ecole-07

# --- Matériel ---
192.168.12.5    imprimante-rdc
192.168.12.6    imprimante-etage
192.168.12.9    tableau-salle-3
192.168.12.10   tableau-salle-4

# --- Anciennes adresses, gardées pour mémoire ---
# 203.0.113.9   cantine.tilleuls.example
# 203.0.113.10  bus.tilleuls.example
# 203.0.113.14  menus.tilleuls.example

# --- Services de la commune ---
198.51.100.20   mairie.tilleuls.example
198.51.100.21   bus.tilleuls.example transports.tilleuls.example
198.51.100.22   cantines.tilleuls.example
198.51.100.23   bibliotheque.tilleuls.example
198.51.100.24   piscine.tilleuls.example sport.tilleuls.example

# --- Divers ---
198.51.100.40   photos.ecole.example
198.51.100.41   journal.ecole.example        # cantine.tilleuls.example : voir la mairie
203.0.113.66    menus.tilleuls.example cantine.tilleuls.example
198.51.100.42   cantine.tilleul.example
198.51.100.43   archives.ecole.example
"""
Path("adresses.txt").write_bytes(LINES.replace("\n", "\r\n").encode("utf-8-sig"))
