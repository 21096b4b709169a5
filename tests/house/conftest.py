"""Failures of the swap test show the lines that differ."""

import pytest

pytest.register_assert_rewrite("tests.house.swap")
