"""The timeline: event mentions of one happening brought together, in the order of time."""

from rawi.comparing.timeline.building import build_timeline
from rawi.comparing.timeline.config import TimelineConfig

__all__ = ["TimelineConfig", "build_timeline"]
