"""The centre, its team and its sessions."""

from __future__ import annotations

from tests.certification.conftest import centre, martine, nadia, other_centre, session

__all__ = ["centre", "martine", "nadia", "other_centre", "session"]  # fixtures
