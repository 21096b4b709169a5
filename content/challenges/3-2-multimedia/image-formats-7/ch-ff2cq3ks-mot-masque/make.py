"""A landscape whose source holds a word in strokes, not shown and written before the sky."""

from pathlib import Path

STROKES = [
    "M40 60 V140 H80",
    "M100 60 V120 L115 140 L130 140 L145 120 V60",
    "M165 60 H225 M195 60 V140",
    "M245 60 V140",
    "M265 140 V60 L315 140 V60",
]
word = "\n".join(f'    <path d="{stroke}"/>' for stroke in STROKES)
(Path(__file__).parent / "paysage.svg").write_text(
    f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 220" width="720" height="440">
  <g id="g1" display="none" fill="none" stroke="#b8384c" stroke-width="9">
{word}
  </g>
  <rect id="ciel" width="360" height="220" fill="#cfe6f5"/>
  <circle id="soleil" cx="290" cy="50" r="26" fill="#f4c430"/>
  <path id="colline" d="M0 220 V170 Q90 90 190 165 T360 150 V220 z" fill="#2f8f5b"/>
  <g id="maison">
    <rect x="70" y="130" width="50" height="40" fill="#ffffff" stroke="#1c2430"/>
    <path d="M64 130 L95 104 L126 130 z" fill="#b8384c"/>
  </g>
</svg>
""",
    encoding="utf-8",
)
