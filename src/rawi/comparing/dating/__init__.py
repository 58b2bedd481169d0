"""The article's own date: what its metadata, its words and the other articles of the corpus say of it."""

from rawi.comparing.dating.linking import find_links
from rawi.comparing.dating.links import DateLink, find_told_links
from rawi.comparing.dating.meetings import find_meeting_links
from rawi.comparing.dating.settings import DatingConfig
from rawi.comparing.dating.stage import date_again, date_articles, read_articles

__all__ = [
    "DateLink",
    "DatingConfig",
    "date_again",
    "date_articles",
    "find_links",
    "find_meeting_links",
    "find_told_links",
    "read_articles",
]
