"""The article's own date: what its metadata, its words and the other articles of the corpus say of it."""

from rawi.comparing.dating.links import DateLink, find_date_links
from rawi.comparing.dating.meetings import find_meeting_links
from rawi.comparing.dating.settings import DatingConfig
from rawi.comparing.dating.stage import date_again, date_articles, read_articles

__all__ = [
    "DateLink",
    "DatingConfig",
    "date_again",
    "date_articles",
    "find_date_links",
    "find_meeting_links",
    "read_articles",
]
