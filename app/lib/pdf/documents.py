"""From a template and facts to a PDF.

A template (`*.typ`, beside the code that fills it) holds a layout and no words: https://typst.app/docs. It begins with
`#import "/app/lib/pdf/house.typ": *`. The facts reach it as JSON, so that what people typed is text, never code.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import typst

from app.lib.pdf.letters import all_writable

ROOT = Path(__file__).resolve().parents[3]
"""What templates may read: the folder of the project."""
FONTS = Path(__file__).with_name("fonts")
MEDIA = "application/pdf"


async def document(template: Path, facts: Mapping[str, Any], *, title: str, language: str) -> bytes:
    """The PDF, tagged for screen readers: it is refused (`typst.TypstError`, a defect of the template) when it breaks
    a rule of PDF/UA-1 that a program can check. The same facts give the same bytes.
    """
    return await asyncio.to_thread(drawn, template, facts, title=title, language=language)


def drawn(template: Path, facts: Mapping[str, Any], *, title: str, language: str) -> bytes:
    """The same, for who is in a thread already: some milliseconds during which others run."""
    data = json.dumps(all_writable({**facts, "title": title, "language": language}), ensure_ascii=False)
    compiler = typst.Compiler(
        template, root=ROOT, font_paths=_fonts(), ignore_system_fonts=True, sys_inputs={"data": data}
    )
    made = compiler.compile(format="pdf", pdf_standards=["ua-1"])
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    """Ours alone: a document is the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
