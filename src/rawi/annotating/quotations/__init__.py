"""Quotations: what was said, by whom, through whom, and what was not said."""

from rawi.annotating.quotations.annotate import QuotationsConfig, annotate_quotations

__all__ = ["QuotationsConfig", "annotate_quotations"]
