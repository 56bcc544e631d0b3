"""What the rules make of a case."""
