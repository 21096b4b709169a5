"""Two business cards, drawn from their lines."""

from pathlib import Path

CARDS = {
    "carte-lea.svg": (
        "#5243aa",
        "Léa Dufour",
        "photographe",
        ["Tél. 06 39 98 12 07", "lea-dufour.example", "@lea_dufour07 sur Piaf", "lea_dufour-07@courriel.example"],
    ),
    "carte-velo.svg": (
        "#006644",
        "Atelier vélo",
        "association Les Chats perchés",
        [
            "Tél. 01 99 00 45 10",
            "www.les-chats-perches.example",
            "atelier.velo@les-chats-perches.example",
            "@chats_perches sur Piaf",
        ],
    ),
}
for name, (colour, title, subtitle, lines) in CARDS.items():
    body = "".join(f'<text x="40" y="{150 + 34 * place}">{line}</text>' for place, line in enumerate(lines))
    Path(name).write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 300" width="560" height="300" font-family="sans-serif" font-size="21">'
        f'<rect width="560" height="300" fill="#dfe1e6"/><rect x="14" y="14" width="532" height="272" rx="10" fill="#ffffff"/><rect x="14" y="14" width="532" height="92" rx="10" fill="{colour}"/>'
        f'<g fill="#ffffff"><text x="40" y="58" font-size="30" font-weight="bold">{title}</text><text x="40" y="90" font-size="18">{subtitle}</text></g>'
        f'<g fill="#172b4d">{body}</g></svg>\n',
        encoding="utf-8",
    )
