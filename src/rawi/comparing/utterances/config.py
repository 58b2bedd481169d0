"""What the grouping of quotations into utterances hangs on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UtterancesConfig:
    """Limits of the comparison. Shares and scores are 0..1, times in days.

    The score of a pair is how much of the shorter rendering's weight of meaning the other holds, moved by what speaks
    for or against one act of speaking. The points were set by hand; the seeds' 21 families and 25 look-alikes gave the
    measure (72% joined, 91% apart with hand-made quotations). Sentence vectors (USE) parted the same pairs no better
    and are not used.

    prior: articles for which the shipped table of common words stands.
    block_terms, least_terms, most_renderings: a pair is looked up by the heaviest roots of each; it must share so many,
      and a root of more renderings within the window proposes nothing. Renderings of one speaker need to share one.
    lag: days before publication on which words without a date of their own may have been said. Two occasions must
      overlap: the same line by the same man at another time is another utterance.
    date_reach: characters between a cue and a date that tells when the words were said.
    containment: how far the share of the shorter counts; the rest is the cosine, which a short fragment never raises.
    same: score from which a rendering belongs to the founder's utterance.
    least_weight: roots of less weight in all (about two telling words) are too little to join on.
    same_story, copied, in_order: added where the articles tell one story, where the words lie in copied passages, and
      where the shared words stand in one order.
    told_inside, told_share: score of a report and the speech inside it where the speech is so large a part of it.
    unknown_speaker, other_voice, other_body, other_speaker: taken off where a speaker isn't known or unnamed; where a
      body speaks on one side and a person on the other (a ministry and its minister are one voice); where two bodies
      are named differently; and where two persons are.
    numbers, negation: taken off where both give numbers and none is shared; where one denies what the other says.
    verbatim: word-by-word likeness from which two renderings are the same words.
    shortened: part of the shorter one's words that the longer holds, in order.
    """

    prior: float = 2000.0
    block_terms: int = 24
    least_terms: int = 3
    most_renderings: int = 150
    lag: int = 4
    date_reach: int = 40
    containment: float = 0.65
    same: float = 0.3
    least_weight: float = 5.0
    told_inside: float = 0.9
    told_share: float = 0.4
    same_story: float = 0.05
    copied: float = 0.3
    in_order: float = 0.1
    unknown_speaker: float = 0.15
    other_voice: float = 0.2
    other_body: float = 0.3
    other_speaker: float = 0.7
    numbers: float = 0.7
    negation: float = 0.7
    verbatim: float = 0.93
    shortened: float = 0.8
