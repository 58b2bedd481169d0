"""What can go wrong, as exceptions: one tree, so that a caller can catch ``RawiError``."""

from __future__ import annotations


class RawiError(Exception):
    """Base of all errors that Rawi raises on purpose. The message says what failed, what was given and what to do."""


class InputError(RawiError):
    """An input (file, folder, table, page) that can't be read as asked."""


class DossierError(RawiError):
    """A dossier file that is missing, of another kind, of a newer version, or can't be written."""


class KnowledgeError(RawiError):
    """A knowledge table with a mistake; the message names file and line."""


class ModelError(RawiError):
    """A tagger's or scorer's weights that are missing or corrupt; the message names the file."""


class ContractError(RawiError):
    """A line that doesn't follow the interchange format."""
