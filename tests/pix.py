"""`python -m tests.pix serve …`: the `pix` command, with the components that the run of tests has compiled."""

from __future__ import annotations

import os
import sys

from app.cli import main
from tests.sharing import FOLDER, share_compiled_components

if __name__ == "__main__":
    if FOLDER in os.environ:
        share_compiled_components()
    sys.exit(main())
