"""What the bot remembers between two taps, and for how long.

`opening.open_storage` is the way in; `interface` says what can be asked. Everything here may fail
or be lost without harm to a consult: each button carries the whole case, so the bot goes on.
"""
