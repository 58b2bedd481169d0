"""Times in Arabic text: what is meant, how it is said, and which days it is."""
