"""Times in Arabic text: what is meant (:mod:`meaning`), how it is said (the grammar), and which days it is (:mod:`resolve`)."""
