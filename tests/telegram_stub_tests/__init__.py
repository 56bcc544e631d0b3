"""The stub's own tests: what Telegram takes, what it refuses, and in which words."""
