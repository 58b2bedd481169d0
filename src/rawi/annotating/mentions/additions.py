"""Names that the tagger missed and that the text or the tables vouch for."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.annotating.mentions.config import MentionsConfig
from rawi.annotating.mentions.gazetteer import Gazetteer
from rawi.annotating.mentions.sheet import Draft, Sheet, find_reading, taken_tokens
from rawi.annotating.mentions.words import COMMON, MEDIA_NOUNS
from rawi.model.annotation import AnnotatedArticle

_OPENING = frozenset("«“\"('‘")
_CLOSING = frozenset("»”\")'’")
_LONGEST_MEDIUM = 4


def add_missed(
    sheet: Sheet, drafts: Sequence[Draft], annotated: AnnotatedArticle, gazetteer: Gazetteer, config: MentionsConfig
) -> list[Draft]:
    """The drafts with media named behind their noun, agencies that sign, and long names of the tables added."""
    agencies = _agencies(sheet, drafts, annotated, gazetteer, config)
    signed = taken_tokens(agencies)
    kept = [draft for draft in drafts if not signed & set(range(draft.first, draft.last))]
    taken = taken_tokens(kept) | signed
    added = list(agencies)
    index = 0
    while index < len(sheet.folds):
        draft = None
        if index not in taken and sheet.is_word(index):
            draft = _medium(sheet, index, gazetteer, config) or _known(sheet, index, gazetteer, config)
        if draft is not None and not taken & set(range(draft.first, draft.last)):
            added.append(draft)
            index = draft.last
        else:
            index += 1
    return sorted([*kept, *added], key=lambda draft: draft.first)


def _agencies(
    sheet: Sheet,
    drafts: Sequence[Draft],
    annotated: AnnotatedArticle,
    gazetteer: Gazetteer,
    config: MentionsConfig,
) -> list[Draft]:
    """Where an agency signs (أ ف ب) and the tagger saw no organisation."""
    found = []
    bodies = taken_tokens(draft for draft in drafts if draft.type == "ORG")
    for zone in annotated.zones:
        if zone.kind != "agency":
            continue
        indices = sheet.indices(zone.start, zone.end)
        first, last = indices.start, indices.stop
        while first < last and sheet.tokens[first].kind == "mark":
            first += 1
        while last > first and sheet.tokens[last - 1].kind == "mark":
            last -= 1
        if first < last and sheet.prose[first] and bodies.isdisjoint(range(first, last)):
            known = gazetteer.find_at(sheet, first)
            cut = known.cut if known is not None else 0
            found.append(Draft(first, last, cut, "ORG", config.gazetteer_trust, "gazetteer"))
    return found


def _medium(sheet: Sheet, index: int, gazetteer: Gazetteer, config: MentionsConfig) -> Draft | None:
    """قناة «آفاق», صحيفة الوئام: what a medium's noun introduces, in quotes or known as a medium."""
    reading = find_reading(sheet.folds[index], MEDIA_NOUNS.__contains__)
    first = index + 1
    if reading is None or first >= len(sheet.folds):
        return None
    if sheet.folds[first] in _OPENING:
        last = first + 1
        while last - first <= _LONGEST_MEDIUM and sheet.is_word(last):
            last += 1
        closed = last < len(sheet.folds) and sheet.folds[last] in _CLOSING
        return Draft(first + 1, last, 0, "ORG", config.rule_trust, "rule") if closed and last > first + 1 else None
    found = gazetteer.find_at(sheet, first) if sheet.follows(first) else None
    if found is not None and found.cut == 0 and found.entry.type == "ORG":
        return Draft(first, found.last, 0, "ORG", config.gazetteer_trust, "gazetteer", found.entry.id)
    return None


def _known(sheet: Sheet, index: int, gazetteer: Gazetteer, config: MentionsConfig) -> Draft | None:
    """A known name of two words or more, which nothing else can be; of single words only countries and cities."""
    found = gazetteer.find_at(sheet, index)
    if found is None or found.entry.words[0] in COMMON:
        return None
    word = found.entry.words[0]
    if found.last - index < 2 and (found.entry.weak or found.entry.type != "GPE" or word in gazetteer.nationalities):
        return None
    return Draft(index, found.last, found.cut, found.entry.type, config.gazetteer_trust, "gazetteer", found.entry.id)
