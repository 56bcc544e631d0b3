"""Cutting a line into clauses: stretches in which words can speak of each other.

Commas, stops and words such as "but" and "now" end a clause; what stands in brackets is a
clause of its own if it speaks of something itself, and otherwise belongs to what it stands in
(`cutting`). Then what was cut too finely is joined again (`joining`): a clause that only
modifies ("PVTT, none"; `modifying`), and lists ("no new lesions, PVTT or EHS"; `lists`). What
is said of another patient or cancer, or planned, has been set apart before (`set_apart`).
"""
