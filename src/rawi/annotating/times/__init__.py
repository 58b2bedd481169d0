"""Times of one article: found, valued, and valued again when the article's date becomes known."""

from rawi.annotating.times.stage import TimesConfig, annotate_times, resolve_times

__all__ = ["TimesConfig", "annotate_times", "resolve_times"]
