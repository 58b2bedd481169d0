"""Pass rates on public tables of cases: Microsoft's Recognizers-Text (Arabic) and duckling's Arabic corpus.

    python benchmarks/times_cases.py RECOGNIZERS_FOLDER DUCKLING_CASES_JSON [--failures 5]

A case is found where our span and the expected one share half of their characters. Its value is right where our days
are those of the past or the future resolution (both libraries guess forward; a newspaper tells what was), or, for
durations and sets, where the TIMEX values are equal.
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


def times_of(text: str, day: str) -> tuple[TimeExpression, ...]:
    view = view_text(text)
    return resolve_article_times(view, find_times(view), DateRange.of(day))


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


def microsoft_times(path: Path) -> Iterator[tuple[str, bool, bool, str]]:
    """For each case: input, found, value right, and what was said."""
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        if "python" in str(case.get("NotSupported", "")).lower() or not case["Results"]:
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
        yield text, found, right, "; ".join(f"{text[time.start : time.end]}={time.value}" for time in said)


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


def microsoft_numbers(path: Path, *, ordinals: bool) -> Iterator[tuple[str, bool, bool, str]]:
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        if "python" in str(case.get("NotSupported", "")).lower() or not case["Results"]:
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
        yield text, bool(values), right, str(values)


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


def duckling(cases: list[dict[str, Any]], kind: str) -> Iterator[tuple[str, bool, bool, str]]:
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
                yield phrase, bool(values), float(wanted.group(1)) in values, str(values)
                continue
            said = times_of("بعد " + phrase if kind == "Duration" else phrase, "2013-02-12")
            shown = "; ".join(f"{time.value}" for time in said)
            if kind == "Duration":
                wanted = _DURATION.search(case["expected"])
                if wanted:
                    value = _UNITS[wanted.group(2)].format(wanted.group(1))
                    yield phrase, bool(said), any(time.value == value for time in said), shown
                continue
            wanted = _DATETIME.search(case["expected"])
            if wanted:
                day = "{:04d}-{:02d}-{:02d}".format(*map(int, wanted.groups()))
                yield phrase, bool(said), any(time.earliest == day for time in said), shown


def show(name: str, cases: Iterator[tuple[str, bool, bool, str]], failures: int) -> None:
    rows = list(cases)
    found, right = sum(row[1] for row in rows), sum(row[2] for row in rows)
    print(
        f"{name:42s} n {len(rows):4d}  found {found / max(1, len(rows)):6.1%}  right {right / max(1, len(rows)):6.1%}"
    )
    for text, _, _, said in [row for row in rows if row[1] and not row[2]][:failures]:
        print(f"      {text}  ->  {said}")


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
        "SetParser",
        "DateTimeParser",
        "TimeParser",
    ):
        show(f"Recognizers {name}", microsoft_times(folder / "DateTime" / "Arabic" / f"{name}.json"), options.failures)
    for name in ("NumberModel", "OrdinalModel"):
        path = folder / "Number" / "Arabic" / f"{name}.json"
        show(f"Recognizers {name}", microsoft_numbers(path, ordinals=name == "OrdinalModel"), options.failures)
    table = json.loads(options.duckling.read_text(encoding="utf-8"))
    for kind in ("Time", "Duration", "Numeral", "Ordinal"):
        show(f"duckling {kind}", duckling(table[kind], kind), options.failures)
    print(collections.Counter(len(cases) for cases in table.values()).total(), "dimensions in duckling's table")


if __name__ == "__main__":
    main()
