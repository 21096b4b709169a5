"""Four pictures, each with the source it declares in its metadata."""

import io
import sys
from pathlib import Path

from PIL import Image

sys.path.append(str(Path(__file__).resolve().parents[4]))
from making import write_zip  # noqa: E402

SOURCES = {
    "A": "compositeWithTrainedAlgorithmicMedia",
    "B": "digitalCapture",
    "C": "trainedAlgorithmicMedia",
    "D": "negativeFilm",
}


def picture(number: int, source: str) -> bytes:
    xmp = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
        f'Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/{source}"/>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    image = Image.new("RGB", (320, 200))
    for y in range(200):
        shade = 70 + y * 150 // 200
        image.paste((shade, 120 + 20 * number, 240 - shade // 2), (0, y, 320, y + 1))
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=85, xmp=xmp.encode())
    return kept.getvalue()


write_zip(
    Path(__file__).parent,
    "vues.zip",
    {f"{name}.jpg": picture(k, source) for k, (name, source) in enumerate(SOURCES.items())},
)
