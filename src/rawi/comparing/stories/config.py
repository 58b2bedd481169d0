"""What the grouping of articles into stories hangs on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoriesConfig:
    """Limits of the comparison. Lengths are in words, times in days.

    prior: articles for which the shipped table of common words stands beside the corpus's own.
    lede: words at an article's beginning that tell what happened.
    body_terms: the terms of greatest weight that stand for an article.
    block_terms: of them, those under which articles are looked up; a pair must share ``least_block_terms``.
    most_articles: a term of more articles within the window is too common to look up.
    window: days between the publication of two reports of one happening, at most.
    least: pairs below this probability are left out of the grouping; they count as 0.
    same: probability from which an article is of the same story as the founder; best of 0.2 to 0.6 in 10-fold
      cross-validation on 206 labelled pairs near the boundary (F1 .85; .83 at 0.5).
    merge: mean probability from which two founders' stories are one.
    small: a corpus of fewer articles than this was gathered by hand about some affairs, so that two articles of it are
      of one happening far more often than two of the labelled press days: the prior odds shift.
    same_small: ``same`` and ``merge`` in a small corpus; on our 28 sample articles all four stories stand at .2 to .35
      and no wrong pair above .2.
    edition, edition_cut: least share of both texts, and of the shorter one, that makes two texts one edition of a
      recurring report; three days' weather of nine outlets share .57 to .92 and .90 within a day, at most .64 and .78
      across days, prices of two closings at most .60.
    edition_days: days on which an outlet must have printed a form for it to be a series; with 2, follow-ups that begin
      like the first report were parted too (one of 19 true pairs of gold).
    opening_reach, opening: characters at a text's head in which a shared opening may begin (behind a dateline), and
      how long it is at least: six words or more.
    follow: mean probability from which a story follows another one.
    """

    prior: float = 2000.0
    lede: int = 60
    body_terms: int = 50
    block_terms: int = 14
    least_block_terms: int = 3
    most_articles: int = 250
    window: int = 4
    least: float = 0.02
    same: float = 0.35
    merge: float = 0.35
    small: int = 100
    same_small: float = 0.2
    edition: float = 0.7
    edition_cut: float = 0.9
    edition_days: int = 3
    opening_reach: int = 60
    opening: int = 40
    follow: float = 0.12
