"""Promises, plans, demands, refusals, forecasts and conditions in an article."""

from rawi.annotating.commitments.annotate import CommitmentsConfig, annotate_commitments

__all__ = ["CommitmentsConfig", "annotate_commitments"]
