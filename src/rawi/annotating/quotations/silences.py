"""Silences: what the text says was not said or not given (دون أن يحدد، لم يذكر، رفض التعليق، لم يصدر تعليق)."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.annotating.quotations.extents import boundaries
from rawi.annotating.quotations.phrases import noun_span, phrase_after
from rawi.annotating.quotations.prose import Prose, Sentence
from rawi.annotating.quotations.reports import Report
from rawi.annotating.quotations.speakers import Speaker
from rawi.annotating.quotations.words import ALL_PREPOSITIONS, BARE_PARTICLES, NEGATIONS
from rawi.model.annotation import Silence
from rawi.model.span import Span, trim

# Verbs of giving information; said under a negation, they tell of a silence.
_GIVING = frozenset(
    """يحدد تحدد يحددوا يذكر تذكر يذكروا يوضح توضح يكشف تكشف يكشفوا يعلن تعلن يعلنوا يشر تشر يشير تشير يتطرق تتطرق يدل تدل يدلي تدلي يعط تعط
    يعطي تعطي يقدم تقدم يقدموا يفصح تفصح يسم تسم يسمه يسمها تسمه يسمي يبين تبين يورد تورد يعلق تعلق يتضح يعرف تعرف يصدر تصدر يفصل تفصل يخض
    تخض يخوض تخوض يتحدث تتحدث ينشر تنشر يوضحوا يرد ترد يجب تجب يتوفر تتوفر يات تات ياتي تاتي يعلل يفسر تفسر""".split()
)
_AFTER_MASDAR = frozenset(
    {
        "تحديد",
        "ذكر",
        "الكشف",
        "كشف",
        "الاشاره",
        "اعلان",
        "توضيح",
        "الخوض",
        "اعطاء",
        "تقديم",
        "تسميه",
        "الافصاح",
        "التطرق",
    }
)
_REFUSED = frozenset(
    {"رفض", "رفضت", "رفضوا", "يرفض", "ترفض", "امتنع", "امتنعت", "امتنعوا", "تحفظ", "تحفظت", "رافضا", "رافضه"}
)
_REFUSABLE = frozenset(
    {
        "التعليق",
        "الكشف",
        "الافصاح",
        "الرد",
        "التصريح",
        "الحديث",
        "الادلاء",
        "الخوض",
        "ذكر",
        "تحديد",
        "التعقيب",
        "الاجابه",
        "كشف",
        "توضيح",
    }
)


def find_silences(prose: Prose, reports: Sequence[Report], speakers: Sequence[Speaker]) -> tuple[Silence, ...]:
    """Every silence, with who kept it (the subject, or the last who spoke) and what was not given."""
    found: list[Silence] = []
    for sentence in prose.sentences:
        index = sentence.first
        while index < sentence.last:
            place = _silence_at(prose, sentence, index)
            if place is None:
                index += 1
                continue
            start, verb, last = place
            found.append(_silence(prose, reports, speakers, start, verb, last))
            index = max(last, index + 1)
    return tuple(found)


def _silence_at(prose: Prose, sentence: Sentence, index: int) -> tuple[int, int, int] | None:
    """First token, verb and end of a silence that begins at ``index``."""
    fold = prose.tokens[index].fold
    following = prose.tokens[index + 1].fold if index + 1 < sentence.last else ""
    if fold in ("دون", "بدون") or fold in ("من",) and following == "دون":
        step = index + (2 if fold == "من" else 1)
        word = prose.tokens[step].fold if step < sentence.last else ""
        if word == "ان" and step + 1 < sentence.last and prose.tokens[step + 1].fold in _GIVING:
            return index, step + 1, _end(prose, step + 1, sentence.last)
        if word in _AFTER_MASDAR:
            return index, step, _end(prose, step, sentence.last)
    if fold in NEGATIONS - {"ما", "لا", "ليس", "عدم", "دون", "بدون"} and following in _GIVING:
        return index, index + 1, _end(prose, index + 2, sentence.last)
    if (
        fold in ("لا", "ولا")
        and following in _GIVING
        and following.startswith(("يعلن", "تعلن", "يكشف", "تكشف", "تحدد", "يحدد", "تنشر"))
    ):
        return index, index + 1, _end(prose, index + 2, sentence.last)
    if fold in _REFUSED or fold[:1] in "وف" and fold[1:] in _REFUSED:
        for later in range(index + 1, min(sentence.last, index + 9)):
            if prose.tokens[later].fold in _REFUSABLE:
                return index, index, _end(prose, later + 1, sentence.last)
            if prose.tokens[later].fold in BARE_PARTICLES:
                break
    return None


def _end(prose: Prose, first: int, limit: int) -> int:
    """Where a silence ends: at the first pause."""
    return next(boundaries(prose, first, limit), limit)


def _silence(
    prose: Prose, reports: Sequence[Report], speakers: Sequence[Speaker], first: int, verb: int, last: int
) -> Silence:
    start = prose.tokens[first].start
    if prose.tokens[first].fold[:1] == "و" and prose.tokens[first].fold not in ("وفق",):
        start += 1
    span = trim(prose.text, start, prose.tokens[last - 1].end, " ،.؛,") or prose.tokens[first].span
    phrase = phrase_after(prose, verb + 1, last, open_ended=True)
    who = noun_span(prose, *phrase) if phrase and phrase[0] in prose.mention_at and phrase[1] < last else None
    begin = verb + 1 if who is None or phrase is None else phrase[1]
    while begin < last and prose.tokens[begin].fold in ALL_PREPOSITIONS:
        begin += 1
    what = (
        trim(prose.text, prose.tokens[begin].start, span.end, " ،.؛,")
        if begin < last and prose.tokens[begin].start < span.end
        else None
    )
    entity = None
    if who is None:
        for report, speaker in zip(reports, speakers):
            if report.place <= start and speaker.source is not None:
                who, entity = speaker.source, speaker.entity
    return Silence(span.start, span.end, who, entity, what)
