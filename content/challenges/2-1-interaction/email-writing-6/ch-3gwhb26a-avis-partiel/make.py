"""A delivery status notification (RFC 3464) for six recipients: two failures, two delays, two successes."""

from pathlib import Path

RECIPIENTS = [
    ("a.martin@rivage.example", "delivered", "2.0.0", "smtp; 250 OK"),
    ("c.petit@rivage.example", "failed", "5.1.1", "smtp; 550 no such mailbox"),
    ("d.kone@vallon.example", "delayed", "4.2.2", "smtp; 452 mailbox full"),
    ("e.rossi@vallon.example", "delayed", "4.4.1", "smtp; 421 no answer from host"),
    ("l.nguyen@coteau.example", "failed", "5.3.4", "smtp; 552 message too big for system"),
    ("s.blum@coteau.example", "relayed", "2.0.0", "smtp; 250 accepted for relay"),
]
blocks = "\n\n".join(
    f"Final-Recipient: rfc822; {address}\nAction: {action}\nStatus: {status}\nDiagnostic-Code: {diagnostic}"
    + ("\nWill-Retry-Until: Sun, 10 May 2026 09:12:00 +0200" if action == "delayed" else "")
    for address, action, status, diagnostic in RECIPIENTS
)
MESSAGE = f"""From: Remise du courrier <postier@courriel.example>
To: marwa.benali@courriel.example
Subject: Avis de remise : compte rendu de mai
Date: Fri, 08 May 2026 09:13:04 +0200
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="avis"

--avis
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Votre message « compte rendu de mai » n’a pas été remis à tous ses destinataires.
Le détail figure dans la partie suivante.

--avis
Content-Type: message/delivery-status

Reporting-MTA: dns; sortie.courriel.example
Arrival-Date: Fri, 08 May 2026 09:12:00 +0200

{blocks}

--avis--
"""
for name in ("avis.eml", "avis.txt"):
    Path(name).write_bytes(MESSAGE.replace("\n", "\r\n").encode())
