"""What a tagger leaves at the joints: proclitics, names cut short or run together, titles and adjectives swallowed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rawi.annotating.mentions.bodies import join_bodies, mend_organisation
from rawi.annotating.mentions.config import MentionsConfig
from rawi.annotating.mentions.gazetteer import Found, Gazetteer
from rawi.annotating.mentions.sheet import Draft, Sheet, stem_of, without_overlaps
from rawi.annotating.mentions.words import (
    COMMON,
    FOREIGN_PARTICLES,
    HONORIFICS,
    INSTITUTIONS,
    JOINING,
    LINKS,
    OFFICES,
    PLACE_NOUNS,
    PREPOSITIONS,
    RANKING,
    REGIONAL,
    SITE_HEADS,
)
from rawi.arabic.clitics import strip_proclitics
from rawi.arabic.names import arabic_given_names, foreign_given_names, split_name
from rawi.model.labels import MentionType
from rawi.model.tags import TaggedSpan

_TYPES: dict[str, MentionType] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
_PLACES = frozenset({"LOC", "GPE", "FAC"})
# Adjectives beside nationalities that still only describe forces.
_LONGEST_PERSON = 6


def coarse(kind: str) -> str:
    """PER, ORG or LOC: places of all kinds are one to a tagger."""
    return "LOC" if kind in _PLACES else kind


def align_tags(sheet: Sheet, tags: Iterable[TaggedSpan], config: MentionsConfig) -> list[Draft]:
    """The tagged names on the sheet's tokens, without marks at their ends; furniture and runaway spans left out."""
    drafts = []
    for tag in tags:
        kind = _TYPES.get(tag.label)
        indices = sheet.indices(tag.span.start, tag.span.end)
        first, last = indices.start, indices.stop
        cut = (
            sheet.letters_before(first, tag.span.start) if indices and sheet.tokens[first].start < tag.span.start else 0
        )
        while first < last and sheet.tokens[first].kind == "mark":
            first, cut = first + 1, 0
        while first < last and (sheet.tokens[last - 1].kind == "mark" or sheet.folds[last - 1] in PREPOSITIONS):
            last -= 1
        if kind is None or first >= last or last - first > config.longest_name or not sheet.prose[first]:
            continue
        words = [sheet.folds[index] for index in range(first, last) if sheet.tokens[index].kind == "word"]
        if not "".join(words) and (kind != "ORG" or not "".join(sheet.folds[first:last])):
            continue
        drafts.append(Draft(first, last, cut, kind, tag.score))
    return drafts


def repair_drafts(sheet: Sheet, drafts: Iterable[Draft], gazetteer: Gazetteer) -> list[Draft]:
    """The drafts with their boundaries mended; none overlap."""
    seen = _seen_stems(sheet, drafts := list(drafts))
    settled = [_settle_proclitics(sheet, draft, seen, gazetteer) for draft in drafts]
    parted = [part for draft in settled for part in _split_fused(sheet, draft)]
    joined = _join_persons(sheet, parted)
    whole = join_bodies(sheet, joined, gazetteer)
    mended = [_mend(sheet, draft, gazetteer) for draft in whole]
    # A word of nothing but tatweel or vowel marks has no letters to name anything.
    return without_overlaps(draft for draft in mended if draft is not None and any(sheet.words(draft)))


def _seen_stems(sheet: Sheet, drafts: Iterable[Draft]) -> frozenset[str]:
    """First words of names that the tagger saw without a proclitic, where none can be hidden in them."""
    firsts = ((draft, sheet.folds[draft.first]) for draft in drafts)
    return frozenset(word for draft, word in firsts if draft.cut == 0 and word[:1] not in _PROCLITIC_LETTERS)


_PROCLITIC_LETTERS = frozenset(("", "و", "ف", "ب", "ك", "ل"))
_SHORTEST_STEM = 3


def _settle_proclitics(sheet: Sheet, draft: Draft, seen: frozenset[str], gazetteer: Gazetteer) -> Draft:
    """Where the name starts: the tagger is right nearly always, what is known mends the rest."""
    word = sheet.folds[draft.first]
    found = gazetteer.find_at(sheet, draft.first)
    if (
        found is not None
        and coarse(found.entry.type) == coarse(draft.type)
        and len(found.entry.words[0]) >= _SHORTEST_STEM
    ):
        return replace(draft, cut=found.cut)
    if draft.cut == 0:
        given = arabic_given_names() if draft.type == "PER" else frozenset[str]()

        def is_known(stem: str) -> bool:
            return (stem in seen or stem in given) and len(stem) >= _SHORTEST_STEM

        reading = strip_proclitics(word, is_known)
        sure = is_known(reading.stem) or word.startswith(("وال", "ولل"))
        return replace(draft, cut=reading.cut if sure and word not in given else 0)
    if word[draft.cut - 1 :].startswith("لل") and len(word) - draft.cut > 2:
        return replace(draft, cut=draft.cut - 1)
    return draft


def _split_fused(sheet: Sheet, draft: Draft) -> list[Draft]:
    """مايك بومبيو للكاظمي are two persons: a person's name never goes on with لل."""
    if draft.type != "PER":
        return [draft]
    for index in range(draft.first + 1, draft.last):
        if sheet.folds[index].startswith("لل") or not sheet.are_joined(index):
            rest = index if sheet.tokens[index].kind == "word" else index + 1
            parts = [replace(draft, last=index)] if any(sheet.folds[draft.first : index]) else []
            if rest < draft.last:
                parts += _split_fused(sheet, replace(draft, first=rest, cut=0))
            return parts
    return [draft]


def _join_persons(sheet: Sheet, drafts: list[Draft]) -> list[Draft]:
    """Neighbouring pieces of one person's name made one, joining words (أبو، عبد، بن) with what follows them."""
    ordered = sorted(drafts, key=lambda draft: (draft.first, -draft.last))
    joined: list[Draft] = []
    for draft in ordered:
        current = _with_joining_words(sheet, draft) if draft.type == "PER" else draft
        before = joined[-1] if joined else None
        if before is not None and before.type == "PER" == current.type and _is_one_name(sheet, before, current):
            joined[-1] = replace(before, last=max(before.last, current.last), score=max(before.score, current.score))
        else:
            joined.append(current)
    return joined


def _is_one_name(sheet: Sheet, before: Draft, draft: Draft) -> bool:
    if draft.first < before.last:
        return True
    touching = draft.first == before.last and draft.cut == 0 and sheet.follows(draft.first)
    if (
        len(split_name(" ".join(sheet.words(before)))) > 1
        and sheet.folds[draft.first] not in LINKS
        and draft.length > 1
    ):
        return False  # two full names side by side (التقى سامر الفهيدي مازن الدريعي)
    return touching and draft.last - before.first <= _LONGEST_PERSON and not sheet.folds[draft.first].startswith("لل")


def _with_joining_words(sheet: Sheet, draft: Draft) -> Draft:
    first, last, cut = draft.first, draft.last, draft.cut
    first, cut = _with_given_name(sheet, first, cut, lonely=draft.length == 1)
    last = _with_family_name(sheet, first, last)
    while sheet.folds[last - 1] in JOINING and sheet.follows(last) and sheet.folds[last] not in COMMON:
        last += 1
    while last < len(sheet.folds) and sheet.folds[last] in LINKS and sheet.follows(last) and sheet.follows(last + 1):
        last += 2
        while sheet.folds[last - 1] in JOINING and sheet.follows(last):
            last += 1
    while cut == 0 and sheet.follows(first):
        reading = strip_proclitics(sheet.folds[first - 1], JOINING.__contains__)
        if reading.stem not in JOINING or reading.stem == "ال":
            break
        first, cut = first - 1, reading.cut
    return replace(draft, first=first, last=last, cut=cut)


def _with_given_name(sheet: Sheet, first: int, cut: int, *, lonely: bool) -> tuple[int, int]:
    """Where the name starts with the given name, or the particle (فان، دي), that the text puts before it."""
    if cut == 0 and sheet.follows(first):
        word = sheet.folds[first - 1]
        given = arabic_given_names() | foreign_given_names()
        if word in FOREIGN_PARTICLES:
            return _with_given_name(sheet, first - 1, 0, lonely=lonely)
        if (lonely or sheet.folds[first] not in given) and word not in COMMON and word not in HONORIFICS:
            reading = strip_proclitics(word, given.__contains__)
            if reading.stem in given and not reading.fused:
                return first - 1, reading.cut
    return first, cut


_NO_FAMILY = COMMON | HONORIFICS | OFFICES | INSTITUTIONS


def _with_family_name(sheet: Sheet, first: int, last: int) -> int:
    """Where a lone given name ends, the family name that plainly follows included (صالح العريض, أبو مهدي المهندس)."""
    kunya = last - first == 2 and sheet.folds[first] in ("ابو", "ام")
    if (last - first != 1 and not kunya) or not sheet.follows(last):
        return last
    word, after = sheet.folds[last - 1], sheet.folds[last]
    if (
        after in COMMON
        or after in HONORIFICS
        or after in OFFICES
        or after in INSTITUTIONS
        or len(after) < _SHORTEST_STEM
    ):
        return last
    arabic, foreign = arabic_given_names(), foreign_given_names()
    if word in arabic or kunya:
        family = after.startswith("ال") and after.endswith("ي")
        return last + 1 if family or after in arabic or (kunya and after.startswith("ال")) else last
    return last + 1 if word in foreign and not after.startswith(("ال", "لل", "و", "ب", "ل")) else last


def _mend(sheet: Sheet, draft: Draft, gazetteer: Gazetteer) -> Draft | None:
    """One draft with what it swallowed put out and what it lost brought back; None where no name is left."""
    found = gazetteer.find_at(sheet, draft.first)
    if found is not None and found.cut == draft.cut and _is_better(found, draft):
        draft = _fit_to_known(sheet, draft, found, gazetteer)
    if draft.type == "PER":
        return _mend_person(sheet, draft, gazetteer)
    if draft.type == "ORG":
        return mend_organisation(sheet, draft, gazetteer)
    return _mend_place(sheet, draft, gazetteer)


def _is_better(found: Found, draft: Draft) -> bool:
    """Whether a known name may mend the draft: one of its type, or a longer one of two words that only it bears."""
    same = coarse(found.entry.type) == coarse(draft.type)
    return same or (found.last > draft.last and found.last - draft.first > 1 and not found.entry.weak)


def _fit_to_known(sheet: Sheet, draft: Draft, found: Found, gazetteer: Gazetteer) -> Draft:
    """The known name's end where it is longer, or where the tagger ran on beyond it into what is no adjective."""
    if found.last > draft.last:
        return replace(draft, last=found.last, type=found.entry.type, knowledge=found.entry.id)
    rest = sheet.folds[found.last : draft.last]
    if not rest:
        return replace(draft, type=found.entry.type, knowledge=found.entry.id)
    if len(rest) == 1 and not found.entry.weak and rest[0] not in gazetteer.nationalities and draft.type == "ORG":
        return replace(draft, last=found.last, knowledge=found.entry.id)
    return draft


def _mend_person(sheet: Sheet, draft: Draft, gazetteer: Gazetteer) -> Draft | None:
    first, cut = draft.first, draft.cut
    while draft.last - first > 1 and _is_title(sheet, first, cut, gazetteer):
        first, cut = first + 1, 0
        while first < draft.last - 1 and sheet.tokens[first].kind == "mark":
            first += 1
    word = sheet.folds[first][cut:]
    lonely = draft.last - first == 1
    if lonely and (stem_of(word) in HONORIFICS or word in OFFICES or word in RANKING or word in COMMON):
        return None
    if lonely and word in gazetteer.nationalities and draft.score < _SURE:
        return None
    return replace(draft, first=first, cut=cut)


def _is_title(sheet: Sheet, first: int, cut: int, gazetteer: Gazetteer) -> bool:
    """Whether the name's first word is an honorific, or a nationality before a given name (العربي محمود درويش)."""
    word = stem_of(sheet.folds[first][cut:])
    if word in HONORIFICS:
        return True
    after = sheet.folds[first + 1]
    adjective = word in REGIONAL or (word.startswith("ال") and word in gazetteer.nationalities)
    return adjective and (after in arabic_given_names() or after in foreign_given_names())


# A nationality is a surname too (التركي، المصري); only a sure tagger is believed.
_SURE = 0.9


def _mend_place(sheet: Sheet, draft: Draft, gazetteer: Gazetteer) -> Draft | None:
    words = sheet.words(draft)
    if len(words) == 1:
        word = words[0]
        if word in gazetteer.nationalities and word not in gazetteer.entries:
            return None
        if word in PLACE_NOUNS or word in SITE_HEADS:
            if not sheet.follows(draft.last) or sheet.folds[draft.last] in COMMON:
                return None
            inside = replace(draft, first=draft.last, last=draft.last + 1, cut=0)
            return inside if word in PLACE_NOUNS else replace(draft, last=draft.last + 1)
        if sheet.tokens[draft.first].kind != "word":
            return None
    elif len(words) == 2 and words[1] in gazetteer.nationalities and not words[0].startswith("ال"):
        return replace(draft, last=draft.last - 1)
    return draft
