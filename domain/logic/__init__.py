"""Stating conditions about facts, and knowing exactly what partial knowledge leaves possible."""
