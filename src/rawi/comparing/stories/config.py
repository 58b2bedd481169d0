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
    reports: articles that a happening may well have in a small corpus; a word of more tells of its subject. Of 25
      subjects 40 articles each, drawn from all that name one in their titles (August 2015), pairs of one story among
      all articles of these days are found with F1 .80 (P .78 R .82); .66 without (P .53), .80 with 3, .76 with 8.
    same_small: ``same`` and ``merge`` in a small corpus; on our 28 sample articles all four stories stand at .2 to .35
      and no wrong pair above .2; drawn subjects of 20, 40 and 80 articles .78, .80, .87 (at .2 .78, .78, .86).
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
    reports: int = 5
    same_small: float = 0.25
    edition: float = 0.7
    edition_cut: float = 0.9
    edition_days: int = 3
    opening_reach: int = 60
    opening: int = 40
    follow: float = 0.12


@dataclass(frozen=True, slots=True)
class RoundupsConfig:
    """Limits of articles that hold several happenings. Shares are of characters, 0..1.

    block_terms, least_block_terms, most_articles: as for articles.
    window: days between the publication of a round-up and of the report whose happening it tells too, at most.
    turned: least probability that a segment behind a turn (من جهة أخرى) tells a report's happening; of 18 read from .5
        to .7 14 were right, nearly all above.
    marked: the same behind a heading, a bullet or a dateline, which as often stand inside one happening, an interview
        or a statute: below it 5 of 12 were right.
    held, holding, opening: a text holds another report where this share of that one is in it, as this share of the text
        at most (else the two are one report), beginning behind so many characters; so found, 20 of 22 were right.
    aside: likeness of titles and first lines below which only that passage makes the two texts alike: they are no
        reports of one happening; of pairs below it one in six was one, from .1 to .15 every second.
    """

    block_terms: int = 14
    least_block_terms: int = 3
    most_articles: int = 250
    window: int = 3
    turned: float = 0.6
    marked: float = 0.75
    held: float = 0.6
    holding: float = 0.5
    opening: int = 100
    aside: float = 0.1
