"""Who copied whom: aligned passages shared by two articles."""

from rawi.comparing.reuse.config import ReuseConfig
from rawi.comparing.reuse.finding import find_reuse

__all__ = ["ReuseConfig", "find_reuse"]
