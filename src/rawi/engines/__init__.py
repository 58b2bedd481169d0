"""Where the work is computed."""
