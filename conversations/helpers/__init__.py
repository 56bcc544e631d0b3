"""Helpers inside the consult, for values that a clinician may not have ready.

What was entered so far is the subject of the helper's view, so it travels in the buttons
like everything else.
"""
