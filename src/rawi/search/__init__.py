"""Words, meanings and other languages -> passages."""
