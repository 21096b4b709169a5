"""A message whose From, Return-Path and Reply-To differ."""

from pathlib import Path

MESSAGE = """Return-Path: <retours-8841@envois.example>
From: Maison des sports <ne-pas-repondre@maison-sports.example>
Reply-To: Service des inscriptions <inscriptions@maison-sports.example>
To: youna.le-goff@courriel.example
Subject: Votre dossier d'inscription
Date: Mon, 31 Aug 2026 10:04:00 +0200
Message-ID: <8841.1@envois.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Bonjour,

Il manque une photo à votre dossier d’inscription à l’escalade.
Merci de nous la faire parvenir avant le 11 septembre.

La Maison des sports
Accueil : accueil@maison-sports.example
"""
for name in ("message.eml", "message.txt"):
    Path(name).write_bytes(MESSAGE.replace("\n", "\r\n").encode())
