"""What the grouping of quotations into utterances hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from rawi.comparing.utterances.voices import VoiceRelation
from rawi.comparing.vectors import Weights

# One number, or one for each pair of many.
Share = TypeVar("Share", float, Weights)


@dataclass(frozen=True, slots=True)
class UtterancesConfig:
    """Limits of the comparison. Shares and scores are 0..1, times in days.

    The score of a pair is how much meaning both hold in common, moved by what speaks for or against one act of
    speaking. 166 pairs of renderings from three days of August 2015, drawn from all degrees of likeness and judged by
    reading, gave the weights: containment of the shorter put 15% right pairs over the old threshold where the cosine
    puts 75% (one speaker, two articles) at nearly the same recall; the best clause finds one statement of several.
    Sentence vectors (USE) parted them by 2 points of AUC better, not enough for a package of 32 MB.

    prior: articles for which the shipped table of common words stands.
    affair: articles that may share a word because they tell one affair; what more have is what all are about.
    gathered: articles that are added to a corpus's own where such words are counted. Of 66 articles of 2024 about one
      subject, the groups over two articles fell from 79 to 66, and most that went were of two statements that shared
      the subject's words alone.
    fewest: articles that count for a word of no more than ``affair``.
    block_terms, least_terms, most_renderings: a pair is looked up by the heaviest keys of each; it must share so many,
      and a key of more renderings within the window proposes nothing. Renderings of one speaker need to share one.
    lag: days before publication on which words without a date of their own may have been said. Two occasions must
      overlap: the same line by the same man at another time is another utterance.
    date_reach: characters between a cue and a date that tells when the words were said.
    clause_words: words that a clause must have to be compared by itself.
    containment, clause: parts of the shorter one's containment and of the best clause in the meaning; the rest is the
      cosine of all words.
    same: score from which a rendering belongs to the founder's utterance.
    weighed: score from which a pair counts where two groups are weighed against each other.
    merge: mean score between the members of two groups from which they are one: the founders of both told much else.
    least_weight: keys of less weight in all (about two telling words) are too little to join on.
    same_story, copied, in_order: added where the articles tell one story, where the words lie in copied passages, and
      where the shared words stand in one order.
    headline, lead_points, then_quoted, goes_on: in one article, added where the first stands in the headline, in the
      lead, or reports what the second quotes; taken off where the second's cue says that more is said. Of 73 judged
      pairs of one article they part right from wrong ones by 4 points of AUC more than likeness alone.
    lead: characters of an article, its headline left aside, that sum up what it tells.
    told_inside, told_share: score of a report and the speech inside it where the speech is so large a part of it.
    like, unknown, one_state, other_voice, other_body, other_speaker: taken off for voices that are not surely one,
      see :data:`rawi.comparing.utterances.voices.VoiceRelation`.
    numbers, negation: taken off where both give numbers and none is shared; where one denies what the other says.
    verbatim: word-by-word likeness from which two renderings are the same words.
    shortened: part of the shorter one's words that the longer holds, in order.
    """

    prior: float = 2000.0
    affair: int = 10
    gathered: float = 60.0
    fewest: float = 0.01
    block_terms: int = 24
    least_terms: int = 3
    most_renderings: int = 150
    lag: int = 4
    date_reach: int = 40
    clause_words: int = 4
    containment: float = 0.2
    clause: float = 0.4
    same: float = 0.39
    weighed: float = 0.2
    merge: float = 0.2
    least_weight: float = 5.0
    told_inside: float = 0.9
    told_share: float = 0.4
    same_story: float = 0.05
    copied: float = 0.3
    in_order: float = 0.05
    headline: float = 0.15
    lead_points: float = 0.08
    then_quoted: float = 0.1
    goes_on: float = 0.1
    lead: int = 300
    like: float = 0.1
    unknown: float = 0.12
    one_state: float = 0.05
    other_voice: float = 0.2
    other_body: float = 0.3
    other_speaker: float = 0.7
    numbers: float = 0.7
    negation: float = 0.7
    verbatim: float = 0.93
    shortened: float = 0.8

    def cost_of(self, voices: VoiceRelation) -> float:
        """What is taken off for two voices that stand so to each other."""
        return 0.0 if voices == "same" else float(getattr(self, voices))

    def meaning(self, containment: Share, cosine: Share, clause: Share) -> Share:
        """Containment, cosine and best clause of pairs as one number (or one for each pair)."""
        rest = 1 - self.containment - self.clause
        return self.containment * containment + self.clause * clause + rest * cosine
