"""Many cases at once: lines in, one result a line out, however many there are."""
