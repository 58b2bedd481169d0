"""Pictures as SVG, with labels that read right to left."""
