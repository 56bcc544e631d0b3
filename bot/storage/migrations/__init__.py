"""Alembic's scripts: one file a schema change, never edited once released."""
