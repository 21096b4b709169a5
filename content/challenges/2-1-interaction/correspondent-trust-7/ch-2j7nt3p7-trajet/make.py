"""Deux en-têtes : cinq lignes Received, des fuseaux différents."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

A = [
    ("mx.belmont.example (mx.belmont.example [10.0.4.2])", "boites.belmont.example", "Thu, 14 May 2026 10:07:42 +0200"),
    (
        "relais7.envoi.example (relais7.envoi.example [203.0.113.57])",
        "mx.belmont.example",
        "Thu, 14 May 2026 10:07:40 +0200",
    ),
    (
        "sortie.atelier.example (sortie.atelier.example [198.51.100.23])",
        "relais7.envoi.example",
        "Thu, 14 May 2026 08:05:12 +0000",
    ),
    ("poste-12 (unknown [192.0.2.14])", "sortie.atelier.example", "Thu, 14 May 2026 04:04:58 -0400"),
    ("banque.example (banque.example [192.0.2.200])", "poste-12", "Thu, 14 May 2026 10:04:30 +0200"),
]
B = [
    ("mx.lycee.example (mx.lycee.example [10.1.0.9])", "boites.lycee.example", "Fri, 15 May 2026 00:00:31 +0200"),
    (
        "out3.lettre.example (out3.lettre.example [198.51.100.90])",
        "mx.lycee.example",
        "Fri, 15 May 2026 00:00:26 +0200",
    ),
    (
        "file.lettre.example (file.lettre.example [203.0.113.8])",
        "out3.lettre.example",
        "Thu, 14 May 2026 21:59:50 +0000",
    ),
    ("web-4 (web-4 [192.0.2.77])", "file.lettre.example", "Thu, 14 May 2026 17:56:40 -0400"),
    ("formulaire (localhost [127.0.0.1])", "web-4", "Thu, 14 May 2026 23:56:38 +0200"),
]
ENDS = {
    "message-a": (A, "Atelier <contact@atelier.example>", "Devis"),
    "message-b": (B, "La lettre <info@lettre.example>", "Votre lettre de mai"),
}
for stem, (hops, sender, subject) in ENDS.items():
    lines = [f"Received: from {one}\r\n by {other} with ESMTPS;\r\n {when}" for one, other, when in hops]
    lines += [f"From: {sender}", f"Subject: {subject}", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8"]
    words = "\r\n".join([*lines, "", "Bonjour,", ""])
    for ending in ("eml", "txt"):
        write_text(Path(__file__).parent, f"{stem}.{ending}", words)
