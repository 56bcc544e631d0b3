"""Everything that touches the world: Telegram, terminal, files, database, network, clock."""
