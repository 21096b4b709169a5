"""Four short sounds: loud and round, soft, clipped then lowered, with a silence."""

import io
import sys
import wave
from math import pi, sin
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402

RATE, SECONDS = 8000, 4


def sound(shape) -> bytes:
    data = bytes(128 + round(120 * shape(n / RATE)) for n in range(RATE * SECONDS))
    kept = io.BytesIO()
    with wave.open(kept, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(1)
        out.setframerate(RATE)
        out.writeframes(data)
    return kept.getvalue()


def tone(t: float) -> float:
    return sin(2 * pi * 220 * t) * (0.75 + 0.25 * sin(2 * pi * t))


write_zip(
    Path(__file__).parent,
    "extraits.zip",
    {
        "A.wav": sound(lambda t: 0.95 * tone(t)),
        "B.wav": sound(lambda t: 0.25 * tone(t)),
        "C.wav": sound(lambda t: 0.5 * max(-1.0, min(1.0, 3 * tone(t)))),
        "D.wav": sound(lambda t: 0 if 1.2 < t < 2.9 else 0.6 * tone(t)),
    },
)
