import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

MESSAGES = {
    "en-tetes-a": (
        "smtp7.envoi-masse.example",
        "203.0.113.57",
        "192.0.2.44",
        "198.51.100.23",
        "12 May 2026 08:14",
        "Virement urgent",
    ),
    "en-tetes-b": (
        "vps-311.hebergeur-lune.example",
        "198.51.100.174",
        "192.0.2.61",
        "203.0.113.8",
        "9 Jun 2026 17:31",
        "Liste du personnel à jour",
    ),
}

for name, (host, address, forged, older, moment, subject) in MESSAGES.items():
    words = f"""\
Return-Path: <retour@{host.split(".", 1)[1]}>
Received: from mx1.morvanne.example (mx1.morvanne.example [192.0.2.10])
 by boites.morvanne.example (Postfix) with ESMTPS id 7C1F42
 for <comptes@morvanne.example>; Tue, {moment}:09 +0200 (CEST)
Received: from poste-direction.morvanne.example (unknown [{address}])
 by mx1.morvanne.example (Postfix) with ESMTP id 51A90E
 for <comptes@morvanne.example>; Tue, {moment}:07 +0200 (CEST)
Received: from poste-direction.morvanne.example (poste-direction.morvanne.example [{forged}])
 by {host} with ESMTPA id u9k2m; Tue, {moment}:05 +0200
Received: from [{older}] by webmail.morvanne.example with HTTP;
 Tue, {moment}:01 +0200
Date: Tue, {moment}:00 +0200
From: "Direction générale" <direction@morvanne.example>
To: <comptes@morvanne.example>
Subject: {subject}
Message-ID: <c41d.{name}@{host}>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Bonjour, je suis en réunion. Merci de traiter ma demande avant 18 h
et de me répondre seulement par courriel.
"""
    for suffix in ("eml", "txt"):
        write_text(Path(__file__).parent, f"{name}.{suffix}", words.replace("\n", "\r\n"))
