"""Offices over time: one title that two persons bear, years or months apart."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.arabic.names import score_spelling, split_name
from rawi.arabic.quantities.word_sets import word_set
from rawi.comparing.actions import PhraseReader
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.deadlines import days_apart
from rawi.comparing.agreement.explaining import Side
from rawi.comparing.agreement.findings import Finding
from rawi.comparing.agreement.sources import Sources
from rawi.comparing.words import fold_words
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Citation, Reason

# Offices that one person holds at a time.
_HEADS = word_set("رييس الرييس رييسه الرييسه ملك الملك وزير وزيره محافظ حاكم قايد مستشاره المستشاره سلطان مفتي سفير")
# Who had, will have or stands in for an office, and titles that many bear at once.
_NOT_THE_HOLDER = word_set(
    "نايب نايبه مساعد وكيل مستشار متحدث ناطق مبعوث ممثل مرشح السابق السابقه الاسبق الراحل المخلوع المنتخب المستقيل "
    "سابق سابقا خلفا سلفه عضو ابن نجل زوجه شقيق مكتب مدير لجنه مجلس فرع قسم ولي المعزول المكلف بالنيابه"
)
_AROUND = 20  # characters beside title and name that may say السابق
_SPELLING = 0.7
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class OfficeClaim:
    """A title beside a name: ``office`` are the title's keys, ``title`` and ``name`` the words."""

    article: str
    start: int
    end: int
    office: frozenset[str]
    title: str
    name: str
    day: str | None


def read_offices(annotated: AnnotatedArticle, reader: PhraseReader) -> tuple[OfficeClaim, ...]:
    """The offices that the article gives to persons by name, each person once, in order of place.

    Only offices of a country are compared: وزير الخارجية alone is said of everybody's.
    """
    text = annotated.text
    found: dict[tuple[frozenset[str], str], OfficeClaim] = {}
    for mention in annotated.mentions:
        title = mention.title
        if mention.type != "PER" or mention.form != "name" or title is None or title.end > mention.start:
            continue
        words = fold_words(text[title.start : title.end])
        around = fold_words(text[max(0, title.start - _AROUND) : mention.end + _AROUND])
        if not words or words[0] not in _HEADS or not _NOT_THE_HOLDER.isdisjoint(around):
            continue
        phrase = reader.read(text[title.start : title.end])
        if len(phrase.countries) != 1:
            continue
        name = mention.name or text[mention.start : mention.end]
        claim = OfficeClaim(
            annotated.id,
            title.start,
            mention.end,
            phrase.keys,
            " ".join(text[title.start : title.end].split()),
            name,
            annotated.published.first_day,
        )
        found.setdefault((phrase.keys, name), claim)
    return tuple(sorted(found.values(), key=lambda claim: (claim.start, claim.end)))


def find_office_findings(
    offices: Mapping[str, Sequence[OfficeClaim]], sources: Sources, config: AgreementConfig
) -> Iterable[Finding]:
    """Titles that pass from one person to another: all reports of the one are older than all of the other."""
    titles: dict[frozenset[str], list[OfficeClaim]] = {}
    for name in sorted(offices):
        for claim in offices[name]:
            if claim.day:
                titles.setdefault(claim.office, []).append(claim)
    for office in sorted(titles, key=sorted):
        terms = _terms(titles[office])
        for before, after in itertools.pairwise(terms):
            last, first = max(c.day or "" for c in before), min(c.day or "" for c in after)
            if last < first and days_apart(last, first) > config.other_term:
                yield _finding(before, after, sources)


def _terms(claims: Sequence[OfficeClaim]) -> list[list[OfficeClaim]]:
    """The claims by holder, in the order of their first days."""
    holders: list[list[OfficeClaim]] = []
    for claim in sorted(claims, key=lambda claim: (claim.day or "", claim.article, claim.start)):
        own = next((held for held in holders if _is_one(held[0].name, claim.name)), None)
        if own is None:
            holders.append([claim])
        else:
            own.append(claim)
    return holders


def _is_one(one: str, other: str) -> bool:
    """Whether two names have a word in common, in any spelling."""
    return any(score_spelling(a, b) >= _SPELLING for a in split_name(one) for b in split_name(other))


def _first_of_each(claims: Sequence[OfficeClaim]) -> list[OfficeClaim]:
    """One claim of each of the first few articles."""
    return list({claim.article: claim for claim in reversed(claims)}.values())[::-1][:_SHOWN]


def _finding(before: Sequence[OfficeClaim], after: Sequence[OfficeClaim], sources: Sources) -> Finding:
    shown = (*_first_of_each(before[::-1])[::-1], *_first_of_each(after))
    title = after[0].title
    return Finding(
        kind="office",
        relation="changes_over_time",
        subject=(f"من يحمل لقب «{title}»", f"who is called “{title}”"),
        members=tuple(
            Citation(
                c.article, c.start, c.end, f"{c.title} {c.name}", sources.days(c.article), sources.outlet(c.article)
            )
            for c in shown
        ),
        sides=tuple(
            Side(claim.name, (sources.outlet(claim.article),), sources.days(claim.article))
            for claim in (before[-1], after[0])
        ),
        reasons=(Reason("other_holder", 1.0, title),),
    )
