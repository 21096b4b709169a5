import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip

TOWN, SENDER, LIST = "morvanne.example", "envoi-facile.example", "listes-lycees.example"
MESSAGES = {  # file: From, envelope sender, SPF, signer, DKIM, subject
    "avis.txt": (f"Mairie de Morvanne <mairie@{TOWN}>", f"mairie@{TOWN}", "pass", TOWN, "pass", "Avis de travaux"),
    "conseil.txt": (
        f"Mairie de Morvanne <mairie@{TOWN}>",
        f"lot-88@{SENDER}",
        "pass",
        SENDER,
        "pass",
        "Conseil : pièces à fournir",
    ),
    "fete.txt": (f"Service culture <culture@{TOWN}>", f"culture@{TOWN}", "pass", TOWN, "pass", "Fête de la musique"),
    "promo.txt": (
        f"Envoi Facile <offres@{SENDER}>",
        f"offres@{SENDER}",
        "pass",
        SENDER,
        "pass",
        "Vos envois à prix doux",
    ),
    "voirie.txt": (f"Service voirie <voirie@{TOWN}>", f"relais@{LIST}", "fail", TOWN, "pass", "Rue barrée jeudi"),
}

files = {}
for rank, (name, (author, envelope, spf, signer, dkim, subject)) in enumerate(MESSAGES.items()):
    files[name] = f"""\
Return-Path: <{envelope}>
Authentication-Results: mx.lycee-ormes.example;
 spf={spf} smtp.mailfrom={envelope};
 dkim={dkim} header.d={signer}
Received: from sortie{rank}.{envelope.split("@")[1]} ([203.0.113.{20 + rank}])
 by mx.lycee-ormes.example; Thu, 2 Apr 2026 09:1{rank}:00 +0200
DKIM-Signature: v=1; a=rsa-sha256; d={signer}; s=cle1; h=from:subject:date
Date: Thu, 2 Apr 2026 09:1{rank}:00 +0200
From: {author}
To: <vie-scolaire@lycee-ormes.example>
Subject: {subject}

Bonjour, vous trouverez nos informations en réponse à votre demande.
""".replace("\n", "\r\n")
write_zip(Path(__file__).parent, "messages.zip", files)
