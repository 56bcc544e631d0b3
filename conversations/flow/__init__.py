"""The consult as a state machine: a consult and an event in, a consult and a view out."""
