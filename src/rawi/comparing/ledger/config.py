"""Settings of the ledger."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LedgerConfig:
    """What counts as the same commitment, and what is shown.

    least_score: commitments below it (0..1) are not followed; what is barely a commitment is no entry of a ledger.
    same: score from which two commitments are one (0..1, uncalibrated): at 0.55 the seeds' withdrawal statements of one
        side meet and its promises of help stay apart.
    side_weight, action_weight, words_weight: shares of the score; actor and action outweigh the wording.
    unknown_side: part of the side's weight that a pair gets where one actor is not known.
    named_action: what an action is worth that one wording is about and the other only names.
    least_words: likeness of words from which wordings without a common action may be one commitment.
    other_action: part of the words' likeness that is left where both name actions, but different ones.
    context_weight: weight of countries named only near the wording; they tell apart bare wordings (سنغادر قريبا).
    nothing_shared: what a pair loses that has only side and action in common (to help this one, to help that one).
    far_days: days between two articles from which a pair loses ``far_loss``: promises of another year are others.
    crowded: members of a block from which it is cut finer by another word; all demands of a ministry are no block.
    bare: keys of a wording up to which its context is asked.
    one_article: likeness of words below which two full wordings of one article are two commitments: a speaker lists
        what he promises. Of 40 groups of 2,000 articles read, 3 of the 7 wrong ones held such a list. Conditions are
        exempt.
    silence_reach: characters behind a commitment in which "no timetable" belongs to it.
    """

    least_score: float = 0.5
    same: float = 0.55
    side_weight: float = 0.3
    action_weight: float = 0.3
    words_weight: float = 0.4
    unknown_side: float = 0.4
    named_action: float = 0.4
    least_words: float = 0.5
    other_action: float = 0.5
    context_weight: float = 0.5
    nothing_shared: float = 0.2
    far_days: int = 500
    far_loss: float = 0.15
    crowded: int = 60
    bare: int = 3
    one_article: float = 0.25
    silence_reach: int = 250
