"""A Bot API for load: well-formed answers, a settable delay, and little else.

`tests.telegram_stub` checks what a bot says; this one must never be what a benchmark waits for, so
it checks next to nothing. It keeps Telegram's rules where they decide how fast a bot can be: the
updates of one chat come to a webhook one after another, at most `max_connections` at once, and
whoever asks for updates again from the same offset within half a second gets only one.
"""
