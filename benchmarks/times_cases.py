"""Pass rates on public tables of cases: Microsoft's Recognizers-Text (Arabic) and duckling's Arabic corpus.

    python benchmarks/times_cases.py RECOGNIZERS_FOLDER DUCKLING_CASES_JSON [--failures 5]

A case is found where our span and the expected one share half of their characters. Its value is right where our days
are those of the past or the future resolution (both libraries guess forward; a newspaper tells what was), or, for
durations and sets, where the TIMEX values are equal.

Microsoft's Arabic runs on .NET only: a case is enabled unless it is marked as not (yet) supported there. That Java,
JavaScript and Python are always marked "not supported by design" says nothing about the case.

Each failure is counted in a class, by what the case asks for (see ``failure_class``): a dialogue assistant's day
without a month, numbers in an order that no Arabic newspaper writes, another convention, or a real gap.
"""

from __future__ import annotations

import argparse
import collections
import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rawi.arabic.numerals import find_numbers
from rawi.arabic.ordinals import find_ordinals
from rawi.arabic.times.article import resolve_article_times
from rawi.arabic.times.find import find_times
from rawi.arabic.tokens import tokenize, view_text
from rawi.model.annotation import TimeExpression
from rawi.model.dates import DateRange

Pairs = set[tuple[str, str]]
# input, found, value right, what was said, what was wanted
Row = tuple[str, bool, bool, str, str]


def times_of(text: str, day: str) -> tuple[TimeExpression, ...]:
    view = view_text(text)
    return resolve_article_times(view, find_times(view), DateRange.of(day))


def is_enabled(case: dict[str, Any]) -> bool:
    """Whether the library's own .NET version passes the case."""
    marks = f"{case.get('NotSupported', '')} {case.get('NotSupportedByDesign', '')}".lower()
    return "dotnet" not in marks and bool(case["Results"])


_NUMBER = r"(?:\d{1,2}|(?:ال)?(?:\w+)(?: عشر| وال?\w+)?)"
_WEEKDAY = r"(?:الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)"
_MONTH = re.compile(
    "يناير|فبراير|مارس|أبريل|ابريل|نيسان|مايو|يونيو|يوليو|أغسطس|آب|سبتمبر|أكتوبر|نوفمبر|ديسمبر|شباط|آذار|أيار|حزيران|تموز|أيلول|"
    "تشرين|كانون|محرم|صفر|رجب|شعبان|رمضان|شوال|شهر"
)
_CLASSES = (
    (
        "numbers of day and month without year, dotted or in American order",
        re.compile(r"\d{1,4}\s?[./-]\s?\d{1,2}|\d\d?/\d\d?, ?\d+"),
    ),
    ("month before day, as in English", re.compile(rf"(?:{_MONTH.pattern})[ -](?:بين |ال|1\b|في ال)")),
    ("weekday with a day number but no month", re.compile(rf"{_WEEKDAY}\s+(?:في\s+)?(?:\d+|ال\w+|خمسة)")),
    (
        "appointments of a dialogue assistant",
        re.compile(r"كورتانا|أسبوعي|يومي$|لقاءنا|اجتماع مدته|آخر يوم|اليوم\s+الأخير|اليوم (?:الماضي|الآتي)"),
    ),
    (
        "words that no Arabic newspaper writes",
        re.compile(
            r"تسعة عشر (?:تسعة|ثمانية|و)|في الألفين|من مواليد ألفين|الألفين و|2 سنة|1 شهر|2 عام|شهر و \d|2 العقود|"
            "هذا (?:مارس|نيسان|آب)|هذا يوم"
        ),
    ),
    ("a range told as one, two times to us", re.compile(r"\s(?:إلى|حتى)\s|بين |\d\s?-\s?\d")),
    (
        "bare word that is a name or no time in news (محرم، الصيف)",
        re.compile(r"^(?:في )?(?:محرم|صفر|رجب|شعبان|رمضان|الصيف|صيف|الإسبوع|سبعينيات|2021|27|15|22)$"),
    ),
)
_DIALECT = re.compile("الجاي|الجاية|نص شهر|نصف شهر|شهر \\d|من اسبوع|بكرا|بكره|هلق|امبارح|الفايت|لحد|كمان")
_DAY_ONLY = re.compile(r"^(?:إلى|يوم|في)?\s*(?:لل?|ال)?(?:\d{1,2}|\w+)(?: وال\w+)?$")


def failure_class(row: Row, *, number: bool = False) -> str:
    """Why a case fails: the first class that its words or values fit."""
    text, found, _, said, wanted = row
    if number:
        return number_class(row)
    if _DIALECT.search(text):
        return "dialect"
    if re.search("الفصح|الشكر|يوم الأب|الاستقلال|الشباب|يواندان|فالنتين|الهالوين", text):
        return "feasts of other countries"
    span = wanted.partition(" = ")[0]
    timex = wanted.partition(" = ")[2]
    ours = re.findall(r"=(\S+)", said)
    if not _MONTH.search(span) and not re.search(r"أسبوع|سنة|عام|قرن|عقد|ساعة|صباح|مساء|يوم الـ|قبل|بعد", span):
        bare = timex.startswith("XXXX-XX-") or (not found and _DAY_ONLY.match(span))
        if bare:
            return "day without month: a dialogue assistant's"
    for name, pattern in _CLASSES:
        if pattern.search(span):
            return name
    if (
        found
        and re.fullmatch(r"\d{4}-\d\d-\d\d", timex)
        and re.fullmatch(rf"(?:يوم )?{_WEEKDAY}|ا?ل?(?:جمعه|احد|اثنين)", span)
    ):
        return "differs in convention: a bare weekday is past in a newspaper, to come for an assistant"
    if (
        found
        and re.fullmatch(r"\d{4}-\d\d-\d\d", timex)
        and any(re.fullmatch(r"\d{4}(?:-W?\d\d)?(?:-WE)?", v) for v in said.split("; "))
    ):
        return "differs in convention: a week, month or year where the case wants its first day"
    if found and any(value and timex.startswith(value) for value in ours):
        return "differs in convention: month or year where the case wants a day"
    if found and ("P" in timex or any(value.startswith(("P", "XXXX")) for value in ours)):
        return "differs in convention: length of time, or open value, where the case wants days"
    if (found and re.search(r"-W\d\d", timex + " ".join(ours))) or "نهاية" in span or _has_weekday(span):
        return "differs in convention: which week or weekend is meant"
    if found and re.search("الماضي|القادم|المقبل|التالي|الآتي", span):
        return "differs in convention: next and last reckoned otherwise"
    if re.match(r"T\d|.*T\d", timex) or re.search("الساعة|صباح|مساء|ظهر|ليل", span):
        return "hours of a dialogue assistant"
    return "real gap"


def _has_weekday(span: str) -> bool:
    return re.search(_WEEKDAY, span) is not None


def number_class(row: Row) -> str:
    """Why a case of numbers fails."""
    text, found, _, said, wanted = row
    if re.search(r"[A-Za-z^]|\d\s*[Ee×*]", text):
        return "Latin letters, powers or formulas"
    if re.search(
        "لكل|على|من أصل|/|اثنان وثلث|ثلث|ربع|نصف|سدس|جزء|أجزاء|كسر|اثمان|ارباع|اخماس|اسباع|خمس |واحد من |"
        "أخماس|أثمان|أسباع",
        text,
    ):
        return "fractions of sums"
    if re.search("دزين|درزن|زوج", text):
        return "dozens and pairs"
    try:
        said_values = json.loads(said)
        if any(
            float(value) in (other / 10, other * 10)
            for value in re.findall(r"[\d.e+-]+", wanted)
            for other in said_values
        ):
            return "typo in case: a nought too few or too many"
    except ValueError:
        pass
    if re.search("سالب|ناقص|-", text):
        return "negative numbers"
    if re.search("فاصلة|نقطة", text):
        return "decimal points spoken as words"
    return "real gap" if found else "words that no Arabic newspaper writes (grammar of the translation)"


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def before(day: str) -> str:
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


def wanted_days(value: dict[str, Any]) -> Pairs:
    days = set()
    for kind in ("PastResolution", "FutureResolution"):
        found = value.get(kind) or {}
        if found.get("date"):
            days.add((found["date"], found["date"]))
        elif found.get("dateTime"):
            days.add((found["dateTime"][:10], found["dateTime"][:10]))
        elif found.get("startDate") and found.get("endDate"):
            days.add((found["startDate"], before(found["endDate"])))
            days.add((found["startDate"], found["endDate"]))
    return days


def microsoft_times(path: Path) -> Iterator[Row]:
    """For each case: input, found, value right, and what was said."""
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        if not is_enabled(case):
            continue
        text = case["Input"]
        day = str((case.get("Context") or {}).get("ReferenceDateTime") or "2016-11-07")[:10]
        said = times_of(text, day)
        found, right = True, True
        for result in case["Results"]:
            start = result.get("Start", text.find(result["Text"]))
            span = (start, start + len(result["Text"]))
            best = max(said, key=lambda time: overlap((time.start, time.end), span), default=None)
            if best is None or overlap((best.start, best.end), span) < 0.5:
                found = right = False
                continue
            value = result.get("Value")
            if not value:
                continue
            days = wanted_days(value)
            timex = value.get("Timex", "")
            ours = (best.earliest, best.latest)
            right = right and (ours in days or best.value == timex or same_set(best.value, timex))
        first = case["Results"][0]
        wanted = f"{first['Text']} = {(first.get('Value') or {}).get('Timex', '')}"
        yield text, found, right, "; ".join(f"{text[time.start : time.end]}={time.value}" for time in said), wanted


def same_set(ours: str | None, timex: str) -> bool:
    if not ours:
        return False
    hour = ours.partition("T")[2]
    return ours == timex.replace("PT24H", "P1D") or (
        not ours.startswith("P")
        and bool(hour)
        and timex.startswith("T")
        and hour.removesuffix(":00") == timex[1:].removesuffix(":00")
    )


def microsoft_numbers(path: Path, *, ordinals: bool) -> Iterator[Row]:
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        if not is_enabled(case):
            continue
        text, tokens = case["Input"], tokenize(case["Input"])
        if ordinals:
            values = [float(ordinal.value) for ordinal in find_ordinals(tokens)]
        else:
            values = [float(number.value) for number in find_numbers(tokens, text) if number.value is not None]
        wanted = []
        for result in case["Results"]:
            try:
                wanted.append(float(result["Resolution"]["value"]))
            except (KeyError, TypeError, ValueError):
                continue
        right = bool(wanted) and all(
            any(abs(value - other) < 1e-6 * max(1, abs(value)) for other in values) for value in wanted
        )
        yield text, bool(values), right, str(values), str(wanted)


_DATETIME = re.compile(r"datetime \((\d+), (\d+), (\d+),")
_DURATION = re.compile(r"DurationData (\d+) (\w+)")
_NUMERAL = re.compile(r"(?:NumeralValue|OrdinalData) \(?(-?[\d.e]+)")
_UNITS = {
    "Second": "PT{}S",
    "Minute": "PT{}M",
    "Hour": "PT{}H",
    "Day": "P{}D",
    "Week": "P{}W",
    "Month": "P{}M",
    "Year": "P{}Y",
}


def duckling(cases: list[dict[str, Any]], kind: str) -> Iterator[Row]:
    """Duckling's reference time is Tuesday 12 February 2013."""
    for case in cases:
        for phrase in case["phrases"]:
            if kind in ("Numeral", "Ordinal"):
                wanted = _NUMERAL.search(case["expected"])
                if not wanted:
                    continue
                tokens = tokenize(phrase)
                if kind == "Ordinal":
                    values = [float(ordinal.value) for ordinal in find_ordinals(tokens)]
                else:
                    values = [
                        float(number.value) for number in find_numbers(tokens, phrase) if number.value is not None
                    ]
                yield phrase, bool(values), float(wanted.group(1)) in values, str(values), wanted.group(1)
                continue
            said = times_of("بعد " + phrase if kind == "Duration" else phrase, "2013-02-12")
            shown = "; ".join(f"{time.value}" for time in said)
            if kind == "Duration":
                wanted = _DURATION.search(case["expected"])
                if wanted:
                    value = _UNITS[wanted.group(2)].format(wanted.group(1))
                    yield phrase, bool(said), any(time.value == value for time in said), shown, f"{phrase} = {value}"
                continue
            wanted = _DATETIME.search(case["expected"])
            if wanted:
                day = "{:04d}-{:02d}-{:02d}".format(*map(int, wanted.groups()))
                right = any(time.earliest == day for time in said)
                yield phrase, bool(said), right, shown, f"{phrase} = {day}"


def show(name: str, cases: Iterator[Row], failures: int, *, number: bool = False) -> None:
    rows = list(cases)
    found, right = sum(row[1] for row in rows), sum(row[2] for row in rows)
    print(
        f"{name:42s} n {len(rows):4d}  found {found / max(1, len(rows)):6.1%}  right {right / max(1, len(rows)):6.1%}"
    )
    classes: dict[str, list[Row]] = collections.defaultdict(list)
    for row in rows:
        if not row[2]:
            classes[failure_class(row, number=number)].append(row)
    for kind, failed in sorted(classes.items(), key=lambda item: (-len(item[1]), item[0])):
        print(f"    {len(failed):4d}  {kind}")
        for text, _, _, said, wanted in failed[:failures]:
            print(f"            {text}  ->  {said}  |  {wanted}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recognizers", type=Path)
    parser.add_argument("duckling", type=Path)
    parser.add_argument("--failures", type=int, default=0)
    options = parser.parse_args()
    folder = options.recognizers / "Specs"
    for name in (
        "DateExtractor",
        "DateParser",
        "DatePeriodExtractor",
        "DatePeriodParser",
        "DurationExtractor",
        "DurationParser",
        "HolidayParser",
        "TimeParser",
    ):
        show(f"Recognizers {name}", microsoft_times(folder / "DateTime" / "Arabic" / f"{name}.json"), options.failures)
    for name in ("NumberModel", "OrdinalModel"):
        path = folder / "Number" / "Arabic" / f"{name}.json"
        show(
            f"Recognizers {name}",
            microsoft_numbers(path, ordinals=name == "OrdinalModel"),
            options.failures,
            number=True,
        )
    table = json.loads(options.duckling.read_text(encoding="utf-8"))
    for kind in ("Time", "Duration", "Numeral", "Ordinal"):
        number = kind in ("Numeral", "Ordinal")
        show(f"duckling {kind}", duckling(table[kind], kind), options.failures, number=number)
    print(collections.Counter(len(cases) for cases in table.values()).total(), "dimensions in duckling's table")


if __name__ == "__main__":
    main()
