"""Published results as files to download, the same for a centre, a school and who ordered them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from litestar import Response

from app.certification.results.published import PublishedResult
from app.certification.results.spreadsheet import Words, as_csv, as_ods
from app.content.releases import current_index
from app.lib.clock import now
from app.lib.ods import MIMETYPE
from app.web.downloads import download_headers, file_name
from app.web.formats import local_time
from app.web.languages import translator
from app.web.pages import AnyRequest
from app.web.visitor import visitor_of

CSV = "text/csv; charset=utf-8"


async def csv_answer(
    request: AnyRequest, results: Sequence[PublishedResult], name: str, *, divisions: bool = False
) -> Response[bytes]:
    """`name`: of the file, before its date."""
    content = await asyncio.to_thread(as_csv, results, _words(request), divisions=divisions)
    return _answer(content, CSV, name, "csv")


async def ods_answer(
    request: AnyRequest, results: Sequence[PublishedResult], name: str, *, divisions: bool = False
) -> Response[bytes]:
    content = await asyncio.to_thread(as_ods, results, _words(request), divisions=divisions)
    return _answer(content, MIMETYPE, name, "ods")


def _words(request: AnyRequest) -> Words:
    language = visitor_of(request).language
    competences = sorted(current_index().competences.items())
    named = [(code, one.english if language == "en" else one.name) for code, one in competences]
    return Words(translator(language), named)


def _answer(content: bytes, media_type: str, name: str, extension: str) -> Response[bytes]:
    full = file_name(f"{name}-{local_time(now()):%Y-%m-%d}", extension)
    return Response(content, media_type=media_type, headers=dict(download_headers(full)))
