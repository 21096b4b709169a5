"""Four plans of a room: window, person, camera, microphone."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from drawing import box, line, words, write_svg  # noqa: E402


def room(x: float, y: float, name: str, facing: bool, near: bool) -> str:
    person, camera = (150, 70) if facing else (70, 150)
    mic = (175, person + 12) if near else (22, 45 if facing else 190)
    return (
        f'<g transform="translate({x} {y})">{words(0, -8, "Plan " + name, weight="bold", size=16)}'
        + box(0, 0, 280, 210, "#eef1f5")
        + box(80, 0, 120, 8, "#f4c430")
        + words(140, 26, "fenêtre", anchor="middle", size=13)
        + f'<circle cx="140" cy="{person}" r="16" fill="#d9822b" stroke="#1c2430"/>'
        + words(112, person + 5, "personne", anchor="end", size=13)
        + box(128, camera - 8, 24, 16, "#2457a7")
        + words(112, camera + 5, "caméra", anchor="end", size=13)
        + line(140, person + (-16 if facing else 16), 140, camera + (12 if facing else -12), dash="4 4")
        + f'<circle cx="{mic[0]}" cy="{mic[1]}" r="6" fill="#b8384c"/>'
        + words(mic[0] + 10, mic[1] + 5, "micro", size=13)
        + "</g>"
    )


write_svg(
    Path(__file__).parent / "installations.svg",
    620,
    510,
    room(15, 35, "A", False, True),
    room(325, 35, "B", True, True),
    room(15, 290, "C", True, False),
    room(325, 290, "D", False, False),
)
