"""Promises, plans, demands, refusals, forecasts and conditions in an article."""
