"""What is measured of bots, one file a question."""
