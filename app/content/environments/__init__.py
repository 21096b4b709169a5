"""The simulated environments. To add one: a file here, a component in `components/environments`, a sample in tests."""

from app.content.environments.bench import Bench
from app.content.environments.browser import Browser
from app.content.environments.chat import Chat
from app.content.environments.cookies import Cookies
from app.content.environments.device import Device
from app.content.environments.dialogue import Dialogue
from app.content.environments.drive import Drive
from app.content.environments.editor import Editor
from app.content.environments.files import Files
from app.content.environments.inspector import Inspector
from app.content.environments.mailbox import Mailbox
from app.content.environments.publisher import Publisher
from app.content.environments.robot import Robot
from app.content.environments.search import Search
from app.content.environments.social import Social
from app.content.environments.spreadsheet import Spreadsheet
from app.content.environments.terminal import Terminal

AnyWorld = (
    Mailbox
    | Device
    | Dialogue
    | Spreadsheet
    | Social
    | Terminal
    | Search
    | Browser
    | Cookies
    | Chat
    | Files
    | Inspector
    | Publisher
    | Drive
    | Robot
    | Bench
    | Editor
)

ENVIRONMENTS = {str(one.__struct_config__.tag): one for one in AnyWorld.__args__}
"""Struct by the name written in `is:`."""
