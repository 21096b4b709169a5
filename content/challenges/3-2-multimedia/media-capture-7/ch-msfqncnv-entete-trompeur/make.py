"""A pure sound of 400 Hz measured 9,600 times a second; the header says 12,000."""

import wave
from math import pi, sin
from pathlib import Path

REAL, SAID, SECONDS = 9600, 12000, 15

with wave.open(str(Path(__file__).parent / "mesures.wav"), "wb") as out:
    out.setnchannels(1)
    out.setsampwidth(1)
    out.setframerate(SAID)
    out.writeframes(bytes(128 + round(50 * sin(2 * pi * 400 * n / REAL)) for n in range(REAL * SECONDS)))
