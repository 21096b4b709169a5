# The 500 coded frames: key frames every 24, with extra ones where the shot changes.
import random

draw = random.Random(7)
gaps = [24, 24, 11, 24, 17, 24, 24, 9, 24, 24, 13, 24, 24, 17, 24, 24, 24, 11, 24, 24, 24, 17, 24]
keys, rank = set(), 1
for gap in gaps:
    keys.add(rank)
    rank += gap
keys.add(rank)
lines = ["rang;type;octets"]
for rank in range(1, 501):
    if rank in keys:
        kind, size = "I", draw.randint(38000, 52000)
    elif rank % 3 == 0:
        kind, size = "P", draw.randint(6000, 14000)
    else:
        kind, size = "B", draw.randint(1500, 4500)
    lines.append(f"{rank};{kind};{size}")
with open("images-codees.csv", "w", encoding="utf-8", newline="") as file:
    file.write("\r\n".join(lines) + "\r\n")
