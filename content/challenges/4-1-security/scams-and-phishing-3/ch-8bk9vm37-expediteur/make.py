import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text

MESSAGE = """\
Date: Tue, 10 Mar 2026 18:42:11 +0100
From: "secretariat@college-ormes.example" <relance@cantine-des-ormes.example>
To: "Moussa Sarr" <moussa.sarr@courriel-plume.example>
Subject: Cantine : dernier rappel avant suspension
Message-ID: <20260310184211.7731@cantine-des-ormes.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Bonjour,

La carte de cantine de votre enfant sera suspendue demain à midi.
Merci de régler 38,50 euros ce soir en répondant à ce message.

Le secrétariat du collège des Ormes
secretariat@college-ormes.example
"""

for name in ("message.eml", "message.txt"):
    write_text(Path(__file__).parent, name, MESSAGE.replace("\n", "\r\n"))
