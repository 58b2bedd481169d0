"""What a time takes from the one beside it: the year of its range's end, and what recurs every year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rawi.arabic.times.meaning import FoundTime, Meaning
from rawi.arabic.times.words import words

_JOINTS = words("و الي حتي - – وحتي او")


def join_neighbours(folds: Sequence[str], found: Sequence[FoundTime]) -> tuple[FoundTime, ...]:
    """The found times, each with what its neighbour says: بين 28 أكتوبر و7 نوفمبر 2019، 21 مارس من كل عام."""
    joined: list[FoundTime] = []
    for time in found:
        before = joined[-1] if joined else None
        between = tuple(folds[before.last : time.first]) if before else ()
        if before is not None and len(between) <= 1:
            if _is_yearly(before.meaning, time.meaning) and between in ((), ("من",)):
                month, day = before.meaning.month or 0, before.meaning.day
                recurring = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
                joined[-1] = replace(before, end=time.end, last=time.last, meaning=Meaning("set", reference=recurring))
                continue
            # Proclitics stay with their word, so a joint of one letter stands in the second word itself.
            if (between == () and folds[time.first][:1] == "و") or (between and between[0] in _JOINTS):
                joined[-1] = replace(before, meaning=_with_year(before.meaning, time.meaning))
        joined.append(time)
    return tuple(joined)


def _is_yearly(date: Meaning, period: Meaning) -> bool:
    """A day or month without year before كل عام or كل سنة."""
    yearly = period.kind == "set" and period.unit == "Y" and period.amount == 1
    return yearly and date.kind == "calendar" and bool(date.month) and date.year is None and date.until is None


def _with_year(first: Meaning, second: Meaning) -> Meaning:
    """A range's beginning in the year (or last year) that its end names."""
    if first.kind != "calendar" or second.kind != "calendar" or first.calendar != second.calendar:
        return first
    if not first.month or not second.month or first.year is not None or first.direction or first.until:
        return first
    if second.year is None:
        return first
    later = (first.month, first.day or 0) > (second.month, second.day or 0)
    return replace(first, year=second.year - 1 if later else second.year)
