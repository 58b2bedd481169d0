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

Code: TypeAlias = Literal["ar", "en"]
CODES: tuple[Code, ...] = ("ar", "en")

_LABEL = re.compile("[a-z]+(_[a-z]+)+")

# Month names beside the numbers: Levantine and Egyptian, as the Arab press prints them.
_MONTHS = (
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيو",
    "تموز/يوليو",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
)


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

    def count(self, number: int, one: str, many: str) -> str:
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

    def day(self, date: str | None) -> str:
        """An ISO date of any precision in words; "" for none.

        >>> Language("ar").day("2020-08-20"), Language("en").day("2020-08")
        ('20 آب/أغسطس 2020', 'August 2020')
        """
        if not date:
            return ""
        parts = date[:10].split("-")
        words = []
        if len(parts) > 2:
            words.append(str(int(parts[2])))
        if len(parts) > 1:
            words.append(self._month(int(parts[1])))
        return " ".join([*words, parts[0]])

    def days(self, earliest: str | None, latest: str | None) -> str:
        """A range of days in words.

        >>> Language("ar").days("2020-08-20", "2020-08-21"), Language("ar").days(None, None)
        ('20 آب/أغسطس 2020 – 21 آب/أغسطس 2020', 'بلا تاريخ')
        """
        if earliest == latest:
            return self.day(earliest) or self.say("undated")
        return f"{self.day(earliest) or '…'} – {self.day(latest) or '…'}"

    def _month(self, number: int) -> str:
        if self.code == "ar":
            return _MONTHS[number - 1]
        return str(Locale("en").months["format"]["wide"][number])


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


def _plural_index(code: Code, number: int) -> int:
    """Which of the six Arabic forms (CLDR: zero, one, two, few, many, other)."""
    order = ("zero", "one", "two", "few", "many", "other")
    return order.index(Locale(code).plural_form(number))
