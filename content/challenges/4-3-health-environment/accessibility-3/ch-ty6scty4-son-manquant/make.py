"""Two soundtracks and their subtitles; one subtitle leaves out a sound that its words answer."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402

FILMS = {  # (start, end, words of the subtitle), and the soundtrack
    "film-le-train": (
        [
            ("00:00:04", "00:00:07", "LÉA : On arrive quand ?"),
            ("00:00:08", "00:00:11", "MAMAN : Bientôt. Regarde la plage !"),
            ("00:00:15", "00:00:18", "[Sifflet du contrôleur]\nCONTRÔLEUR : Billets, s’il vous plaît."),
            ("00:00:20", "00:00:23", "MAMAN : Voilà le mien, et celui de ma fille."),
            ("00:00:26", "00:00:29", "LÉA : Maman ! Il pleure, ton sac ?"),
            ("00:00:31", "00:00:35", "MAMAN : Oh, le chaton ! Il a faim."),
            ("00:00:37", "00:00:40", "LÉA : Je le savais !"),
        ],
        [
            "00:04 LÉA : On arrive quand ?",
            "00:08 MAMAN : Bientôt. Regarde la plage !",
            "00:12 (roulement du train, au loin)",
            "00:15 sifflet du contrôleur, puis CONTRÔLEUR : Billets, s’il vous plaît.",
            "00:20 MAMAN : Voilà le mien, et celui de ma fille.",
            "00:26 un petit miaulement sort du sac de maman, puis LÉA : Maman ! Il pleure, ton sac ?",
            "00:31 MAMAN : Oh, le chaton ! Il a faim.",
            "00:35 (froissement d’un journal, deux rangs plus loin)",
            "00:37 LÉA : Je le savais !",
        ],
    ),
    "film-la-grange": (
        [
            ("00:00:03", "00:00:06", "ZÉLIE : Il fait noir, ici."),
            ("00:00:08", "00:00:11", "[Grincement d’une porte]\nTOM : Chut, quelqu’un arrive."),
            ("00:00:14", "00:00:18", "VOIX : Qui est là ? Montrez-vous !"),
            ("00:00:21", "00:00:24", "TOM : Ouf, le chien n’aboie plus, il est parti."),
            ("00:00:27", "00:00:31", "ZÉLIE : On peut sortir, alors."),
            ("00:00:34", "00:00:37", "[Rires]\nTOM : Ce n’était que Papi."),
        ],
        [
            "00:03 ZÉLIE : Il fait noir, ici.",
            "00:06 (pluie sur le toit)",
            "00:08 grincement d’une porte, puis TOM : Chut, quelqu’un arrive.",
            "00:14 VOIX : Qui est là ? Montrez-vous !",
            "00:21 trois aboiements qui s’éloignent, puis TOM : Ouf, le chien n’aboie plus, il est parti.",
            "00:27 ZÉLIE : On peut sortir, alors.",
            "00:32 (pluie sur le toit)",
            "00:34 rires, puis TOM : Ce n’était que Papi.",
        ],
    ),
}
for name, (subtitles, track) in FILMS.items():
    srt = "\n".join(f"{k}\n{start},000 --> {end},000\n{text}\n" for k, (start, end, text) in enumerate(subtitles, 1))
    write_zip(
        Path(__file__).parent,
        f"{name}.zip",
        {
            "sous-titres.srt": srt,
            "bande-son.txt": "Bande-son (paroles et bruits ; entre parenthèses, les bruits d’ambiance sans importance)\n\n"
            + "\n".join(track)
            + "\n",
        },
    )
