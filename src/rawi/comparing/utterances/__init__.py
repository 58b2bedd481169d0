"""Utterances: one act of speaking with all its renderings, and what the renderings changed."""

from rawi.comparing.utterances.config import UtterancesConfig
from rawi.comparing.utterances.differences import WordChange, diff_words
from rawi.comparing.utterances.grouping import group_utterances

__all__ = ["UtterancesConfig", "WordChange", "diff_words", "group_utterances"]
