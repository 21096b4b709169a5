"""The service worker (`static/js/sw.js`) with the names of the files that it keeps, and a version that follows them."""

from __future__ import annotations

import hashlib
import json
from functools import cache

from app.web.components import COMPONENTS
from app.web.static import assets

KEPT = ("css/pix.css", "js/app.js", "js/offline.js", "icons.svg", "icon.svg")
"""What the offline page needs."""
_PAGE = ("web/offline.html", "web/offline_page.html", "layouts/offline.html", "layouts/plain.html", "layouts/base.html")


@cache
def service_worker() -> bytes:
    """The script: browsers take it for a new one as soon as a byte of it changes."""
    source = assets()["js/sw.js"].raw
    files = [assets()[name].url for name in KEPT]
    said = [source, *(file.encode() for file in files), *((COMPONENTS / name).read_bytes() for name in _PAGE)]
    version = hashlib.sha256(b"".join(said)).hexdigest()[:10]
    return f"const VERSION = {json.dumps(version)}, FILES = {json.dumps(files)};\n".encode() + source
