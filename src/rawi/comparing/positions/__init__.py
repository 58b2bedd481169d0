"""Positions: what an actor asserted, denied, hedged or withdrew on an issue over time."""

from rawi.comparing.positions.stage import PositionsConfig, find_positions

__all__ = ["PositionsConfig", "find_positions"]
