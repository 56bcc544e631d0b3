"""The web endpoint: Telegram's webhook, health and metrics."""
