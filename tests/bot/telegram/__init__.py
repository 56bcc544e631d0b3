"""The bot as a person with a phone meets it."""
