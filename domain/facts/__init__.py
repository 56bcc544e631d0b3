"""The facts of a case: their names, their values, and which of them can stand together."""
