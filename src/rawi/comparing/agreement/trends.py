"""From one number to another: what is said to fall or rise (من 18 إلى 11 ساعة), compared as a whole."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.arabic.letters import fold_letters
from rawi.arabic.numerals import parse_number
from rawi.arabic.quantities.word_sets import word_set
from rawi.comparing.agreement.claims import Claim, holding_days
from rawi.comparing.agreement.clashes import is_market
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.deadlines import days_apart
from rawi.comparing.agreement.explaining import Side
from rawi.comparing.agreement.findings import Finding
from rawi.comparing.agreement.grouping import group_two_sides
from rawi.comparing.agreement.links import group_round_founders
from rawi.comparing.agreement.sources import Sources
from rawi.comparing.agreement.values import Value, compare_values
from rawi.comparing.stems import light_stem
from rawi.comparing.words import find_stems
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Citation, Reason
from rawi.model.labels import Agreement

_ABOUT = r"(?:نحو\s+|حوالي\s+)?\(?"
_TO = re.compile(rf"(?<![^\W_])من\s+{_ABOUT}([^\W_]\S*(?:\s+\S+){{0,3}}?)\)?\s+الي\s+{_ABOUT}$")
_LONGEST = 48
_TWO = 2
_TURNS = frozenset(
    light_stem(word)
    for word in word_set(
        "ارتفع ارتفعت انخفض انخفضت تراجع تراجعت زياده خفض تخفيض تقليل تقليص يقلل سيقلل تقلل ستقلل يخفض سيخفض ارتفاع "
        "انخفاض رفع يرفع سيرفع قفز قفزت هبط هبطت زاد زادت يزيد ستزيد سيزيد ليرتفع لينخفض ترتفع تنخفض"
    )
)
_EMPTY = frozenset(
    light_stem(word)
    for word in word_set(
        "في من علي الي عن مع بعد قبل خلال ان انه التي الذي الذين هو هي كما او ما قد كان كانت هذا هذه يصل وصل عدد نسبه "
        "قيمه ساعه ساعات يوم مليون مليار الف"
    )
)


_MEASURES = frozenset(light_stem(word) for word in word_set("فتره زمن مده وقت ساعات عدد نسبه قيمه سعر معدل حجم"))


@dataclass(frozen=True, slots=True)
class Trend:
    """A change: its first number, the claim of its last, the characters of both, and stems of what changes."""

    claim: Claim
    start: int
    before: Value
    subject: tuple[str, ...]
    words: str


def read_trends(annotated: AnnotatedArticle, claims: Sequence[Claim], config: AgreementConfig) -> tuple[Trend, ...]:
    """The changes that the article's claims end, in order of place."""
    found = []
    for claim in claims:
        if claim.part != "text":
            continue
        low = max(0, claim.start - _LONGEST)
        match = _TO.search(fold_letters(annotated.text[low : claim.start]))
        if match is None:
            continue
        value = _first_number(match[1])
        last = _first_number(fold_letters(claim.surface))
        if value is None or not last or not claim.value.point:
            continue
        value *= claim.value.point / last  # both numbers are of the unit that stands behind the second
        start = low + match.start()
        subject = _subject(annotated.text[max(0, start - config.trend_context) : start])
        words = " ".join(annotated.text[start : claim.end].split())
        found.append(Trend(claim, start, Value(value, value, "exact"), subject, words))
    return tuple(found)


def _subject(before: str) -> tuple[str, ...]:
    """The stems that tell what changes, in order: those after the word of measuring, or of rising or falling."""
    words = before.rsplit(".", 1)[-1].split()[1:]
    stems = [stem for word in words for stem in find_stems(word)]
    turns = [at for at, stem in enumerate(stems) if stem in _MEASURES] or [
        at for at, stem in enumerate(stems) if stem in _TURNS
    ]
    return tuple(stem for stem in stems[turns[-1] + 1 if turns else 0 :] if len(stem) > 2 and stem not in _EMPTY)


def _first_number(words: str) -> float | None:
    """The number that the words begin with: 18, or 20 ساعة.

    >>> _first_number("20 ساعه"), _first_number("ثلاثه وعشرين"), _first_number("المطار")
    (20, 23, None)
    """
    parts = words.strip("()").split()
    for length in range(len(parts), 0, -1):
        value = parse_number(" ".join(parts[:length]))
        if value is not None:
            return value
    return None


def find_trend_findings(
    trends: Mapping[str, Sequence[Trend]], sources: Sources, config: AgreementConfig
) -> Iterable[Finding]:
    """Changes of one thing told with other numbers within a few days, whatever else the articles are about."""
    about: dict[str, list[Trend]] = {}
    for name in sorted(trends):
        for trend in trends[name]:
            if trend.subject:
                # How long ships wait is not how long they sail: the first word must be the same.
                about.setdefault(trend.subject[0], []).append(trend)
    edges: dict[Agreement, dict[Trend, list[Trend]]] = {}
    for first, second in (
        pair for word in sorted(about) for pair in itertools.combinations(about[word][: config.most_changes], 2)
    ):
        if _is_one_change(first, second, sources, config):
            linked = edges.setdefault(_relate(first, second, config), {})
            linked.setdefault(first, []).append(second)
            linked.setdefault(second, []).append(first)
    for relation in sorted(edges):
        group_by = group_two_sides if relation == "conflicts" else group_round_founders
        for group in group_by(edges[relation], lambda t: (t.claim.article, t.start, t.claim.end, t.words)):
            shared = frozenset.intersection(*(frozenset(trend.subject) for trend in group))
            yield _finding(relation, group, sources, " ".join(sorted(shared)[:6]))


def _is_one_change(first: Trend, second: Trend, sources: Sources, config: AgreementConfig) -> bool:
    one, other = first.claim, second.claim
    if one.base != other.base or is_market(one) or is_market(other):
        return False
    if (
        sources.outlets((one.article, other.article)) < _TWO
        or days_apart(one.published, other.published) > config.window
    ):
        return False
    if not _shares_number(first, second, config):
        return False  # of the canal's income and of all its projects' nothing is the same
    shared, least = set(first.subject) & set(second.subject), min(len(set(first.subject)), len(set(second.subject)))
    return len(shared) >= config.shared_words and len(shared) >= config.same_subject * least


def _shares_number(first: Trend, second: Trend, config: AgreementConfig) -> bool:
    """Whether one of the two numbers of a change is one of the other's, as they tell of one thing."""
    return any(
        compare_values(mine, theirs, config) != "apart"
        for mine in (first.before, first.claim.value)
        for theirs in (second.before, second.claim.value)
    )


def _relate(first: Trend, second: Trend, config: AgreementConfig) -> Agreement:
    fits = (
        compare_values(first.before, second.before, config),
        compare_values(first.claim.value, second.claim.value, config),
    )
    if "apart" in fits:
        return "conflicts"
    return "agrees" if fits == ("equal", "equal") else "differs_in_detail"


def _finding(relation: Agreement, trends: Sequence[Trend], sources: Sources, shared: str) -> Finding:
    members = sorted(trends, key=lambda trend: (trend.claim.article, trend.start))
    return Finding(
        kind="change",
        relation=relation,
        subject=("مقدار التغير", "how much it changes"),
        members=tuple(
            Citation(t.claim.article, t.start, t.claim.end, t.words, holding_days(t.claim), t.claim.holder)
            for t in members
        ),
        sides=tuple(Side(trend.words, (sources.outlet(trend.claim.article),)) for trend in trends),
        reasons=(Reason("same_change", 1.0, shared),),
    )
