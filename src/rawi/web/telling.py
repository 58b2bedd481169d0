"""Doubt and reasons in words: how many tell a thing, how surely it was read, why two things were linked."""

from __future__ import annotations

import re
from typing import Protocol

from rawi.model.dates import tell_dates
from rawi.web.language import Language

_NUMBER = re.compile(r"(?<![\w.-])\d+(?![\w.])")
# A reader's words for the tagger's score of itself. The score isn't calibrated: the words are chosen to promise little.
_LITTLE_DOUBT, _SOME_DOUBT = 0.9, 0.7


class Told(Protocol):
    """Anything that counts who tells it."""

    @property
    def outlets(self) -> int:
        """How many publishers print it."""
        ...

    @property
    def origins(self) -> int:
        """How many of them had it independently."""
        ...


def tell_origins(item: Told, language: Language, *, outlets_told: bool = True) -> str:
    """How far a thing is borne out, in words; "" where nobody is counted.

    Where no article tells its outlet (``outlets_told``), each stands for one of its own, and is told as an article.

    >>> from rawi.model.corpus import Story
    >>> tell_origins(Story("s", "", (), outlets=3, origins=1), Language("en"))
    'one origin, copied'
    """
    if not item.outlets or not item.origins:
        return ""
    if item.origins == 1:
        return language.say(
            "one origin, copied" if item.outlets > 1 else "one outlet alone" if outlets_told else "one article alone"
        )
    return language.say("two independent accounts" if item.origins == 2 else "several independent accounts")


def tell_day(on: str | None, earliest: str | None, latest: str | None, language: Language) -> str:
    """As of when a claim holds, in words; "" where that is no more than the days of its own article.

    >>> day = "2021-06-03"
    >>> tell_day(day, day, day, Language("en")), tell_day("2003", day, day, Language("en"))
    ('', '2003')
    """
    if not on or on in (earliest, latest, tell_dates(earliest, latest)):
        return ""
    return language.stretch(on)


def tell_sureness(score: float | None, language: Language) -> str:
    """How surely something was read, in words; "" for what carries no score.

    >>> tell_sureness(0.95, Language("en")), tell_sureness(0.4, Language("en"))
    ('read with little doubt', 'read with much doubt')
    """
    if score is None:
        return ""
    if score >= _LITTLE_DOUBT:
        return language.say("read with little doubt")
    return language.say("read with some doubt" if score >= _SOME_DOUBT else "read with much doubt")


def tell_detail(detail: str, language: Language) -> str:
    """A reason's detail in the reader's language: its sentence is looked up with # for each number.

    >>> tell_detail("3 days apart", Language("ar"))
    'بينهما 3 من الأيام'
    """
    numbers = iter(_NUMBER.findall(detail))
    found = language.say(_NUMBER.sub("#", detail))
    if found == _NUMBER.sub("#", detail):
        return language.say(detail)
    return re.sub("#", lambda _: next(numbers, "#"), found)
