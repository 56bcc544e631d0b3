"""The consult on Telegram."""

import os

# python-telegram-bot gives time spans as `timedelta`, as its next major version always will.
os.environ.setdefault("PTB_TIMEDELTA", "true")
