"""Machine-translated passages, told by signs that a human writer or editor of Arabic doesn't leave.

Strong signs are damage: a sentence broken at the full stop of U.S. or Gen., an abbreviation left in Latin letters, a
pronoun set before its verb as English does. Weak signs (a blank before a comma, a by-passive) occur in careless human
prose too, so they only add to strong ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rawi.annotating.quotations.prose import Prose
from rawi.model.annotation import Evidence, TranslatedPassage
from rawi.model.span import Span


@dataclass(frozen=True, slots=True)
class TranslatedConfig:
    """When a paragraph counts as translated.

    least: weight of its own signs and half the weight of its neighbours' signs; with 2.0 none of
    the 490 labelled articles of the 2015 Saudi press is flagged, which people wrote.
    neighbours: paragraphs on each side that count.
    most_weak: what weak signs may add in one paragraph.
    """

    least: float = 2.0
    neighbours: int = 2
    most_weak: float = 0.75


@dataclass(frozen=True, slots=True)
class _Sign:
    pattern: re.Pattern[str]
    weight: float
    why: str


_ARABIC = "\u0621-\u064a"
_RANKS = "الجنرال|السناتور|العقيد|الكولونيل|الملازم|النقيب|الأدميرال|الحاكم|السيناتور|القس|الرقيب"
_MONTHS = "يناير|فبراير|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|كانون الثاني|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول"
_SPEECH = "قال|قالت|أضاف|أضافت|قالوا|أضافوا|أوضح|أوضحت|كتب|كتبت"
_MODALS = "يمكن|يستطيع|تستطيع|يجب|كان|كانت|قد"

_STRONG = (
    _Sign(re.compile(rf"الولايات المتحدة\. (?!و)(?=[{_ARABIC}])"), 2.0, "جملة كسرتها نقطة U.S."),
    _Sign(re.compile(rf"(?<![{_ARABIC}])نحن\. (?=ال[{_ARABIC}])"), 2.0, "U.S. ترجمت ضميرا"),
    _Sign(re.compile(rf"(?:{_RANKS})\. (?=[{_ARABIC}])"), 1.5, "رتبة قطعتها نقطة الاختصار"),
    _Sign(re.compile(rf"(?:{_MONTHS})\. \d{{1,2}}(?= [{_ARABIC}])"), 1.0, "شهر قطعته نقطة الاختصار"),
    _Sign(
        re.compile(r"(?<![A-Za-z.])(?:U\.S\.?|US|UN|EU|GOP|ISIS|NATO|UK)(?![A-Za-z-])"), 1.0, "اختصار أجنبي لم يترجم"
    ),
    _Sign(
        re.compile(rf"(?<=[{_ARABIC}] )[A-Z][a-z]{{3,}}(?: [A-Z][a-z]{{2,}})*(?= [{_ARABIC}])"),
        1.0,
        "اسم بحروف لاتينية في نثر عربي",
    ),
    _Sign(re.compile(rf"(?:^|[.،”\"] )(?:هو|هي|هم) (?:{_SPEECH})(?= )", re.M), 1.0, "ضمير قبل فعله"),
    _Sign(re.compile(rf"(?:^|\s)(?:{_MODALS}) و(?:سوف|س[يتن])[{_ARABIC}]*", re.M), 1.5, "فعلان مساعدان معطوفان"),
    _Sign(re.compile(r"[”\"»] ، (?:قال|قالت) "), 0.75, "فعل القول بعد الكلام"),
)
# Brands and abbreviations in Latin letters fill human prose about technology: a paragraph's count as one.
_FOREIGN = _STRONG[4:6]
_WEAK = (
    _Sign(re.compile(rf"(?<=[{_ARABIC}]) ،(?=\s)"), 0.25, "فراغ قبل الفاصلة"),
    _Sign(re.compile(rf"(?:تم|يتم) (?:ال)?[{_ARABIC}]+ من قبل"), 0.25, "مبني للمجهول منقول"),
    _Sign(re.compile(rf"“ [{_ARABIC}][^“”]* ”"), 0.25, "فراغ داخل علامتي الاقتباس"),
    _Sign(re.compile(rf"(?:هذا|ذلك) (?!ال)[{_ARABIC}]{{3,}}ة(?=[\s.،])"), 0.25, "تنافر في الجنس"),
    _Sign(re.compile(r"(?:هذه|تلك) ال\w{2,}(?:ير|يس|ور)(?=[\s.،])"), 0.25, "تنافر في الجنس"),
)


def find_translated(
    prose: Prose, paragraphs: tuple[Span, ...], config: TranslatedConfig = TranslatedConfig()
) -> tuple[TranslatedPassage, ...]:
    """Passages that bear signs enough, neighbouring paragraphs joined, with the signs and their summed weight."""
    signs = [_signs_of(prose.text, span) for span in paragraphs]
    sums = [_sum_of(found, config) for found in signs]
    flagged = []
    for index, own in enumerate(sums):
        near = sums[max(0, index - config.neighbours) : index] + sums[index + 1 : index + 1 + config.neighbours]
        flagged.append(own > 0 and own + sum(near) / 2 >= config.least)
    passages: list[TranslatedPassage] = []
    start = 0
    while start < len(paragraphs):
        if not flagged[start]:
            start += 1
            continue
        stop = start
        # One clean paragraph between two flagged ones was translated with them.
        while any(flagged[stop + 1 : stop + 3]):
            stop += 1 if flagged[stop + 1] else 2
        evidence = tuple(
            Evidence("", *place, sign.why) for index in range(start, stop + 1) for place, sign in signs[index]
        )
        score = round(sum(sums[start : stop + 1]), 3)
        passages.append(TranslatedPassage(paragraphs[start].start, paragraphs[stop].end, evidence, score))
        start = stop + 1
    return tuple(passages)


def _sum_of(found: list[tuple[tuple[int, int], _Sign]], config: TranslatedConfig) -> float:
    once = {sign for _, sign in found if sign in _FOREIGN}
    strong = sum(sign.weight for _, sign in found if sign in _STRONG and sign not in once)
    strong += max((sign.weight for sign in once), default=0.0)
    weak = sum(sign.weight for _, sign in found if sign in _WEAK)
    return strong + min(weak, config.most_weak) if strong else 0.0


def _signs_of(text: str, paragraph: Span) -> list[tuple[tuple[int, int], _Sign]]:
    found = []
    for sign in (*_STRONG, *_WEAK):
        for match in sign.pattern.finditer(text, paragraph.start, paragraph.end):
            start, end = match.span()
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start < end:
                found.append(((start, end), sign))
    return sorted(found, key=lambda item: item[0])
