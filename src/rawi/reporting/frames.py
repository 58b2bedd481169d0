"""The words that stand around records in a brief, in Arabic and English. Nothing here says anything about the news."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.model.days import ARABIC_MONTHS, ENGLISH_MONTHS
from rawi.reporting.briefing import Language


@dataclass(frozen=True, slots=True)
class Frames:
    """Sentence frames of one language; braces take words, names and dates of records."""

    title: str
    note: str
    stories: str
    said: str
    figures: str
    disputes: str
    changes: str
    promises: str
    timeline: str
    silences: str
    story: str
    quotation: str
    quotation_without_source: str
    relayed: str
    compared: str
    compared_value: str
    compared_value_without_outlet: str
    promise: str
    promise_without_actor: str
    promise_status: str
    event: str
    silence: str
    silence_without_actor: str
    undated: str
    machine: str
    counts: str
    months: tuple[str, ...]
    subjects: dict[str, str]
    relations: dict[str, str]
    statuses: dict[str, str]
    kinds: dict[str, str]


_ARABIC = Frames(
    title="موجز: {title}",
    note="كل سطر مأخوذ من سجل في الملف، وكلماته بين علامتي التنصيص منقولة حرفيا من المقال المذكور في الحاشية. "
    "لا يرجّح راوي رواية على أخرى.",
    stories="الوقائع الرئيسية",
    said="من قال ماذا",
    figures="ما تتفق فيه الروايات أو تتقارب",
    disputes="روايات متعارضة",
    changes="ما تغيّر مع الزمن",
    promises="الوعود والخطط والمطالب",
    timeline="تسلسل الأحداث",
    silences="ما لم يُقل",
    story="«{words}» ({when})",
    quotation="{source} ({when}): «{words}»",
    quotation_without_source="قول بلا قائل مسمّى ({when}): «{words}»",
    relayed="{source}، نقلا عن {through} ({when}): «{words}»",
    compared="{label}: {values}",
    compared_value="«{words}» ({holder}، {when})",
    compared_value_without_outlet="«{words}» ({when})",
    promise="{kind} — {actor} ({when}): «{words}»",
    promise_without_actor="{kind} ({when}): «{words}»",
    promise_status="{kind} — {actor}: «{words}» ← {status} ({when}): «{later}»",
    event="{when}: «{words}»",
    silence="{actor} ({when}): «{words}»",
    silence_without_actor="{when}: «{words}»",
    undated="بلا تاريخ",
    machine="صياغة آلية",
    counts="المنابر: {outlets}، الأصول المستقلة: {origins}",
    months=ARABIC_MONTHS,
    subjects={
        "figure": "العدد",
        "change": "مقدار التغيّر",
        "age": "العمر",
        "attribution": "الفاعل",
        "deadline": "الموعد",
        "duration": "المدة",
        "event": "ما جرى",
        "headline": "العنوان والمتن",
        "moment": "الوقت",
        "name": "الاسم",
        "office": "صاحب المنصب",
        "statement": "القول",
    },
    relations={
        "agrees": "اتفاق",
        "conflicts": "تعارض",
        "differs_in_detail": "اختلاف في التفصيل",
        "differs_in_scope": "اختلاف في النطاق",
        "changes_over_time": "تغيّر مع الزمن",
        "unclear": "غير واضح",
    },
    statuses={
        "open": "قائم",
        "due": "حان أجله",
        "overdue": "فات أجله",
        "reported_done": "ذُكر أنه نُفّذ",
        "reported_broken": "ذُكر أنه أُخلف",
        "restated": "أُعيد قوله",
        "changed": "تغيّر",
        "denied": "نُفي",
    },
    kinds={
        "promise": "وعد",
        "plan": "خطة",
        "demand": "مطلب",
        "refusal": "رفض",
        "forecast": "توقع",
        "condition": "شرط",
    },
)
_ENGLISH = Frames(
    title="Brief: {title}",
    note="Every line comes from a record of the dossier; words between marks are taken letter by letter from the "
    "article in the footnote. Rawi does not prefer one account to another.",
    stories="Main happenings",
    said="Who said what",
    figures="Where accounts agree or nearly agree",
    disputes="Accounts in conflict",
    changes="What changed over time",
    promises="Promises, plans and demands",
    timeline="Timeline",
    silences="What was not said",
    story="«{words}» ({when})",
    quotation="{source} ({when}): «{words}»",
    quotation_without_source="Said by nobody named ({when}): «{words}»",
    relayed="{source}, as told by {through} ({when}): «{words}»",
    compared="{label}: {values}",
    compared_value="«{words}» ({holder}, {when})",
    compared_value_without_outlet="«{words}» ({when})",
    promise="{kind} — {actor} ({when}): «{words}»",
    promise_without_actor="{kind} ({when}): «{words}»",
    promise_status="{kind} — {actor}: «{words}» → {status} ({when}): «{later}»",
    event="{when}: «{words}»",
    silence="{actor} ({when}): «{words}»",
    silence_without_actor="{when}: «{words}»",
    undated="undated",
    machine="machine wording",
    counts="outlets: {outlets}, independent origins: {origins}",
    months=ENGLISH_MONTHS,
    subjects={
        "figure": "Number",
        "change": "How much it changes",
        "age": "Age",
        "attribution": "Who did it",
        "deadline": "Deadline",
        "duration": "Length of time",
        "event": "What happened",
        "headline": "Headline and text",
        "moment": "Time",
        "name": "Name",
        "office": "Holder of the office",
        "statement": "Words",
    },
    relations={
        "agrees": "Agreement",
        "conflicts": "Conflict",
        "differs_in_detail": "Difference in detail",
        "differs_in_scope": "Difference in scope",
        "changes_over_time": "Change over time",
        "unclear": "Unclear",
    },
    statuses={
        "open": "open",
        "due": "due",
        "overdue": "overdue",
        "reported_done": "reported done",
        "reported_broken": "reported broken",
        "restated": "restated",
        "changed": "changed",
        "denied": "denied",
    },
    kinds={
        "promise": "Promise",
        "plan": "Plan",
        "demand": "Demand",
        "refusal": "Refusal",
        "forecast": "Forecast",
        "condition": "Condition",
    },
)


def frames(language: Language) -> Frames:
    """The frames of a language.

    >>> frames("en").statuses["denied"], frames("ar").relations["conflicts"]
    ('denied', 'تعارض')
    """
    return _ARABIC if language == "ar" else _ENGLISH
