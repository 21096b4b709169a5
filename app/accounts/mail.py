"""Posts messages beside the answer: a slow or broken mail server never delays or fails a page."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from app.lib.mail import Mail, send
from app.settings import settings

log = logging.getLogger(__name__)

_threads = ThreadPoolExecutor(max_workers=2, thread_name_prefix="mail")
_under_way: set[asyncio.Task[None]] = set()


def post(mail: Mail) -> None:
    """Send soon, in a thread. Call it after the transaction: what is rolled back must not be announced."""
    task = asyncio.get_running_loop().create_task(_send(mail))
    _under_way.add(task)
    task.add_done_callback(_under_way.discard)


async def all_sent(seconds: float | None = None) -> None:
    """Wait for the messages under way, not longer than that: when the server stops, in tests."""
    if _under_way:
        await asyncio.wait(_under_way, timeout=seconds)


async def _send(mail: Mail) -> None:
    url, sender = (
        settings().mail_url,
        f"ne-pas-repondre@{urlsplit(settings().base_url).hostname or 'localhost'}",
    )
    try:
        await asyncio.get_running_loop().run_in_executor(_threads, send, mail, url, sender)
    except Exception:
        log.exception("Message not sent: %s", mail.subject)
