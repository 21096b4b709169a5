from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.local_paths import safe_local_path


@pytest.mark.parametrize("path", ["/", "/accueil", "/campagnes/DECOUV123?a=1&b=%2F", "/a#b", "/é"])
def test_a_path_of_ours_is_kept(path: str) -> None:
    assert safe_local_path(path) == path


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "accueil",
        "//ailleurs.fr",
        "/\\ailleurs.fr",
        "https://ailleurs.fr",
        "javascript:alert(1)",
        "/a\nSet-Cookie: x=1",
        "/\t/ailleurs.fr",
        "/a b",
        "/a\x00",
        "/" + "a" * 20_000,
        "\\\\ailleurs.fr",
        "/a\\b",
    ],
)
def test_anything_else_is_not(value: str | None) -> None:
    assert safe_local_path(value) is None


@given(st.text(alphabet="/\\:@?#.ax\t\n\r %é") | st.text())
def test_what_is_kept_never_leaves_the_site(value: str) -> None:
    kept = safe_local_path(value)
    if kept is not None:
        # Browsers drop tabs and line ends and read \ as /, then resolve.
        seen = kept.translate({9: None, 10: None, 13: None}).replace("\\", "/")
        assert urlsplit(urljoin("https://pix.test/x", seen)).netloc == "pix.test"
