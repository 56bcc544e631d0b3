"""The bot killed at any moment: nothing that a person saw accepted is lost."""
