"""A landscape whose source holds a word in strokes, not shown and written before the sky."""

from pathlib import Path

STROKES = [
    "M40 30 V95 H80",
    "M100 30 V80 L112 95 H133 L145 80 V30",
    "M165 30 H225 M195 30 V95",
    "M245 30 V95",
    "M265 95 V30 L315 95 V30",
]
word = "\n".join(f'    <path d="{stroke}"/>' for stroke in STROKES)
(Path(__file__).parent / "paysage.svg").write_text(
    f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 220" width="720" height="440">
  <g id="g1" display="none" fill="none" stroke="#b8384c" stroke-width="9" stroke-linejoin="round">
{word}
  </g>
  <rect id="ciel" width="360" height="220" fill="#cfe6f5"/>
  <circle id="soleil" cx="335" cy="125" r="16" fill="#f4c430"/>
  <path id="colline" d="M0 220 V170 Q90 90 190 165 T360 150 V220 z" fill="#2f8f5b"/>
  <g id="maison">
    <rect x="70" y="130" width="50" height="40" fill="#ffffff" stroke="#1c2430"/>
    <path d="M64 130 L95 104 L126 130 z" fill="#b8384c"/>
  </g>
</svg>
""",
    encoding="utf-8",
)
