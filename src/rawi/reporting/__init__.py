"""Dossier -> people: the brief, its checker, and the sentences that explain a record."""
