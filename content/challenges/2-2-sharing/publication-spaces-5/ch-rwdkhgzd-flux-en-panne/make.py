"""One feed, three times, each with one fault; lines are numbered."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text  # noqa: E402

GOOD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
  <channel>
    <title>Le club sous-marin</title>
    <link>https://plongee.example/</link>
    <description>Plongées d’hier &amp; d’aujourd’hui</description>
    <item>
      <title>L’épave &lt;sans nom&gt;</title>
      <pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate>
      <guid>https://plongee.example/e/1</guid>
      <enclosure url="https://plongee.example/a.mp3?v=2&amp;q=haute" length="9120000" type="audio/mpeg"/>
    </item>
    <item>
      <title>Poulpe &amp; compagnie</title>
      <pubDate>Mon, 16 Mar 2026 08:00:00 +0100</pubDate>
      <guid>https://plongee.example/e/2</guid>
      <description>
        <![CDATA[Un invité & beaucoup de <b>bulles</b>.]]>
      </description>
      <!-- fichier refait le 17 -->
      <enclosure url="https://plongee.example/b.mp3" length="8040000" type="audio/mpeg"/>
    </item>
    <item><title>Apnée</title><pubDate>Mon, 30 Mar 2026 08:00:00 +0200</pubDate></item>
  </channel>
</rss>
""".splitlines()
FAULTS = {
    "flux-1.txt": (14, "Poulpe &amp; compagnie", "Poulpe & compagnie"),
    "flux-2.txt": (8, "</title>", "</titel>"),
    "flux-3.txt": (21, '/b.mp3" length', "/b.mp3 length"),
}
for name, (number, before, after) in FAULTS.items():
    lines = list(GOOD)
    assert before in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(before, after)
    write_text(Path(__file__).parent, name, "".join(f"{i:>3} | {line}\n" for i, line in enumerate(lines, 1)))
