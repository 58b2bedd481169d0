"""Where a dossier is kept: one file, one schema, SQLite by default."""
