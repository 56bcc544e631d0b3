"""The web endpoint: webhook, health, metrics."""
