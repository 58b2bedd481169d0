"""What dating hangs on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DatingConfig:
    """Slacks and limits of dating. Days unless said otherwise.

    print_days: how long after the day its text calls today an article may still appear (a paper prints the wire's
        "today" the next morning).
    stated_days: how long after the date of a dateline, or of a bracketed or lone date, it may appear.
    lead_days: how long after a bare weekday of its first sentences it may appear: agencies write "Thursday" of the day
        itself, sites take it over the next day.
    week: a bare weekday is never further back than this.
    office_days: how long after the end of a term papers still give a person the office.
    lead_characters: characters at the head of the prose in which a weekday or a date is the news's own.
    office_characters: characters at the head of the text in which an office is one of the day and not of history.
    edge_characters: characters at the text's end in which a lone date is a stamp.
    near_duplicate_days, reuse_days, story_days, utterance_days: how far apart two articles so linked may appear:
        columns and releases are reprinted days later. Of 5,000 articles of saudinewsnet whose day is known, 96 in 100
        near duplicates appeared within 5 days, 97 in 100 pairs with much copied text and 98 in 100 sure reports of one
        happening within 7; with 1 day, one range in ten missed the day.
    weekend_days: the end of last week is told of no later than so many days after what happened then: of 54 such
        mentions in saudinewsnet none is of a Wednesday, 36 are of Sunday to Tuesday, the others of the very weekend.
    outlet_articles: an article without any other bound is put among the days of its outlet's dated articles where there
        are at least so many of them, and no fewer than undated ones: if dates are missing by chance, of 100 one or two
        lie outside.
    told_days: how long after an event an article may appear whose head tells it as news.
    event_slack: how far the days of one event may lie apart in two tellings by اليوم and أمس (web and print).
    known_width: an article's range passes on along a link only where it holds no more days than this.
    rounds: how often constraints are passed on; ranges only shrink, and chains of dated reports are short.
    enumerated: ranges of no more days than this are checked day by day against weekdays.
    crawl_days: how many days before a crawl an article may have appeared, where its text says so or only copies
        of it speak (saudinewsnet: up to 6 days on three of its sites, 0 or 1 on the others).
    meeting_articles: two persons whose contacts more articles than this tell of meet too often to date anything by it.
    """

    print_days: int = 1
    stated_days: int = 1
    lead_days: int = 1
    week: int = 6
    office_days: int = 30
    lead_characters: int = 350
    office_characters: int = 700
    edge_characters: int = 60
    near_duplicate_days: int = 5
    reuse_days: int = 7
    story_days: int = 7
    utterance_days: int = 5
    weekend_days: int = 5
    outlet_articles: int = 100
    told_days: int = 1
    event_slack: int = 1
    known_width: int = 31
    rounds: int = 6
    enumerated: int = 1500
    crawl_days: int = 6
    meeting_articles: int = 40
