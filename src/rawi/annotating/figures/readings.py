"""Numbers of a text with their units, nouns, ranges and tolerances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rawi.annotating.figures.guards import is_no_figure, is_year
from rawi.annotating.figures.reading import Reading
from rawi.annotating.figures.tolerance import find_tolerance_after, find_tolerance_before
from rawi.annotating.figures.words import FUNCTION_WORDS, SCORE_WORDS, TIME_NOUNS, VALUE_VERBS
from rawi.arabic.numerals import NumberSpan, find_numbers
from rawi.arabic.ordinals import find_ordinals
from rawi.arabic.quantities.lexicon import CountedNoun, Unit, find_noun, find_unit
from rawi.model.view import TextView, Token

_PERCENT_MARKS = frozenset("%٪")
_HUNDREDTH = frozenset(["الميه", "المايه", "ميه", "مايه"])
_BY_HUNDRED = frozenset(["بالميه", "بالمايه", "بالمءه", "بالميته"])
_TIMES_MARKS = frozenset(["×", "*", "x", "X", "في"])
_RANGE_MARKS = frozenset(["-", "–", "—", "ـ"])
_LIST_LINKS = frozenset(["و", "،", ",", "او", "الي", "-", "–"])
_BRACKETS = {"(": ")", "«": "»", '"': '"', "“": "”", "[": "]"}
# Goals, sets and games; basketball goes beyond, rarely written with a hyphen. Reaches in tokens, gap in characters.
_HIGHEST_SCORE, _WIDEST_SCORE, _SPORT_REACH = 130, 3, 25
# These mean one of something, a pronoun, or nothing, unless a counted noun stands before them.
_FRACTION_PLURALS = {"اثلاث": 3, "ارباع": 4, "اخماس": 5, "اسداس": 6, "اسباع": 7, "اثمان": 8, "اعشار": 10}
_ONES = frozenset(["واحد", "واحده", "واحدا"])


def read_numbers(view: TextView) -> tuple[list[Reading], list[NumberSpan]]:
    """All numbers that count or measure, ranges made one, in order; and the malformed ones."""
    tokens = view.tokens
    readings: list[Reading] = []
    malformed: list[NumberSpan] = []
    in_ordinals = {
        index
        for ordinal in find_ordinals(tokens)
        if ordinal.last - ordinal.first > 1
        for index in range(ordinal.first, ordinal.last)
    }
    for number in find_numbers(tokens, view.text):
        if number.first in in_ordinals:
            continue  # الثانية عشرة، الثامن والعشرين
        if number.kind == "malformed":
            malformed.append(number)
            continue
        if readings and number.first < readings[-1].last:
            continue  # the 2 of م2 belongs to its unit
        reading = _read(tokens, number)
        if reading is not None:
            readings.append(reading)
    merged = _share_units(tokens, _merge_ranges(tokens, _merge_scores(tokens, readings)))
    return [_with_tolerance(tokens, reading) for reading in merged], malformed


def _read(tokens: Sequence[Token], number: NumberSpan) -> Reading | None:
    first, last = number.first, _behind_bracket(tokens, number)
    fraction = _FRACTION_PLURALS.get(tokens[last].fold) if last < len(tokens) and number.kind == "words" else None
    if fraction and number.value is not None:
        number, last = replace(number, last=last + 1, value=number.value / fraction), last + 1
    percent_end = _percent_end(tokens, last)
    unit = None if percent_end else find_unit(tokens, last)
    if unit is not None and unit[1] == last + 1 and tokens[last].fold == "م" and is_year(tokens, number):
        return None  # 2013م
    if unit is None and not percent_end and last < len(tokens) and tokens[last].fold == "من":
        unit = _unit_after_of(tokens, last)
    noun, noun_at = (None, None) if percent_end or unit else _noun_after(tokens, last)
    counts = bool(percent_end or unit or noun)
    if is_no_figure(tokens, number, counts=counts) or _is_idle(tokens, number, counts):
        return None
    end, category = number.last, "count"
    before = tokens[first - 1] if first else None
    if percent_end:
        end, category = percent_end, "percent"
    elif before is not None and before.fold in _PERCENT_MARKS and before.end == number.start:
        first, category = first - 1, "percent"
    elif unit is not None:
        end, category = unit[1], unit[0].category
    elif noun is not None:
        category = noun.category
    # Tens are 20 to 99, tens of thousands 20,000 to 99,999.
    low, high = number.value, number.value
    if number.value is None and number.magnitude:
        low, high = 2 * number.magnitude, 10 * number.magnitude - 1
    start = min(number.start, tokens[first].start) if category == "percent" and first < number.first else number.start
    return Reading(
        start=start,
        end=tokens[end - 1].end,
        first=first,
        last=end,
        cue=first,
        low=low,
        high=high,
        tolerance="vague" if number.value is None else "exact",
        unit=unit[0] if unit else None,
        category=category,
        noun=noun,
        noun_at=noun_at,
        magnitude=number.magnitude,
    )


def _behind_bracket(tokens: Sequence[Token], number: NumberSpan) -> int:
    """The token index after the number and, where it alone stands in brackets, after the closing one: (150) ريالا."""
    last = number.last
    if number.first > 0 and last < len(tokens) and _BRACKETS.get(tokens[number.first - 1].fold) == tokens[last].fold:
        return last + 1
    return last


def _percent_end(tokens: Sequence[Token], index: int) -> int:
    """The token index after a percent sign or في المئة, or 0."""
    if index >= len(tokens):
        return 0
    fold = tokens[index].fold
    if fold in _PERCENT_MARKS or fold in _BY_HUNDRED:
        return index + 1
    if fold in ("في", "ب", "فى") and index + 1 < len(tokens) and tokens[index + 1].fold in _HUNDREDTH:
        return index + 2
    return 0


def _unit_after_of(tokens: Sequence[Token], index: int) -> tuple[Unit, int] | None:
    """ملايين من الدولارات: the unit behind من stands with the article."""
    if index + 1 >= len(tokens):
        return None
    word = tokens[index + 1].fold
    if not word.startswith("ال"):
        return None
    bare = tokens[index + 1]._replace(fold=word[2:])
    found = find_unit((bare,), 0)
    return (found[0], index + 2) if found else None


def _noun_after(tokens: Sequence[Token], index: int) -> tuple[CountedNoun | None, int | None]:
    """A known counted noun right after a number, or after من."""
    for at in (index, index + 1):
        if at >= len(tokens):
            break
        found = find_noun(tokens[at].fold)
        if found is not None:
            return found, at
        if tokens[at].fold not in ("من", "الف") or at > index:
            break
    return None, None


def _is_idle(tokens: Sequence[Token], number: NumberSpan, counts: bool) -> bool:
    """Number words that count nothing here: واحد as a pronoun, definite numbers without their noun, صفر."""
    if number.kind == "words":
        word = tokens[number.first].fold
        if number.definite and number.value == 1:
            return True  # المجتمع الواحد
        if word.lstrip("وبلف") in _ONES or word in _ONES:
            before = find_noun(tokens[number.first - 1].fold) if number.first else None
            return not (before is not None and before.number == "singular")
        if number.value == 0 and not counts:
            return True
    if number.definite and not counts:
        before_fold = tokens[number.first - 1].fold if number.first else ""
        return not before_fold.startswith(("ال", "وال", "بال", "لل", "فال"))
    return False


def _share_units(tokens: Sequence[Token], readings: list[Reading]) -> list[Reading]:
    """5000 و4800 و4400 ريال: what stands behind the last number of a list is measured by all of them."""
    shared = list(readings)
    for index in range(len(shared) - 2, -1, -1):
        left, right = shared[index], shared[index + 1]
        bare = left.unit is None and left.noun is None and left.category == "count" and left.last - left.first == 1
        between = tokens[left.last : right.first]
        if bare and right.unit is not None and len(between) <= 2 and all(t.fold in _LIST_LINKS for t in between):
            shared[index] = replace(left, unit=right.unit, category=right.category)
    return shared


def _merge_scores(tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    """3-1 in a report on sport is a score: ``low`` is the number written first, ``high`` the second."""
    merged: list[Reading] = []
    for reading in readings:
        left = merged[-1] if merged else None
        if left is not None and _is_score(tokens, left, reading):
            merged[-1] = replace(
                left, end=reading.end, last=reading.last, high=reading.high, category="score", noun=None
            )
        else:
            merged.append(reading)
    return merged


def _is_score(tokens: Sequence[Token], left: Reading, right: Reading) -> bool:
    between = tokens[left.last : right.first]
    if len(between) != 1 or between[0].fold not in _RANGE_MARKS or left.category != "count" or right.unit is not None:
        return False
    if left.low is None or right.high is None or max(left.low, right.high) > _HIGHEST_SCORE or right.is_percent:
        return False
    if tokens[right.first].start - tokens[left.last - 1].end > _WIDEST_SCORE:
        return False
    near = tokens[max(0, left.first - _SPORT_REACH) : right.last + _SPORT_REACH]
    return any(token.fold in SCORE_WORDS for token in near)


def _merge_ranges(tokens: Sequence[Token], readings: Sequence[Reading]) -> list[Reading]:
    merged: list[Reading] = []
    for reading in readings:
        joined = None
        if merged:
            joined = _join_product(tokens, merged[-1], reading) or _join_range(tokens, merged[-1], reading)
        if joined is not None:
            merged[-1] = joined
        else:
            merged.append(reading)
    return merged


# An estimate from 3 to 5 is a range; a rise from 3 to 5 is not.
_ESTIMATES = frozenset(["قدر", "قدرت", "يقدر", "تقدر", "وقدر", "وقدرت", "تقدير"])


def _join_range(tokens: Sequence[Token], left: Reading, right: Reading) -> Reading | None:
    """A range from two numbers: بين 20 و30 شخصا، من 3 إلى 5 أمتار، 15-20 مليون، or None."""
    between = tokens[left.last : right.first]
    if left.low is None or right.high is None or len(between) > 1:
        return None
    same_unit = left.unit is None or left.unit == right.unit
    if not same_unit or (left.is_percent and not right.is_percent):
        return None
    low, high = _scaled(tokens, left, right)
    if low >= high:
        return None
    connector = between[0].fold if between else ""
    before = [token.fold for token in tokens[max(0, left.first - 3) : left.first]]
    opened = "بين" in before[-2:] or "مابين" in before[-1:]
    if not between:
        # و is written into the second number (بين عشرين وثلاثين).
        connector = "و" if tokens[right.first].fold.startswith("و") else ""
    if connector == "و":
        good = opened
    elif connector == "او":
        good = left.noun is None and left.unit is None and high <= low + 2
    elif connector in ("الي", "حتي"):
        good = left.noun is None and left.unit is None and (opened or not left.is_percent)
        good = good and not any(word in VALUE_VERBS - _ESTIMATES for word in _clause_before(tokens, left.first))
    elif connector in _RANGE_MARKS:
        good = left.noun is None and left.unit is None and between[0].start - tokens[left.last - 1].end <= 1
    else:
        good = False
    if not good:
        return None
    return replace(right, start=left.start, first=left.first, cue=left.first, low=low, high=high, tolerance="between")


def _join_product(tokens: Sequence[Token], left: Reading, right: Reading) -> Reading | None:
    """An area by its sides: 1×1 م2."""
    between = tokens[left.last : right.first]
    if len(between) != 1 or between[0].fold not in _TIMES_MARKS or left.unit is not None:
        return None
    if left.low is None or right.low is None or right.unit is None or right.unit.category not in ("area", "length"):
        return None
    area = left.low * right.low
    return replace(right, start=left.start, first=left.first, cue=left.first, low=area, high=area)


def _scaled(tokens: Sequence[Token], left: Reading, right: Reading) -> tuple[float, float]:
    """Both ends of a range, the first raised to the scale of the second (15-20 مليون)."""
    low, high = left.low or 0, right.high or 0
    last_word = tokens[right.last - 1] if right.unit is None else tokens[max(right.first, right.last - 2)]
    for scale in (1_000_000_000_000, 1_000_000_000, 1_000_000, 1_000):
        if high >= scale and high / scale == round(high / scale, 3) and low < high / scale and last_word.kind == "word":
            return low * scale, high
    return low, high


def _clause_before(tokens: Sequence[Token], index: int) -> list[str]:
    words: list[str] = []
    while index and tokens[index - 1].kind != "mark" and len(words) < 8:
        index -= 1
        words.append(tokens[index].fold)
    return words


def _with_tolerance(tokens: Sequence[Token], reading: Reading) -> Reading:
    if reading.tolerance == "vague":
        return reading
    tolerance, cue = find_tolerance_before(tokens, reading.first)
    if tolerance == "exact":
        tolerance = find_tolerance_after(tokens, reading.last)
    if reading.tolerance == "between":
        return replace(reading, cue=cue)
    if tolerance == "at_least":
        return replace(reading, cue=cue, tolerance=tolerance, high=None)
    if tolerance == "at_most":
        return replace(reading, cue=cue, tolerance=tolerance, low=None)
    return replace(reading, cue=cue, tolerance=tolerance)


def is_noun_like(token: Token) -> bool:
    """Whether a token may be a counted noun: a word that is no function word and no unit of time."""
    return token.kind == "word" and token.fold not in FUNCTION_WORDS and token.fold not in TIME_NOUNS
