"""Our figures against gold."""
