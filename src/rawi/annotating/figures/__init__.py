"""Figures: numbers with tolerance, unit, thing counted, as-of, and the measure that makes them comparable."""

from rawi.annotating.figures.stage import FiguresConfig, annotate_figures

__all__ = ["FiguresConfig", "annotate_figures"]
