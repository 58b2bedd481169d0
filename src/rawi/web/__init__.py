"""The reading room: pages over a dossier, right to left, every statement one click from its words."""
