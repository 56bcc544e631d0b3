"""What the bot is run with: its image, its compose file, its systemd unit, their explanation."""
