"""Our times beside dateparser's on the same sentences: spans found, days right, and time taken.

    pip install dateparser
    python benchmarks/times_vs_dateparser.py [--recognizers FOLDER] [GOLD_JSONL ...]

Without gold the sentences are ours (below), read on 11 August 2018. Gold rows hold text, published and times; gold
values of a day, month or year count. Microsoft's cases of dates count as right on the past or the coming day alike.
dateparser is asked for Arabic, dates in the past preferred.
"""

from __future__ import annotations

import argparse
import datetime
import json
import time
from pathlib import Path
from typing import Any

from dateparser.search import search_dates

from rawi.arabic.times.article import keep_dated_events, resolve_article_times
from rawi.arabic.times.find import find_times
from rawi.arabic.tokens import view_text
from rawi.model.dates import DateRange, is_date

OWN = [
    ("وصل الوفد في 20 آب 2020 إلى العاصمة", [("20 آب 2020", "2020-08-20")]),
    ("تولى رئاسة الحكومة في أيار/مايو الماضي", [("أيار/مايو الماضي", "2018-05")]),
    ("انسحب الجيش نهاية عام 2011 من البلاد", [("نهاية عام 2011", "2011")]),
    ("قال الوزير أمس الأول إن العمل بدأ", [("أمس الأول", "2018-08-09")]),
    ("شارك 5000 جندي في المناورات", []),
    ("افتتح المعرض في 14 رمضان 1436 هـ", [("14 رمضان 1436 هـ", "2015-07-01")]),
    ("نما الاقتصاد 3,5 في المئة الشهر الماضي", [("الشهر الماضي", "2018-07")]),
    ("اعتقل يوم الجمعة الماضي في منزله", [("يوم الجمعة الماضي", "2018-08-10")]),
    ("صدر القرار في ٢١ يوليو ٢٠١٥", [("٢١ يوليو ٢٠١٥", "2015-07-21")]),
    ("بدأت المحادثات في 9 غشت 2018", [("9 غشت 2018", "2018-08-09")]),
]
Case = tuple[str, str, list[tuple[int, int, str]]]


def own_cases() -> list[Case]:
    return [
        (text, "2018-08-11", [(text.index(words), text.index(words) + len(words), value) for words, value in wanted])
        for text, wanted in OWN
    ]


def gold_cases(path: Path) -> list[Case]:
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        wanted = [
            (item["start"], item["end"], item["value"])
            for item in row["times"]
            if not item.get("optional")
            and item.get("value")
            and len(item["value"]) in (4, 7, 10)
            and is_date(item["value"])
        ]
        cases.append((row["text"], row["published"]["earliest"], wanted))
    return cases


def microsoft_cases(folder: Path) -> list[Case]:
    """The enabled cases of single days; alternatives of one value are parted by a bar."""
    cases = []
    path = folder / "Specs" / "DateTime" / "Arabic" / "DateParser.json"
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        wanted = []
        for result in case["Results"]:
            value = result.get("Value") or {}
            days = {(value.get(kind) or {}).get("date") for kind in ("PastResolution", "FutureResolution")} - {None}
            start = result.get("Start", case["Input"].find(result["Text"]))
            if days:
                wanted.append((start, start + len(result["Text"]), "|".join(sorted(map(str, days)))))
        if wanted:
            cases.append((case["Input"], case["Context"]["ReferenceDateTime"][:10], wanted))
    return cases


def ours(text: str, day: str) -> list[tuple[int, int, str]]:
    view = view_text(text)
    found = keep_dated_events(view, find_times(view))
    times = resolve_article_times(view, found, DateRange.of(day))
    return [(item.start, item.end, item.value[:10]) for item in times if item.value and is_date(item.value)]


def theirs(text: str, day: str) -> list[tuple[int, int, str]]:
    settings = {"RELATIVE_BASE": datetime.datetime.fromisoformat(day), "PREFER_DATES_FROM": "past"}
    found, at = [], 0
    for words, value in search_dates(text, languages=["ar"], settings=settings) or ():
        start = text.find(words, at)
        if start >= 0:
            found.append((start, start + len(words), value.date().isoformat()))
            at = start + len(words)
    return found


def score(name: str, cases: list[Case], find: Any) -> None:
    right_span = right_value = said = wanted_count = words = 0
    started = time.process_time()
    for text, day, wanted in cases:
        found = find(text, day)
        words += len(text.split())
        said += len(found)
        wanted_count += len(wanted)
        for start, end, value in wanted:
            near = [
                item
                for item in found
                if min(end, item[1]) - max(start, item[0]) > 0.34 * (max(end, item[1]) - min(start, item[0]))
            ]
            right_span += bool(near)
            # dateparser always says a day: it is right where the wanted month or year holds it.
            right_value += any(item[2].startswith(tuple(value.split("|"))) for item in near)
    took = time.process_time() - started
    print(
        f"{name:12s} found {right_span}/{wanted_count}  value {right_value}/{wanted_count}  said {said}  "
        f"{words / max(took, 1e-9):,.0f} words a second"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--recognizers", type=Path)
    options = parser.parse_args()
    for name, cases in [
        ("own sentences", own_cases()),
        *([("Microsoft's cases of days", microsoft_cases(options.recognizers))] if options.recognizers else []),
        *((str(path.parent.name), gold_cases(path)) for path in options.gold),
    ]:
        print(f"{name} ({len(cases)} texts)")
        score("  ours", cases, ours)
        score("  dateparser", cases, theirs)


if __name__ == "__main__":
    main()
