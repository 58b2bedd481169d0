"""What happened: event mentions with PLOVER types and roles."""

from rawi.annotating.events.annotate import EventsConfig, annotate_events

__all__ = ["EventsConfig", "annotate_events"]
