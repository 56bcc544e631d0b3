"""The consult on Telegram."""

import os
import sys

# python-telegram-bot gives time spans as `timedelta`, as its next major version always will.
os.environ.setdefault("PTB_TIMEDELTA", "true")

# Its HTTP client, which we do without, would load a command line of its own with everything that
# draws it: six megabytes that nobody uses.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # None is how Python is told
