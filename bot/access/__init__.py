"""Who may use the bot, and how fast."""
