"""Two podcast feeds whose items are in no order."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_text  # noqa: E402

FEEDS = {
    "podcast-nature.xml": (
        "Au bord du chemin",
        "https://chemin.example",
        "audio/mpeg",
        [
            (
                "Les oiseaux de l’hiver",
                "Sun, 18 Jan 2026 07:00:00 +0100",
                "22:00",
                "https://sons.chemin.example/ep/14-oiseaux.mp3",
            ),
            (
                "Marcher la nuit",
                "Sun, 01 Mar 2026 07:00:00 +0100",
                "31:00",
                "https://sons.chemin.example/ep/17-nuit.mp3",
            ),
            (
                "Le retour des grenouilles",
                "Sun, 15 Mar 2026 07:00:00 +0100",
                "26:00",
                "https://sons.chemin.example/ep/18-grenouilles.mp3",
            ),
            (
                "Réparer les mares",
                "Sun, 12 Apr 2026 07:00:00 +0200",
                "34:00",
                "https://sons.chemin.example/ep/19c-mares.mp3",
            ),
            (
                "Rediffusion : la haie",
                "Sun, 29 Mar 2026 07:00:00 +0200",
                "40:00",
                "https://sons.chemin.example/ep/03-haie.mp3",
            ),
            ("Le gel", "Sun, 01 Feb 2026 07:00:00 +0100", "25:00", "https://sons.chemin.example/ep/15-gel.mp3"),
            (
                "Lire un sentier",
                "Sun, 15 Feb 2026 07:00:00 +0100",
                "29:00",
                "https://sons.chemin.example/ep/16-sentier.mp3",
            ),
            (
                "Feuilles mortes",
                "Sun, 09 Nov 2025 07:00:00 +0100",
                "19:00",
                "https://sons.chemin.example/ep/12-feuilles.mp3",
            ),
            ("Un an déjà", "Sun, 14 Dec 2025 07:00:00 +0100", "45:00", "https://sons.chemin.example/ep/13-un-an.mp3"),
        ],
    ),
    "podcast-ville.xml": (
        "Rues et rumeurs",
        "https://rues.example",
        "audio/ogg",
        [
            (
                "La place qui déménage",
                "Fri, 05 Jun 2026 23:30:00 +0200",
                "33:00",
                "https://audio.rues.example/7/place.ogg",
            ),
            (
                "Le marché de l’aube",
                "Mon, 11 May 2026 08:00:00 +0200",
                "24:00",
                "https://audio.rues.example/7/aube.ogg",
            ),
            ("Les toits", "Mon, 25 May 2026 08:00:00 +0200", "37:00", "https://audio.rues.example/7/toits.ogg"),
            (
                "Le tram nocturne",
                "Fri, 05 Jun 2026 22:10:00 +0000",
                "28:00",
                "https://audio.rues.example/7/tram-nocturne.ogg",
            ),
            ("Bancs publics", "Mon, 27 Apr 2026 08:00:00 +0200", "21:00", "https://audio.rues.example/7/bancs.ogg"),
            (
                "Best of de juin 2025",
                "Mon, 30 Jun 2025 08:00:00 +0200",
                "52:00",
                "https://audio.rues.example/6/juin.ogg",
            ),
            (
                "Une ville sous la neige",
                "Mon, 12 Jan 2026 08:00:00 +0100",
                "30:00",
                "https://audio.rues.example/7/neige.ogg",
            ),
        ],
    ),
}
for name, (title, site, kind, items) in FEEDS.items():
    body = "".join(
        f"    <item>\n      <title>{shown}</title>\n      <link>{site}/episodes/{sound.rsplit('/', 1)[1].rsplit('.', 1)[0]}</link>\n"
        f"      <pubDate>{day}</pubDate>\n      <itunes:duration>{length}</itunes:duration>\n"
        f'      <enclosure url="{sound}" length="{int(length[:2]) * 960000}" type="{kind}"/>\n    </item>\n'
        for shown, day, length, sound in items
    )
    write_text(
        Path(__file__).parent,
        name,
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">\n'
        f"  <channel>\n    <title>{title}</title>\n    <link>{site}/</link>\n    <language>fr</language>\n{body}  </channel>\n</rss>\n",
    )
