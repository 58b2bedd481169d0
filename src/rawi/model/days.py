"""Days in words: a date of any precision, and a range as short as it can be told."""

from __future__ import annotations

import calendar
from collections.abc import Sequence

# Month names as the Arab press prints them: Levantine beside Egyptian.
ARABIC_MONTHS = (
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
ENGLISH_MONTHS = tuple(calendar.month_name[1:])


def tell_day(date: str | None, months: Sequence[str]) -> str:
    """An ISO date of any precision in words; "" for none.

    >>> tell_day("2020-08-20", ARABIC_MONTHS), tell_day("2020-08", ENGLISH_MONTHS)
    ('20 آب/أغسطس 2020', 'August 2020')
    """
    if not date:
        return ""
    year, *rest = date[:10].split("-")
    words = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*words, *([months[int(rest[0]) - 1]] if rest else []), year])


def tell_days(earliest: str | None, latest: str | None, months: Sequence[str]) -> str:
    """A range of days in words; "" where neither end is known.

    >>> tell_days("2020-08-20", "2020-08-21", ARABIC_MONTHS), tell_days("2011-01-01", "2012-12-31", ENGLISH_MONTHS)
    ('20–21 آب/أغسطس 2020', '2011 – 2012')
    """
    first, last = widest(earliest, latest)
    if first == last:
        return tell_day(first, months)
    if not first or not last or len(first) < 10 or len(last) < 10 or first[:4] != last[:4]:
        return f"{tell_day(first, months) or '…'} – {tell_day(last, months) or '…'}"
    if first[:7] == last[:7]:
        return f"{int(first[8:10])}–{tell_day(last, months)}"
    return f"{tell_day(first, months).removesuffix(' ' + first[:4])} – {tell_day(last, months)}"


def tell_stretch(days: str, months: Sequence[str]) -> str:
    """A day, or the first and last day parted by a slash, in words.

    >>> tell_stretch("2013-01-01/2013-12-31", ENGLISH_MONTHS), tell_stretch("2013-03", ENGLISH_MONTHS)
    ('2013', 'March 2013')
    """
    first, _, last = days.partition("/")
    return tell_days(first, last or first, months)


def widest(earliest: str | None, latest: str | None) -> tuple[str | None, str | None]:
    """Both ends as years or months where the days between are whole years or months.

    >>> widest("2020-06-01", "2020-06-30")
    ('2020-06', '2020-06')
    """
    if not earliest or not latest or len(earliest) < 10 or len(latest) < 10 or earliest == latest:
        return earliest, latest
    if earliest[4:10] == "-01-01" and latest[4:10] == "-12-31":
        return earliest[:4], latest[:4]
    last_day = calendar.monthrange(int(latest[:4]), int(latest[5:7]))[1]
    if earliest[8:10] == "01" and int(latest[8:10]) == last_day:
        return earliest[:7], latest[:7]
    return earliest, latest
