"""Coreference: which of an article's mentions mean the same person, body or place."""
