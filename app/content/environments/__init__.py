"""The simulated environments. To add one: a file here, a component in `components/environments`, a sample in tests."""

from app.content.environments.mailbox import Mailbox

AnyWorld = Mailbox

ENVIRONMENTS = {str(one.__struct_config__.tag): one for one in (Mailbox,)}
"""Struct by the name written in `is:`."""
