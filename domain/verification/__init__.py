"""Checks of the rules against themselves, to be run on the machine that will use them."""
