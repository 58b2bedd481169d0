"""Pure functions on Arabic strings; word lists as data files."""
