"""Settings of the timeline."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimelineConfig:
    """What counts as one happening, and what is shown.

    sure: confidence (0..1) below which a mention is not shown: of 31 judged ones below it, 2 were right.
    same: score from which two mentions are one happening (0..1, uncalibrated).
    party_weight, time_weight, place_weight, words_weight, story_weight: shares of the score. Participants and time tell
        happenings apart; words near the trigger hold what roles missed.
    unknown: part of a weight that counts where one side says nothing of it.
    lone_loss: what a pair loses that has one participant and few words in common and no story.
    few_words: likeness of words below which it does.
    near_days: days by which two single days of one happening may differ: night raids and time zones.
    crowded: members of a block from which it is cut finer by day.
    window: characters on each side of a trigger whose words are compared.
    longest_label: characters of a label.
    """

    sure: float = 0.3
    same: float = 0.52
    party_weight: float = 0.35
    time_weight: float = 0.25
    place_weight: float = 0.05
    words_weight: float = 0.25
    story_weight: float = 0.1
    unknown: float = 0.4
    lone_loss: float = 0.1
    few_words: float = 0.15
    near_days: int = 1
    crowded: int = 80
    window: int = 70
    longest_label: int = 90
