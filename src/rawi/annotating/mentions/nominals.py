"""Mentions beyond names: offices and ranks beside a name or instead of one, unnamed officials, peoples, bodies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rawi.annotating.mentions.gazetteer import Gazetteer
from rawi.annotating.mentions.sheet import Draft, Sheet, find_reading, taken_tokens
from rawi.annotating.mentions.words import (
    COMMON,
    HONORIFICS,
    INSTITUTIONS,
    OFFICE_PARTS,
    OFFICES,
    RANKING,
    UNNAMED,
)
from rawi.model.labels import MentionType
from rawi.model.span import Span
from rawi.model.tags import TaggedSpan

NominalKind = Literal["title", "unnamed", "people", "institution"]

_LONGEST_TITLE = 12
# Between a name and the title after it: a comma, a bracket or nothing.
_BETWEEN = frozenset("،,(-–")
_PEOPLE = ("ون", "ين")
_SHORTEST_PEOPLE = 6


@dataclass(frozen=True, slots=True)
class Nominal:
    """Words that mean somebody or something without naming it. ``beside`` is the name they stand beside, if any."""

    span: Span
    kind: NominalKind
    type: MentionType
    beside: Draft | None = None


def find_nominals(
    sheet: Sheet, names: Sequence[Draft], titles: Iterable[TaggedSpan] | None, gazetteer: Gazetteer
) -> list[Nominal]:
    """All nominal mentions of the article, in order of place. Titles may hold names, the others don't touch any.

    ``titles`` are the tagger's; None where no tagger has read the article, so that grammar must find them.
    """
    starts = {draft.first: draft for draft in names if draft.type == "PER" and draft.form == "name"}
    ends = {draft.last: draft for draft in starts.values()}
    taken = taken_tokens(names)
    found: list[Nominal] = []
    covered: set[int] = set()
    for first, end, cut in _title_ranges(sheet, names, titles):
        if any(index in covered for index in range(first, end)):
            continue
        last = _without_person(first, end, starts)
        if last <= first or all(index in taken for index in range(first, last)):
            continue  # nothing is left, or the words are part of a name (مكتبة الملك فهد)
        beside = _neighbour(sheet, (first, last, cut), starts, ends)
        reading = find_reading(sheet.folds[first], UNNAMED.__contains__)
        unnamed = reading is not None and not (reading[1] in _IN_CHARGE and _is_construct(sheet, first, taken))
        if unnamed and beside is not None and beside is starts.get(last):
            unnamed = False  # خبير أمني سالم العتيبي has a name
        elif unnamed:
            beside = None
            last = _described_until(sheet, first, last, taken, gazetteer)
        covered.update(range(first, last))
        span = Span(sheet.start_of(first, cut), sheet.tokens[last - 1].end)
        found.append(Nominal(span, "unnamed" if unnamed else "title", "PER", beside))
    for index, word in enumerate(sheet.folds):
        if index in covered or index in taken or not sheet.is_word(index) or word in COMMON:
            continue
        other = _other(sheet, index, gazetteer, taken)
        if other is not None:
            found.append(other)
            covered.update(sheet.indices(other.span.start, other.span.end))
    return sorted(found, key=lambda nominal: nominal.span)


def _title_ranges(
    sheet: Sheet, names: Sequence[Draft], titles: Iterable[TaggedSpan] | None
) -> list[tuple[int, int, int]]:
    """Tokens of titles and the letters cut from the first: the tagger's, else those that grammar finds."""
    if titles is None:
        return _titles_by_grammar(sheet, names)
    ranges = []
    for tag in sorted(titles, key=lambda tag: (tag.span.start, -tag.span.end)):
        indices = sheet.indices(tag.span.start, tag.span.end)
        first, last = indices.start, indices.stop
        while first < last and sheet.tokens[last - 1].kind == "mark":
            last -= 1
        if first < last <= first + _LONGEST_TITLE and sheet.is_word(first):
            cut = sheet.letters_before(first, tag.span.start) if sheet.tokens[first].start < tag.span.start else 0
            ranges.append((first, last, cut))
    return ranges


def _titles_by_grammar(sheet: Sheet, names: Sequence[Draft]) -> list[tuple[int, int, int]]:
    """An office's first word with the definite words, parts of offices and names after it."""
    names_at = {draft.first: draft for draft in names}
    ranges = []
    index, size = 0, len(sheet.folds)
    while index < size:
        reading = find_reading(sheet.folds[index], _TITLE_WORDS.__contains__) if sheet.is_word(index) else None
        if reading is None or index in names_at:
            index += 1
            continue
        last = index + 1
        while last - index < _LONGEST_TITLE and sheet.follows(last):
            name = names_at.get(last)
            if name is not None and name.type == "PER":
                break
            word = sheet.folds[last]
            if name is not None and (name.cut == 0 or sheet.folds[last].startswith(("لل", "ب", "ل"))):
                last = name.last
            elif word in OFFICE_PARTS or (word.startswith("ال") and word not in COMMON) or word in HONORIFICS:
                last += 1
            else:
                break
        before_name = last in names_at and names_at[last].type == "PER"
        if last > index + 1 or before_name or reading[1] in _LONE_TITLES:
            ranges.append((index, last, reading[0]))
        index = last
    return ranges


_TITLE_WORDS = OFFICES | HONORIFICS
# Offices that stand alone for the one person whom the text has named in them.
_LONE_TITLES = frozenset({"الرييس", "الوزير", "السفير", "الجنرال", "اللواء", "الملك", "المستشاره", "البابا"})


def _without_person(first: int, last: int, starts: dict[int, Draft]) -> int:
    """A title ends where a person's name begins."""
    return next((index for index in range(first, last) if index in starts), last)


def _neighbour(
    sheet: Sheet, title: tuple[int, int, int], starts: dict[int, Draft], ends: dict[int, Draft]
) -> Draft | None:
    """The name right behind the title or right before it, with a comma or a bracket between or without.

    A title joined to the name before it (بومبيو ووزير الخارجية العراقي) is somebody else's.
    """
    first, last, cut = title
    behind = starts.get(last)
    if behind is not None and behind.cut == 0 and sheet.are_joined(last) and not sheet.folds[last].startswith("لل"):
        return behind
    if sheet.folds[last : last + 1] in (["،"], [","]):
        # قال وزير النقل، فلان الفلاني، إن: in apposition, unless the title belongs to a name before it.
        behind = starts.get(last + 1)
        if behind is not None and behind.cut == 0 and behind.length > 1 and ends.get(first) is None:
            return behind
    if cut:
        return None
    before = first
    if before > 0 and sheet.folds[before - 1] in _BETWEEN:
        before -= 1
    name = ends.get(before)
    adjacent = name is not None and sheet.tokens[first].start - sheet.tokens[before - 1].end <= 2
    return name if adjacent or (name is not None and before < first) else None


def _other(sheet: Sheet, index: int, gazetteer: Gazetteer, taken: set[int]) -> Nominal | None:
    word = sheet.folds[index]
    reading = find_reading(
        word, lambda stem: stem in UNNAMED or stem in _CORE_INSTITUTIONS or _is_people(stem, gazetteer)
    )
    if reading is None:
        return None
    cut, stem = reading
    last = index + 1
    if stem in UNNAMED and cut == 0 and _is_adjective(sheet, index):
        return None  # السلطات المسؤولة, الصعيد الدبلوماسي
    if stem in _IN_CHARGE and _is_construct(sheet, index, taken):
        return Nominal(Span(sheet.start_of(index, cut), sheet.tokens[index + 1].end), "title", "PER")
    if stem in UNNAMED:
        last = _described_until(sheet, index, last, taken, gazetteer)
        return Nominal(Span(sheet.start_of(index, cut), sheet.tokens[last - 1].end), "unnamed", "PER")
    if stem in _CORE_INSTITUTIONS:
        while (
            sheet.follows(last) and sheet.folds[last] in gazetteer.nationalities and sheet.folds[last].startswith("ال")
        ):
            last += 1
        return Nominal(Span(sheet.start_of(index, cut), sheet.tokens[last - 1].end), "institution", "ORG")
    if cut == 0 and _is_adjective(sheet, index):
        return None  # المسؤولون العراقيون
    return Nominal(Span(sheet.start_of(index, cut), sheet.tokens[index].end), "people", "MISC")


def _is_adjective(sheet: Sheet, index: int) -> bool:
    """Whether a definite word stands behind another definite one, which it then describes."""
    before = sheet.folds[index - 1] if sheet.follows(index) else ""
    return sheet.folds[index].startswith("ال") and before.startswith("ال") and before not in COMMON


_CORE_INSTITUTIONS = INSTITUTIONS - {"الدفاع", "الامن", "الصحافه", "النخبه", "الدوري", "القياده", "المدرسه"}


def _described_until(sheet: Sheet, first: int, last: int, taken: set[int], gazetteer: Gazetteer) -> int:
    """Where an unnamed official's adjectives end (مسؤول أميركي بارز)."""
    while (
        last - first < _LONGEST_TITLE
        and sheet.follows(last)
        and last not in taken
        and _describes(sheet, last, gazetteer)
    ):
        last += 1
    return last


# Who is in charge of one definite thing (مسؤول الحج) is one particular man, as an office makes him.
_IN_CHARGE = frozenset({"مسوول", "مسووله"})


def _is_construct(sheet: Sheet, index: int, taken: set[int]) -> bool:
    """Whether a definite noun follows that makes the word before it definite; no day (قال مسؤول الجمعة إن)."""
    if index + 1 >= len(sheet.folds) or not sheet.follows(index + 1) or index + 1 in taken:
        return False
    word = sheet.folds[index + 1]
    return word.startswith("ال") and word not in RANKING and word not in COMMON


def _is_people(word: str, gazetteer: Gazetteer) -> bool:
    definite = word.startswith("ال") and len(word) >= _SHORTEST_PEOPLE and word in gazetteer.nationalities
    return definite and word.endswith(_PEOPLE)


def _describes(sheet: Sheet, index: int, gazetteer: Gazetteer) -> bool:
    """Whether the word goes on with an unnamed official: a nationality, a rank, or one of the usual adjectives."""
    word = sheet.folds[index]
    return word in gazetteer.nationalities or word in RANKING
