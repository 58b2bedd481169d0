"""Deadlines against each other: what is promised by when, and where reports say that no date was given."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rawi.arabic.letters import fold
from rawi.arabic.quantities.word_sets import word_set
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.explaining import Side
from rawi.comparing.agreement.findings import Finding
from rawi.comparing.agreement.links import Links
from rawi.comparing.agreement.sources import Sources, shorten
from rawi.comparing.agreement.wording import read_pace
from rawi.comparing.stems import light_stem
from rawi.comparing.words import split_words
from rawi.model.annotation import AnnotatedArticle, Commitment
from rawi.model.corpus import Citation, Reason
from rawi.model.labels import Agreement

Horizon = Literal["none", "soon", "far", "dated"]

# Actions that one writer calls by one word and the next by another.
_FAMILIES: dict[str, frozenset[str]] = {
    "leave": word_set(
        "انسحاب الانسحاب للانسحاب بالانسحاب سحب لسحب سينسحب ستنسحب تنسحب ينسحب ستسحب سيسحب تسحب يسحب انسحب انسحبت "
        "مغادره ستغادر سنغادر سيغادر تغادر يغادر غادر خروج بخروج الخروج رحيل لرحيل الرحيل سترحل اخراج لاخراج جلاء"
    ),
    "reduce": word_set("خفض تخفيض تقليص لتقليص ستخفض سيخفض ستقلص سيقلص ستواصل_ تخفيف"),
    "vote": word_set("انتخابات الانتخابات الاقتراع اقتراع التصويت استفتاء الاستفتاء"),
    "open": word_set("افتتاح تدشين ستفتح سيفتتح سيفتح فتح ستفتتح تشغيل سيبدا ستبدا بدء انطلاق ستنطلق سينطلق"),
    "finish": word_set("انجاز اكتمال استكمال اكمال انتهاء ينتهي تنتهي سينتهي ستنتهي الانتهاء انهاء سيكتمل"),
    "pay": word_set("صرف دفع سداد ستصرف ستدفع سيدفع سيصرف تسديد"),
    "free": word_set("افراج الافراج اطلاق_ سيفرج ستفرج"),
    "meet": word_set("عقد انعقاد ستعقد سيعقد اجتماع لقاء قمه مفاوضات محادثات جوله"),
}
_FAMILY_OF = {word: family for family, words in _FAMILIES.items() for word in words}
_NO_DATE = re.compile(
    r"(?:لا يوجد|لا توجد|لم يحدد|لم يعلن عن|دون ان يحدد|دون تحديد|من دون تحديد|بدون تحديد|بلا|لا)\s+(?:اي\s+)?"
    r"(?:جدول|جداول|موعد|مواعيد|مهله|سقف|اطار)\s*(?:ا)?\s*(?:زمني\w*|محدد\w*|نهايي\w*)?"
)
_CALENDAR_WORDS = ("جدول", "جداول", "موعد", "مواعيد", "مهلة", "مهله", "سقف", "إطار", "اطار")
_EMPTY = word_set("في من علي الي عن مع بعد قبل خلال حتي ان انه التي الذي ما قد كان هذا هذه و يتم لن لا لم سوف")
_RELATIVE = word_set("غدا غد اليوم الليله امس المقبل القادم الجاري الحالي")
_SAME_BEGINNING = 40  # characters by which a reprinted sentence is known
_FAR_DAYS = 365


@dataclass(frozen=True, slots=True)
class HorizonClaim:
    """By when something is to happen: ``horizon`` "none" (said to be open), "soon", "far" or "dated".

    ``pace`` is "at_once" or "gradual" where the words say how fast.
    """

    article: str
    start: int
    end: int
    words: str
    horizon: Horizon
    family: str
    stems: frozenset[str]
    day: str | None
    earliest: str | None
    latest: str | None
    holder: str | None
    negated: bool = False
    relative: bool = False
    pace: str | None = None
    headline: bool = False


def read_horizons(annotated: AnnotatedArticle) -> tuple[HorizonClaim, ...]:
    """The article's deadlines of known kinds of action, and its statements that no date was set; in order of place."""
    found = [claim for commitment in annotated.commitments if (claim := _commitment(annotated, commitment))]
    found += [claim for claim in _undated(annotated) if claim]
    return tuple(sorted(found, key=lambda claim: (claim.start, claim.end)))


def _commitment(annotated: AnnotatedArticle, commitment: Commitment) -> HorizonClaim | None:
    deadline = commitment.deadline
    if deadline.span is None:
        return None
    words = deadline.span.of(annotated.text)
    years = "سن" in words and any(mark in words for mark in ("سنوات", "السنوات", "سنة", "سنتين"))
    horizon: Horizon = "dated" if deadline.earliest and deadline.latest else "far" if years else "soon"
    if (
        horizon == "dated"
        and deadline.latest
        and days_apart(annotated.published.first_day, deadline.latest) >= _FAR_DAYS
    ):
        horizon = "far"
    return _claim(
        annotated,
        (commitment.start, max(commitment.end, deadline.span.end)),
        horizon,
        (deadline.earliest, deadline.latest),
        commitment.actor_name,
    )


def _undated(annotated: AnnotatedArticle) -> Iterable[HorizonClaim | None]:
    if not any(word in annotated.text for word in _CALENDAR_WORDS):
        return  # most articles speak of no date at all, and cutting them up would cost more than all the rest
    folded = " ".join(word for _, _, word in split_words(annotated.text))
    if not _NO_DATE.search(folded):
        return
    places = split_words(annotated.text)
    offset, starts = 0, []
    for _, _, word in places:
        starts.append(offset)
        offset += len(word) + 1
    for match in _NO_DATE.finditer(folded):
        first = max(0, bisect_right(starts, match.start()) - 1)
        last = max(first + 1, bisect_left(starts, match.end()))
        low, high = max(0, first - 14), min(len(places), last + 14)
        words = [word for _, _, word in places[low:high]]
        yield _claim(annotated, (places[first][0], places[last - 1][1]), "none", (None, None), None, words=words)


def _claim(
    annotated: AnnotatedArticle,
    span: tuple[int, int],
    horizon: Horizon,
    days: tuple[str | None, str | None],
    holder: str | None,
    *,
    words: Sequence[str] | None = None,
) -> HorizonClaim | None:
    start, end = span
    if words is None:
        words = [word for _, _, word in split_words(annotated.text[max(0, start - 40) : end])]
    family = next((_FAMILY_OF[word] for word in words if word in _FAMILY_OF), None)
    if family is None:
        return None
    stems = frozenset(
        light_stem(word) for word in words if word not in _EMPTY and word not in _FAMILY_OF and len(word) > 2
    )
    return HorizonClaim(
        article=annotated.id,
        start=start,
        end=end,
        words=shorten(annotated.text[start:end]),
        horizon=horizon,
        family=family,
        stems=stems,
        day=annotated.published.first_day,
        earliest=days[0],
        latest=days[1],
        holder=holder or annotated.article.outlet,
        relative=any(word in _RELATIVE for word in words),
        pace=read_pace(words),
        headline=_is_headline(annotated, start),
        negated=horizon != "none" and any(word in ("لن", "ولن", "فلن") for word in words),
    )


def _is_headline(annotated: AnnotatedArticle, start: int) -> bool:
    """Whether the words stand in a headline, or in the text's first line."""
    if any(zone.kind == "headline" and zone.start <= start < zone.end for zone in annotated.zones):
        return True
    head = annotated.text.lstrip()
    return start < len(annotated.text) - len(head) + len(head.split("\n", 1)[0])


def find_deadline_findings(
    horizons: Mapping[str, Sequence[HorizonClaim]],
    pairs: Sequence[tuple[str, str]],
    sources: Sources,
    config: AgreementConfig,
) -> Iterable[Finding]:
    """Findings about deadlines of one action, each round the claim that most others relate to in that way."""
    links: Links[tuple[Agreement, str], HorizonClaim] = Links(
        lambda claim: (claim.article, claim.start, claim.end, claim.words)
    )
    for first, second in pairs:
        for one in horizons.get(first, ()):
            for other in horizons.get(second, ()):
                if one.family != other.family or len(one.stems & other.stems) < config.shared_words or one == other:
                    continue
                if first != second and _is_other_pace(one, other, config):
                    links.add(("conflicts", "pace"), one, other)
                relation = relate_horizons(one, other, config)
                if relation == "conflicts" and _is_explained(one, other, horizons, config):
                    continue
                alone = first == second
                if alone and (relation != "conflicts" or one.headline == other.headline):
                    continue  # inside one text only a headline is held against the rest
                if relation is not None:
                    links.add((relation, "deadline"), one, other)
    for (relation, feature), group, _ in links.round_founders():
        yield _finding(relation, feature, group, sources)


def _is_other_pace(one: HorizonClaim, other: HorizonClaim, config: AgreementConfig) -> bool:
    """Whether one action is to come at once by one report, and by and by by the other's of the same days."""
    if {one.pace, other.pace} != {"at_once", "gradual"} or one.negated != other.negated:
        return False
    return days_apart(one.day, other.day) <= config.window


def _is_explained(
    one: HorizonClaim, other: HorizonClaim, horizons: Mapping[str, Sequence[HorizonClaim]], config: AgreementConfig
) -> bool:
    """Whether two dates that differ are no clash: of one sentence, of steps that both tell, or of one text's steps."""
    if one.negated != other.negated or "none" in (one.horizon, other.horizon):
        return False
    if _same_print(one, other, config):
        return True
    dated = one.horizon == other.horizon == "dated"
    if one.article == other.article:
        return dated
    return dated and (_tells(horizons[one.article], other) or _tells(horizons[other.article], one))


def _tells(claims: Sequence[HorizonClaim], told: HorizonClaim) -> bool:
    return any(
        claim.family == told.family and claim.latest is not None and claim.latest == told.latest for claim in claims
    )


def relate_horizons(one: HorizonClaim, other: HorizonClaim, config: AgreementConfig) -> Agreement | None:
    """How two deadlines of one action relate; None where both are too vague to tell."""
    apart = days_apart(one.day, other.day) > config.window
    kinds = {one.horizon, other.horizon}
    if one.negated != other.negated:
        # لن تنسحب against ستنسحب: with a horizon on either side one of the two can't come true.
        return "changes_over_time" if apart else "conflicts" if "none" not in kinds else None
    if kinds == {"none"}:
        return "agrees"
    if "none" in kinds:
        return "changes_over_time" if apart else "conflicts" if kinds & {"dated", "far"} else "differs_in_detail"
    if kinds == {"soon", "far"}:
        return "changes_over_time" if apart else "conflicts"
    if one.latest and other.latest and one.earliest and other.earliest:
        slack = 1 if one.relative or other.relative else 0  # tomorrow is reckoned from the day of printing
        if _gap(one, other) <= slack:
            return "agrees"
        if len(one.stems & other.stems) < config.one_action * min(len(one.stems), len(other.stems)):
            return None  # two dates of one subject, each of its own action
        return "changes_over_time" if apart else "conflicts"
    if len(kinds) == 1:
        return "changes_over_time" if apart and kinds != {"far"} else "differs_in_detail"
    return "changes_over_time" if apart else None


def _gap(one: HorizonClaim, other: HorizonClaim) -> int:
    """Days between two dated horizons, 0 where they share a day."""
    first, last = max(one.earliest or "", other.earliest or ""), min(one.latest or "", other.latest or "")
    return days_apart(first, last) if first > last else 0


def _same_print(one: HorizonClaim, other: HorizonClaim, config: AgreementConfig) -> bool:
    """Whether both are one sentence, read as of two days."""
    if fold(one.words)[:_SAME_BEGINNING] == fold(other.words)[:_SAME_BEGINNING]:
        return True
    return len(one.stems & other.stems) >= config.same_print * min(len(one.stems), len(other.stems))


def _finding(relation: Agreement, feature: str, members: Sequence[HorizonClaim], sources: Sources) -> Finding:
    shared = " ".join(sorted(frozenset.intersection(*(claim.stems for claim in members)))[:6])
    dated = relation == "changes_over_time"
    return Finding(
        kind="deadline",
        relation=relation,
        subject=("الموعد", "the deadline") if feature == "deadline" else ("الوتيرة", "the pace"),
        members=tuple(
            Citation(c.article, c.start, c.end, c.words, sources.days(c.article), c.holder)
            for c in sorted(members, key=lambda c: (c.article, c.start, c.end))
        ),
        sides=tuple(
            Side(c.words, (sources.outlet(c.article),), sources.days(c.article) if dated else None)
            for c in sorted(members, key=lambda c: (c.day or "", c.article, c.start))
        ),
        reasons=(Reason(feature, 1.0, f"{members[0].family} {shared}".strip()),),
    )


def days_apart(first: str | None, second: str | None) -> int:
    """Days between two dates, 0 where one is unknown."""
    if not first or not second or len(first) < 10 or len(second) < 10:
        return 0
    return abs((datetime.date.fromisoformat(first[:10]) - datetime.date.fromisoformat(second[:10])).days)
