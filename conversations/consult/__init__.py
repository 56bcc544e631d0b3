"""The state of a consult, and the code in which it travels."""
