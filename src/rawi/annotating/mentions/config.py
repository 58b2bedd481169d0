"""Limits of finding mentions. Figures: 50 labelled articles that no tagger was trained on (1,054 names), 2015."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MentionsConfig:
    """Thresholds on the tagger's score (mean probability of a span's words, 0..1) and on trust in rules.

    least_score: a tagged name below it is dropped unless something else speaks for it.
    least_place, least_body: the same for places and organisations of one word that no table knows; of such names 5 of
    20 places below .85 and 2 of 15 organisations below .8 were right. least_words: for longer ones (2 of 9 below .7).
    doubtful: a name tagged at least so surely anywhere in the article keeps its other tags from being dropped.
    remembered: a name of at least this score is looked for in the rest of the article.
    gazetteer_trust, memory_trust, rule_trust: the score of names found by these alone.
    gazetteer_vote: how much a known type counts beside the tagger's scores when an article's readings are weighed.
    surname_vote: the same for a bare word that is the last of a full name in the article; a place of that name would
    need two sure tags to be believed.
    longest_name: tokens; a longer tagged span is no flat name (the longest of 9,000 labelled ones has 19).
    """

    least_score: float = 0.45
    least_place: float = 0.8
    least_body: float = 0.75
    least_words: float = 0.65
    doubtful: float = 0.85
    remembered: float = 0.8
    gazetteer_trust: float = 0.75
    memory_trust: float = 0.65
    rule_trust: float = 0.5
    gazetteer_vote: float = 0.8
    surname_vote: float = 2.0
    longest_name: int = 20
