"""What a tagger leaves at the joints of bodies' names: cut at a proclitic or a namesake, run on, or no names at all."""

from __future__ import annotations

from dataclasses import replace

from rawi.annotating.mentions.gazetteer import Gazetteer
from rawi.annotating.mentions.sheet import Draft, Sheet
from rawi.annotating.mentions.words import (
    COMMON,
    DESCRIBING,
    FORCES,
    GROUP_NOUNS,
    INSTITUTIONS,
    MEDIA_NOUNS,
    ORGANISATION_HEADS,
)
from rawi.arabic.clitics import strip_proclitics
from rawi.arabic.names import arabic_given_names


def join_bodies(sheet: Sheet, drafts: list[Draft], gazetteer: Gazetteer) -> list[Draft]:
    """الأمانة العامة لمنظمة كذا is one body, وزارة الشؤون البلدية والقروية too: taggers cut them at the proclitic."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before is not None and _is_bare_head(sheet, before) and draft.first == before.last and draft.cut == 0:
            named = sheet.folds[before.first][before.cut :] in GROUP_NOUNS
            joined[-1] = draft if named else replace(draft, first=before.first, cut=before.cut, type="ORG")
        elif (
            before is not None and before.type == "ORG" == draft.type and _is_one_body(sheet, before, draft, gazetteer)
        ):
            joined[-1] = replace(before, last=draft.last)
        else:
            joined.append(draft)
    return joined


def _is_bare_head(sheet: Sheet, draft: Draft) -> bool:
    """مجلس, نادي: a noun that begins a body's name, tagged alone."""
    return draft.type == "ORG" and draft.length == 1 and sheet.folds[draft.first][draft.cut :] in ORGANISATION_HEADS


def _is_one_body(sheet: Sheet, before: Draft, draft: Draft, gazetteer: Gazetteer) -> bool:
    if draft.first != before.last or not sheet.follows(draft.first) or draft.cut != 1:
        return False
    particle, head = sheet.folds[draft.first][0], sheet.folds[before.first][before.cut :]
    if particle == "ل":
        # المستشفى الإندونيسي لرويترز: a nation's is a whole name, and somebody spoke to another.
        general = sheet.folds[before.last - 1] not in gazetteer.nationalities
        return general and head in INSTITUTIONS and before.length <= _LONGEST_GENERAL
    adjective = (
        draft.length == 1 and sheet.folds[draft.first].startswith("وال") and sheet.folds[draft.first].endswith("يه")
    )
    return particle == "و" and adjective and head in ORGANISATION_HEADS and before.length > 1


# الأمانة العامة, اللجنة الاستراتيجية: general names of parts of a body, which need the body's name.
_LONGEST_GENERAL = 2


def mend_organisation(sheet: Sheet, draft: Draft, gazetteer: Gazetteer) -> Draft | None:
    """A body's draft with its ends mended; None where it names none."""
    words = sheet.words(draft)
    last = draft.last
    if words[0] in INSTITUTIONS or words[0] in FORCES:
        while (
            sheet.follows(last) and sheet.folds[last] in gazetteer.nationalities and sheet.folds[last].startswith("ال")
        ):
            last += 1
    elif draft.length > 1 and words[-1] in gazetteer.nationalities and _stands_after(sheet, draft, MEDIA_NOUNS):
        last -= 1
    if words[0] in INSTITUTIONS and draft.length >= 1 and sheet.follows(last) and sheet.folds[last].startswith("لل"):
        last += 1
    while last - draft.first > 1 and sheet.folds[last - 1] in _BELONGING:
        last -= 1
    last = _with_namesake(sheet, draft.first, last, gazetteer)
    draft = replace(draft, last=last)
    words = sheet.words(draft)
    if len(words) == 1:
        if words[0] in INSTITUTIONS or words[0] in FORCES:
            return replace(draft, form="nominal")
        if words[0] in ORGANISATION_HEADS and words[0] not in gazetteer.entries:
            return None
        if _is_attribute(sheet, draft):
            return None
        if words[0] in gazetteer.nationalities and words[0] not in gazetteer.entries:
            return None
    elif words[0] in FORCES and all(word in gazetteer.nationalities or word in DESCRIBING for word in words[1:]):
        return replace(draft, form="nominal")
    return draft


# What only tells whose or where a body is: مستشفى الأمل التابع للهلال الأحمر.
_BELONGING = frozenset({"التابع", "التابعه", "الواقع", "الواقعه", "الكاين", "الكاينه", "المعروف", "المعروفه"})


def _with_namesake(sheet: Sheet, first: int, last: int, gazetteer: Gazetteer) -> int:
    """Where a body's name ends that bears a man's (مستشفى كمال عدوان), cut by the tagger at his given name.

    The next word belongs to it where it is a family's, or where the article never has the one without the other.
    """
    if last - first < 2 or not sheet.follows(last) or sheet.folds[last - 1] not in arabic_given_names():
        return last
    if sheet.folds[last] in COMMON or sheet.folds[last][:2] in ("ال", "لل"):
        return last
    if sheet.folds[last] in gazetteer.families:
        return last + 1
    tail = sheet.folds[last - 2 : last]
    ends = [at + 2 for at in range(len(sheet.folds) - 1) if sheet.folds[at : at + 2] == tail]
    always = all(sheet.follows(at) and sheet.folds[at] == sheet.folds[last] for at in ends)
    return last + 1 if len(ends) > 1 and always else last


def _is_attribute(sheet: Sheet, draft: Draft) -> bool:
    """القيادي الحوثي, المقاتلين الحوثيين: an adjective after its definite noun names nothing."""
    word = sheet.folds[draft.first]
    if draft.cut or not word.endswith(_ADJECTIVE_ENDS) or not sheet.follows(draft.first):
        return False
    before = sheet.folds[draft.first - 1]
    return before.removeprefix("و").startswith("ال") and before not in COMMON


_ADJECTIVE_ENDS = ("ي", "يه", "يين", "يون", "يات")


def _stands_after(sheet: Sheet, draft: Draft, nouns: frozenset[str]) -> bool:
    before = draft.first - 1
    while before >= 0 and sheet.tokens[before].kind == "mark" and draft.first - before <= 2:
        before -= 1
    return before >= 0 and strip_proclitics(sheet.folds[before], nouns.__contains__).stem in nouns
