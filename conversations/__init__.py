"""The consult: events in, screens out.

Questions, state, transitions, case code, screens and report, in both languages. Nothing
here knows Telegram or a terminal, reads a file or a clock, or keeps anything between two
events: the case code carries the state.
"""
