"""Mentions: names, titles and groups in one article, and who is meant by each."""

from rawi.annotating.mentions.annotate import annotate_mentions
from rawi.annotating.mentions.config import MentionsConfig

__all__ = ["MentionsConfig", "annotate_mentions"]
