"""Sentences for a person, in Arabic and English, made from a comparison's reasons and values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.model.labels import Agreement


@dataclass(frozen=True, slots=True)
class Side:
    """One value and who tells it: the words as printed, outlets in order, as of when, whether in a headline."""

    words: str
    outlets: tuple[str, ...]
    day: str | None = None
    headline: bool = False


_ROLES_AR = {
    "killed": "القتلى",
    "wounded": "المصابين",
    "missing": "المفقودين",
    "arrested": "الموقوفين",
    "rescued": "الناجين",
    "captive": "المحتجزين",
    "displaced": "النازحين",
    "evacuated": "الذين أُجلوا",
    "aboard": "من كانوا على المتن",
    "casualties": "القتلى والمصابين معا",
}
_ROLES_EN = {
    "killed": "people killed",
    "wounded": "people injured",
    "missing": "people missing",
    "arrested": "people detained",
    "rescued": "people rescued",
    "captive": "people held",
    "displaced": "people displaced",
    "evacuated": "people evacuated",
    "aboard": "people aboard",
    "casualties": "people killed and injured",
}


# What is no number of an hour and a scope.
_TIMELESS = frozenset(["moment", "age", "same_change"])
# Why words or tellings differ, the first that applies.
_WORD_REASONS = {
    "conditional": ("وأحدهما مشروط", "one is told with a condition"),
    "negation": ("وفي أحدهما نفي", "one of them negates"),
    "other_number": ("والعدد مختلف", "the number differs"),
    "other_degree": ("ودرجة القول مختلفة", "one says more than the other: all or some, at once or by and by"),
    "same_words": ("والصياغة مختلفة", "the wording differs"),
}
_EVENT_REASONS = {
    "other_actor": ("والفاعل مختلف", "the one who acts differs"),
    "other_recipient": ("ومن وقع عليه الفعل مختلف", "the one acted upon differs"),
    "other_place": ("والمكان مختلف", "the place differs"),
    "other_instrument": ("والوسيلة مختلفة", "the means differ"),
    "actor_told": ("ويسمي أحدهما الفاعل", "only one names who did it"),
    "recipient_told": ("ويسمي أحدهما من وقع عليه الفعل", "only one names whom it befell"),
    "place_told": ("ويذكر أحدهما المكان", "only one says where"),
    "instrument_told": ("ويذكر أحدهما الوسيلة", "only one says by what means"),
}
_COUNTED = ("العدد المذكور", "the number given")
_GIVEN = {
    "money": ("المبلغ المذكور", "the amount given"),
    "percent": ("النسبة المذكورة", "the share given"),
    **dict.fromkeys(("count", "people", "event", "thing", "object", "organisation", "vehicle", "place"), _COUNTED),
}
_MONTHS_AR = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]
_MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def name_subject(role: str | None, thing: str, category: str) -> tuple[str, str]:
    """What is compared, in Arabic and English: the role where there is one, else the thing counted in its own words."""
    if role in _ROLES_AR and category in ("people", "count", "event"):
        return f"عدد {_ROLES_AR[role]}", f"the number of {_ROLES_EN[role]}"
    if category == "duration":
        return "المدة", "the length of time"
    if thing:
        arabic, english = _GIVEN.get(category, ("المقدار المذكور", "the measure given"))
        return f"{arabic} مع «{thing}»", f"{english} with “{thing}”"
    return "الرقم نفسه", "the same figure"


def explain(
    relation: Agreement, subject: tuple[str, str], sides: Sequence[Side], features: Sequence[str]
) -> tuple[str, str]:
    """(Arabic, English) sentence about a comparison. Each names every side with its words and outlets.

    >>> sides = [Side("7", ("الضفاف",)), Side("4", ("المشكاة", "النهر"))]
    >>> explain("conflicts", ("عدد القتلى", "the number of people killed"), sides, ["value_apart"])[1]
    'The reports conflict on the number of people killed: “7” (الضفاف), “4” (المشكاة and النهر), same time and scope.'
    """
    arabic, english = subject
    in_ar, of_ar = _led("في", arabic), _led("عن", arabic)
    told_ar = "، و".join(_side_ar(side) for side in sides)
    told_en = ", ".join(_side_en(side) for side in sides)
    if relation == "conflicts":
        if "deadline" in features:
            return f"تتعارض الروايات {in_ar}: {told_ar}، والفترة واحدة.", (
                f"The reports conflict on {english}: {told_en}, told at the same time."
            )
        if "few_against_many" in features:
            return f"تتعارض الروايات {in_ar}: {told_ar}؛ الوصف قليل والعدد كثير، في الفترة نفسها.", (
                f"The reports conflict on {english}: {told_en}; the words say few, the numbers many, at the same time."
            )
        if "denied" in features:
            return f"يتعارض ما ورد {of_ar}: {told_ar}؛ أحدهما يثبت ما ينفيه الآخر.", (
                f"The reports conflict on {english}: {told_en}; one asserts what the other denies."
            )
        if "other_name" in features:
            return f"يرد {arabic} مختلفا: {told_ar}.", f"Reports give {english} differently: {told_en}."
        if _TIMELESS.intersection(features):
            return f"تتعارض الروايات {in_ar}: {told_ar}.", f"The reports conflict on {english}: {told_en}."
        if "headline" in features:
            return f"لا يوافق العنوان المتن {in_ar}: {told_ar}.", (
                f"The headline does not match the text on {english}: {told_en}."
            )
        return f"تتعارض الروايات {in_ar}: {told_ar}، والزمن والنطاق واحد.", (
            f"The reports conflict on {english}: {told_en}, same time and scope."
        )
    if relation == "changes_over_time":
        if "turned" in features:
            return f"تغيّر الموقف {in_ar}: {told_ar}؛ أحدهما يثبت ما ينفيه الآخر في وقت لاحق.", (
                f"The position in {english} changed over time: {told_en}; one denies what the other asserts."
            )
        if "other_holder" in features:
            return f"تغيّر {arabic} مع الزمن: {told_ar}؛ فلا تعارض.", (
                f"{_capital(english)} changed over time: {told_en}; this is no conflict."
            )
        if "same_event" in features:
            return f"أحداث متشابهة في أوقات مختلفة: {told_ar}؛ فلا تعارض.", (
                f"Like happenings at different times: {told_en}; this is no conflict."
            )
        why_ar, why_en = _time(features)
        return f"تغيّر {arabic} مع الزمن: {told_ar}؛ {why_ar}، فلا تعارض.", (
            f"{_capital(english)} changed over time: {told_en}; {why_en}, so this is no conflict."
        )
    if relation == "differs_in_scope":
        why_ar, why_en = _scope(features)
        return f"يختلف نطاق {arabic}: {told_ar}؛ {why_ar}.", (f"The scope of {english} differs: {told_en}; {why_en}.")
    if "deadline" in features and relation == "differs_in_detail":
        return f"تتوافق الروايات {in_ar} وتختلف في الدقة: {told_ar}.", (
            f"The reports are compatible on {english} and differ in precision: {told_en}."
        )
    if "same_words" in features and relation == "differs_in_detail":
        why_ar, why_en = next(words for feature, words in _WORD_REASONS.items() if feature in features)
        return f"تنقل المقالات {arabic} باختلاف: {told_ar}؛ {why_ar}.", (
            f"Reports render {english} differently: {told_en}; {why_en}."
        )
    if "same_event" in features and relation == "differs_in_detail":
        found = [words for feature, words in _EVENT_REASONS.items() if feature in features]
        why_ar, why_en = "، ".join(ar for ar, _ in found), "; ".join(en for _, en in found)
        return f"تروي المقالات {arabic} وتختلف في التفصيل: {told_ar}؛ {why_ar}.", (
            f"Reports tell {english} alike and differ in detail: {told_en}; {why_en}."
        )
    if relation == "differs_in_detail":
        if "value_mirrored" in features:
            return f"الأرقام نفسها {in_ar}، واختلف ترتيب طباعتها: {told_ar}.", (
                f"The same digits are printed in another order on {english}: {told_en}."
            )
        rounded = "value_rounded" in features
        why_ar = "أحد الرقمين تقريب للآخر" if rounded else "والفرق في صيغة التقدير فقط"
        why_en = "one rounds the other" if rounded else "only the hedge differs"
        return f"تتوافق الروايات {in_ar} وتختلف في التفصيل: {told_ar}؛ {why_ar}.", (
            f"The reports are compatible on {english} and differ in detail: {told_en}; {why_en}."
        )
    if relation == "agrees" and "held" in features:
        return f"الموقف واحد {in_ar} على مر الزمن: {told_ar}.", (
            f"The position in {english} is the same over time: {told_en}."
        )
    if relation == "agrees":
        return f"تتفق الروايات {in_ar}: {told_ar}.", f"The reports agree on {english}: {told_en}."
    undated = "day_unknown" in features
    why_ar, why_en = ("؛ يوم أحد التقارير غير معروف", "; one report's day is unknown") if undated else ("", "")
    return f"لا يتبين هل تتوافق الروايات {in_ar}: {told_ar}{why_ar}.", (
        f"It is unclear whether the reports are compatible on {english}: {told_en}{why_en}."
    )


def _time(features: Sequence[str]) -> tuple[str, str]:
    if "update_told" in features:
        return "ويصف النص الرقم الأعلى بأنه تحديث", "the text calls the higher one an update"
    if "market" in features:
        return "والأسعار تتغير من ساعة إلى ساعة", "quotations of a market are new every hour"
    if "planned" in features:
        return "وأحد الرقمين متوقع لا واقع", "one of them is expected, not yet reached"
    return "والتاريخ مختلف", "the dates differ"


def _scope(features: Sequence[str]) -> tuple[str, str]:
    if "sum_of_parts" in features:
        return "أحدهما مجموع ما يفصّله الآخر", "one is the sum of what the other tells apart"
    if "part_of_total" in features:
        return "أحدهما جزء من مجموع", "one is part of a total"
    if "other_period" in features:
        return "كل منهما عن فترة غير فترة الآخر", "each is about another period"
    return "كل منهما عن فئة غير فئة الآخر", "each is about another group"


def _led(preposition: str, words: str) -> str:
    """A preposition before words; with ما it is written as one: فيما، عمّا."""
    joined = {"في": "فيما", "عن": "عمّا"}[preposition]
    return f"{joined} {words.removeprefix('ما ')}" if words.startswith("ما ") else f"{preposition} {words}"


def _side_ar(side: Side) -> str:
    day = f" في {_day(side.day, _MONTHS_AR)}" if side.day else "، العنوان" if side.headline else ""
    return f"«{side.words}» ({' و'.join(side.outlets)}{day})"


def _side_en(side: Side) -> str:
    day = f", {_day(side.day, _MONTHS_EN)}" if side.day else ", headline" if side.headline else ""
    names = side.outlets[0] if len(side.outlets) == 1 else ", ".join(side.outlets[:-1]) + " and " + side.outlets[-1]
    return f"“{side.words}” ({names}{day})"


def _day(day: str, months: Sequence[str]) -> str:
    """An ISO day in words, what is not known of it left out.

    >>> _day("2015-08-06", _MONTHS_EN), _day("2015", _MONTHS_EN)
    ('6 August 2015', '2015')
    >>> _day("2021/2022", _MONTHS_AR)
    '2021–2022'
    """
    if "/" in day:
        return day.replace("/", "–")
    year, *rest = day[:10].split("-")
    if not rest:
        return year
    month = months[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
