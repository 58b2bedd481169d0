"""Languages of the room: one catalogue of messages, Arabic first.

Messages are written in English in the code and the templates, and translated by ``catalogues/ar.po`` (gettext), which
Babel reads as it stands: no compiled file has to be kept in step. ``en.po`` spells out labels that are codes (PER).
"""

from __future__ import annotations

import functools
import importlib.resources
import io
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from babel import Locale
from babel.messages import pofile
from babel.messages.catalog import Catalog

from rawi.model.days import ARABIC_MONTHS, ENGLISH_MONTHS, tell_day, tell_days, tell_stretch, widest

Code: TypeAlias = Literal["ar", "en"]
CODES: tuple[Code, ...] = ("ar", "en")

_LABEL = re.compile("[a-z]+(_[a-z]+)+")

MONTHS_OF_EGYPT = tuple(month.rpartition("/")[2] for month in ARABIC_MONTHS)

# Numbers from a million on are told by these where nothing is lost by it.
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_BOUNDS = {"≥": "at least {amount}", "≤": "at most {amount}", "~": "about {amount}"}


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the room with its words, numbers and dates."""

    code: Code

    @property
    def direction(self) -> str:
        """Where lines begin: "rtl" or "ltr"."""
        return "rtl" if self.code == "ar" else "ltr"

    def say(self, message: str) -> str:
        """A message in this language; an unknown one stays as it is."""
        found = _messages(self.code).get(message)
        if found is None:
            # Labels are written with low lines; a person reads them with blanks.
            found = message.replace("_", " ") if _LABEL.fullmatch(message) else message
        return found

    def count(self, number: float, one: str, many: str) -> str:
        """A number with its noun in the right plural form; ``{n}`` takes the number.

        >>> Language("ar").count(2, "{n} article", "{n} articles")
        'مقالان'
        >>> Language("en").count(1, "{n} article", "{n} articles")
        '1 article'
        """
        if self.code == "en":
            return (one if number == 1 else many).replace("{n}", self.number(number))
        forms = _plurals(self.code).get(one)
        if not forms:
            return many.replace("{n}", self.number(number))
        return forms[_plural_index(self.code, number)].replace("{n}", self.number(number))

    def number(self, number: float) -> str:
        """A number with thousands set apart.

        >>> Language("ar").number(31030)
        '31,030'
        """
        return f"{int(number):,}" if number == int(number) else f"{number:,.6g}"

    def unit(self, unit: str, number: float | None = None) -> str:
        """A unit in words, of one or more.

        >>> Language("en").unit("person", 5000), Language("en").unit("person", 1), Language("ar").unit("person")
        ('people', 'person', 'شخص')
        """
        several = f"unit {unit}"
        found = several if number == 1 else self.say(several)
        return self.say(unit) if found == several else found

    def day(self, date: str | None) -> str:
        """An ISO date of any precision in words; "" for none.

        >>> Language("ar").day("2020-08-20"), Language("en").day("2020-08")
        ('20 آب/أغسطس 2020', 'August 2020')
        """
        return tell_day(date, self._months)

    def days(self, earliest: str | None, latest: str | None) -> str:
        """A range of days in words, as short as it can be told.

        >>> Language("ar").days("2020-08-20", "2020-08-21"), Language("ar").days(None, None)
        ('20–21 آب/أغسطس 2020', 'بلا تاريخ')
        >>> Language("en").days("2020-06-01", "2020-06-30"), Language("en").days("2011-01-01", "2012-12-31")
        ('June 2020', '2011 – 2012')
        """
        return tell_days(earliest, latest, self._months) or self.say("undated")

    def deadline(self, earliest: str | None, latest: str) -> str:
        """By when something is due; where the day is known to lie in a range only, that range.

        >>> Language("en").deadline("2021-07-02", "2022-12-31"), Language("ar").deadline(None, "2015-08-11")
        ('due between 2 July 2021 and 31 December 2022', 'بحلول 11 آب/أغسطس 2015')
        """
        first, last = widest(earliest or latest, latest)
        if first == last:
            return f"{self.say('by')} {self.day(last)}"
        return self.say("due between {first} and {last}").format(first=self.day(first), last=self.day(last))

    def stretch(self, days: str) -> str:
        """A day, or the first and last day parted by a slash, in words.

        >>> Language("en").stretch("2013-01-01/2013-12-31"), Language("en").stretch("2013-03")
        ('2013', 'March 2013')
        """
        return tell_stretch(days, self._months)

    def amount(self, low: float | None, high: float | None, tolerance: str = "exact") -> str:
        """A figure between its bounds, in words.

        >>> Language("ar").amount(5000, None), Language("ar").amount(2500, 2500, "about")
        ('5,000 على الأقل', 'نحو 2,500')
        >>> Language("en").amount(None, 8e9), Language("en").amount(3, 5)
        ('at most 8 billion', '3–5')
        """
        if low is None or high is None:
            bound = high if low is None else low
            return "?" if bound is None else self.bounded("≤" if low is None else "≥", self._quantity(bound))
        if low != high:
            return f"{self._quantity(low)}–{self._quantity(high)}"
        return self.bounded("~", self._quantity(low)) if tolerance == "about" else self._quantity(low)

    def bounded(self, mark: str, amount: str) -> str:
        """An amount with what ≥, ≤ or ~ says of it, in words."""
        return self.say(_BOUNDS[mark]).replace("{amount}", amount)

    def _quantity(self, number: float) -> str:
        for size, name in _SCALES:
            if abs(number) >= size and number * 100 % size == 0:
                return self.count(number / size, f"{{n}} {name}", f"{{n}} {name}")
        return self.number(number)

    @property
    def _months(self) -> tuple[str, ...]:
        return ARABIC_MONTHS if self.code == "ar" else ENGLISH_MONTHS


@functools.cache
def _catalogue(code: Code) -> Catalog:
    file = importlib.resources.files("rawi.web") / "catalogues" / f"{code}.po"
    return pofile.read_po(io.BytesIO(file.read_bytes()), locale=code)


@functools.cache
def _messages(code: Code) -> dict[str, str]:
    return {
        str(message.id): str(message.string)
        for message in _catalogue(code)
        if isinstance(message.id, str) and message.string
    }


@functools.cache
def _plurals(code: Code) -> dict[str, tuple[str, ...]]:
    return {message.id[0]: tuple(message.string or ()) for message in _catalogue(code) if isinstance(message.id, tuple)}


def _plural_index(code: Code, number: float) -> int:
    """Which of the six Arabic forms (CLDR: zero, one, two, few, many, other)."""
    order = ("zero", "one", "two", "few", "many", "other")
    return order.index(Locale(code).plural_form(number))
