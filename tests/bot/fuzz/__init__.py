"""Random and hostile updates, through the real adapter, as fast as it goes."""
