"""Shorthand: one line, as clinicians write a case at the bedside, becomes facts.

A line is normalised, cut into known words (`lexing`; slips of the keyboard are mended,
`spelling`), then into clauses (`clauses`). Each group of facts finds its mentions there and
claims what they say (`groups`). A claim is held, with a reason, as soon as anything beside it
casts doubt on it or is not understood (`mentions`); claims that agree become facts (`claims`).
What is left out is always told. All words are compiled together, at the first line that is read.
"""
