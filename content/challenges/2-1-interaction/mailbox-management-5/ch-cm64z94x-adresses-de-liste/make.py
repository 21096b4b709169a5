"""A message received through a mailing list (RFC 2369 headers, several look-alike addresses)."""

from pathlib import Path

MESSAGE = """Return-Path: <randos-retours@listes.example>
From: Odile Marchand via Randos <randos@listes.example>
Reply-To: Odile Marchand <odile.marchand@courriel.example>
To: randos@listes.example
Subject: [randos] Crue au gué de la Serre
Date: Sat, 18 Apr 2026 18:22:10 +0200
Message-ID: <20260418182210.77@courriel.example>
Precedence: list
List-Id: Randos du dimanche <randos.listes.example>
List-Post: <mailto:randos@listes.example>
List-Help: <mailto:randos-aide@listes.example>
List-Subscribe: <mailto:randos-entree@listes.example>
List-Unsubscribe: <mailto:randos-sortie@listes.example>
List-Owner: <mailto:randos-equipe@listes.example>
List-Archive: <https://listes.example/archives/randos>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Bonjour,

La Serre déborde, le gué est fermé jusqu’à mardi. Prenez le pont de la scierie.

Odile
--
Randos du dimanche, 212 membres
"""
for name in ("liste.eml", "liste.txt"):
    Path(name).write_bytes(MESSAGE.replace("\n", "\r\n").encode())
