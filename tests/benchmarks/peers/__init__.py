"""Other ways to build the same bot: the same questions, screens and report, another adapter.

Each is a program for an environment of its own, which `environments` makes. All of them keep what
was answered in memory, and edit one message in place.
"""
