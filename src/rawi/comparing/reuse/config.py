"""What the search for copied text hangs on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReuseConfig:
    """Limits of what counts as copied. Lengths are in words.

    shingle: words that must follow each other in both texts to make them candidates.
    least_shingles: different uncommon shingles that a candidate pair must share.
    most_articles: a shingle in more articles than this is a formula of the language (0.7% of saudinewsnet's are).
    outlet_days: a shingle that one outlet prints on so many different days is its furniture or formula; a dispatch is
      reprinted within a day or two.
    seed: words that must follow each other to begin an aligned passage.
    gap: words that may be changed, put in or left out inside a passage before it ends.
    shortest_passage: matching words that a passage must hold to be listed.
    least_passage: matching words, formulas not counted, of the longest passage: about one paragraph. Of 128 pairs
      judged by hand, stock phrases and titles reach 26 words, copied paragraphs begin at 28 (F1 98).
    least_share, least_words: a short text counts as copied from so large a share of its words, if they are so many.
    duplicate_share: both texts share so much of their words: near duplicates.
    cut_share: a text of which so much lies in a longer one was cut from it.
    seam_part, seam_whole: shares of an article that each of two texts joined in it fills at least, and both together.
    seam_overlap: characters by which the first text's last passage may reach into the second's first.
    agency_head, agency_tail: characters at an article's beginning and end where an agency's name is a signature.
    """

    shingle: int = 4
    least_shingles: int = 4
    most_articles: int = 60
    outlet_days: int = 5
    seed: int = 3
    gap: int = 8
    shortest_passage: int = 8
    least_passage: int = 27
    least_share: float = 0.5
    least_words: int = 14
    duplicate_share: float = 0.6
    cut_share: float = 0.9
    seam_part: float = 0.25
    seam_whole: float = 0.8
    seam_overlap: int = 40
    agency_head: int = 160
    agency_tail: int = 40
