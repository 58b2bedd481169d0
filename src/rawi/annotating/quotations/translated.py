"""Machine-translated passages, told by signs that a human writer or editor of Arabic doesn't leave."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rawi.annotating.quotations.prose import Prose
from rawi.model.annotation import Evidence, TranslatedPassage
from rawi.model.span import Span


@dataclass(frozen=True, slots=True)
class TranslatedConfig:
    """Weights of the signs and how many make a passage translated.

    least: sum of weights (uncalibrated) for a paragraph together with its neighbours; 2.0 flags no article of the
    240 of gold/train that their annotators had not called translated.
    neighbours: paragraphs on each side whose signs also count, at half weight.
    """

    least: float = 2.0
    neighbours: int = 2


# Pattern, weight, why.
_SIGNS: tuple[tuple[re.Pattern[str], float, str], ...] = (
    (re.compile(r"الولايات المتحدة\.\s+(?!و[^\s]*\s)(?=\S)"), 2.0, "جملة كسرتها نقطة U.S."),
    (re.compile(r"(?<![A-Za-z])(?:U\.S\.?|US|UN|EU|GOP|FBI)(?![A-Za-z-])"), 1.0, "اختصار أجنبي لم يترجم"),
    (re.compile(r"(?<=[\u0621-\u064a]) ،(?=\s)"), 0.25, "فراغ قبل الفاصلة"),
    (
        re.compile(r"(?<=[\u0621-\u064a] )[A-Z][a-z]{3,}(?: [A-Z][a-z]{2,})*(?= [\u0621-\u064a])"),
        1.0,
        "اسم بحروف لاتينية في نثر عربي",
    ),
    (re.compile(r"(?:^|\s)(?:يمكن وسوف|يمكن وينبغي|كان وسيظل|لنا الاستثمار|ولا يزالون)\s"), 1.5, "تركيب إنكليزي"),
    (re.compile(r"\b(?:وقال|قال|وقالت|قالت) (?:أنه|أنها) كان"), 0.5, "زمن منقول عن الإنكليزية"),
    (
        re.compile(
            r"(?:في|على|من) (?:وقت سابق من )?(?:هذا )?(?:الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد) (?:بعد الظهر|في وقت مبكر)"
        ),
        0.5,
        "ترتيب إنكليزي للزمن",
    ),
    (re.compile(r"(?:تم|يتم) (?:ال)?[\u0621-\u064a]+ من قبل"), 0.3, "مبني للمجهول مترجم"),
    (
        re.compile(r"(?<=[\u0621-\u064a])\. (?:الشركات|القوات|المسؤولون|الحكومة|الجنود|الجيش)(?= [\u0621-\u064a])"),
        0.5,
        "كلمة قطعتها نقطة",
    ),
)
_CLASH = re.compile(
    r"(?:هذا|ذلك) [\u0621-\u064a]{3,}ة(?=[\s.،])|(?:هذه|تلك) ال[\u0621-\u064a]{2,}(?:ير|يس|ور)(?=[\s.،])"
)
_CLASH_WEIGHT = 0.5


def find_translated(
    prose: Prose, paragraphs: tuple[Span, ...], config: TranslatedConfig = TranslatedConfig()
) -> tuple[TranslatedPassage, ...]:
    """Passages that bear signs enough, neighbouring paragraphs joined, with the signs and their summed weight."""
    signs = [_signs_of(prose.text, span) for span in paragraphs]
    sums = [sum(weight for weight, _ in found) for found in signs]
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
        while stop + 1 < len(paragraphs) and (flagged[stop + 1] or (stop + 2 < len(paragraphs) and flagged[stop + 2])):
            stop += 1
        evidence = tuple(sign for index in range(start, stop + 1) for _, sign in signs[index])
        score = round(sum(sums[start : stop + 1]), 3)
        passages.append(TranslatedPassage(paragraphs[start].start, paragraphs[stop].end, evidence, score))
        start = stop + 1
    return tuple(passages)


def _signs_of(text: str, paragraph: Span) -> list[tuple[float, Evidence]]:
    found = []
    for pattern, weight, why in (*_SIGNS, (_CLASH, _CLASH_WEIGHT, "تنافر في الجنس")):
        for match in pattern.finditer(text, paragraph.start, paragraph.end):
            start, end = match.span()
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start < end:
                found.append((weight, Evidence("", start, end, why)))
    return sorted(found, key=lambda sign: sign[1].start)
