"""Twelve seconds: silence, five notes of one second, silence."""

import wave
from math import pi, sin
from pathlib import Path

RATE = 8000
NOTES = {4: 392, 5: 440, 6: 494, 7: 440, 8: 392}

data = bytearray()
for n in range(12 * RATE):
    second = n // RATE
    level = 80 * sin(2 * pi * NOTES[second] * n / RATE) if second in NOTES else 0
    data.append(128 + round(level))
with wave.open(str(Path(__file__).parent / "bonjour.wav"), "wb") as out:
    out.setnchannels(1)
    out.setsampwidth(1)
    out.setframerate(RATE)
    out.writeframes(bytes(data))
