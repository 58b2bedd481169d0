"""The written form: rows of the interchange format, version 1, both ways."""
