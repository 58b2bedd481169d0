"""Two accounts of one matter: sentences of several outlets that tell the same in other words, whoever speaks in them.

A reporter's own telling is compared with what others are quoted as saying, and with what other reporters tell. What
every article of the affair speaks of tells little there, and names tell no more than that somebody is spoken of.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rawi.comparing.agreement.clauses import split_clauses
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.deadlines import days_apart
from rawi.comparing.agreement.explaining import Side
from rawi.comparing.agreement.findings import Finding
from rawi.comparing.agreement.links import Links
from rawi.comparing.agreement.sources import Sources, shorten
from rawi.comparing.agreement.wording import (
    MILLION,
    NAME_TELLS,
    Likeness,
    Wording,
    WordingReader,
    compare_wordings,
    denies_other,
    share_words,
    tell_degrees,
)
from rawi.comparing.words import fold_words
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Citation, Reason
from rawi.model.labels import Agreement
from rawi.model.span import Span

_TWO = 2
# Telling words that two clauses must share: two are often one thing's name (وقف إطلاق النار).
_FEWEST_SHARED = 3


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """A clause: its wording without its dates, ``names`` the keys of names, cues and countries in it, and whose words
    it is (a speaker's, or the outlet's where nobody is quoted)."""

    article: str
    start: int
    end: int
    said: str
    wording: Wording
    names: frozenset[str]
    day: str | None
    holder: str | None
    quoted: bool


def read_accounts(annotated: AnnotatedArticle, reader: WordingReader) -> tuple[Account, ...]:
    """The clauses of the article's prose, in order."""
    text = annotated.text
    spans = [span for m in annotated.mentions if m.form == "name" or m.type == "PER" for span in (m.span, m.title)]
    spans += [quotation.cue for quotation in annotated.quotations]
    names = frozenset(
        reader.key_of(word)[0] for span in spans if span is not None for word in fold_words(span.of(text))
    )
    furniture = [zone.span for zone in annotated.zones if zone.kind == "furniture"]
    found = []
    for clause in split_clauses(text):
        if any(span.overlaps(clause) for span in furniture) or _asks(text, clause):
            continue
        wording = reader.read(_without_dates(annotated, clause))
        said, day = shorten(clause.of(text)), annotated.published.first_day
        speaker = _speaker(annotated, clause)
        holder = speaker or annotated.article.outlet
        found.append(
            Account(annotated.id, clause.start, clause.end, said, wording, names, day, holder, speaker is not None)
        )
    return tuple(found)


def _without_dates(annotated: AnnotatedArticle, clause: Span) -> str:
    parts, at = [], clause.start
    for time in sorted((time.span for time in annotated.times if time.span.overlaps(clause)), key=lambda s: s.start):
        parts.append(annotated.text[at : max(at, time.start)])
        at = max(at, time.end)
    return " ".join([*parts, annotated.text[at : clause.end]])


def _asks(text: str, clause: Span) -> bool:
    """Whether the clause is a question, which tells nothing."""
    return fold_words(clause.of(text))[:1] == ["هل"] or text[clause.end : clause.end + 2].strip()[:1] == "؟"


def _speaker(annotated: AnnotatedArticle, clause: Span) -> str | None:
    for quotation in annotated.quotations:
        if quotation.source_name and any(span.overlaps(clause) for span in quotation.content):
            return quotation.source_name
    return None


def find_account_findings(
    accounts: Mapping[str, Sequence[Account]],
    pairs: Sequence[tuple[str, str]],
    told: Sequence[Finding],
    sources: Sources,
    config: AgreementConfig,
) -> Iterable[Finding]:
    """Clauses of two outlets that tell one thing, each with its best match; ``told`` are findings not to be repeated.

    Where one denies what the other tells, or both give numbers that differ, nothing is said: claims are compared as
    such elsewhere.
    """
    damped = _damp(accounts, config)
    known = {(m.article, m.start, m.end, number) for number, finding in enumerate(told) for m in finding.members}
    shown = {
        name: [(start, end, number) for article, start, end, number in known if article == name] for name in accounts
    }
    links: Links[Agreement, Account] = Links(
        lambda account: (account.article, account.start, account.end, account.said)
    )
    for first, second in pairs:
        if sources.origins((first, second)) < _TWO:
            continue
        for one, other, likeness in _matches(damped.get(first, ()), damped.get(second, ()), config):
            if _numbers_of(one, shown) & _numbers_of(other, shown):
                continue
            relation, why = _relate(one, other, likeness, config)
            if relation is not None:
                links.add(relation, one, other, why)
    for relation, group, reasons in links.round_founders():
        yield _finding(relation, group, reasons, sources)


def _damp(accounts: Mapping[str, Sequence[Account]], config: AgreementConfig) -> dict[str, list[Account]]:
    """The accounts with what each key tells among them: of what the whole affair is about, little."""
    count = Counter(key for found in accounts.values() for account in found for key in account.wording.keys)
    total = sum(map(len, accounts.values())) + config.other_clauses
    most = {key: round(-math.log((times + 0.5) / total) * MILLION) for key, times in count.items()}

    def damp(account: Account) -> Account:
        keys = {
            key: max(0, min(weight, most[key], NAME_TELLS if key in account.names else weight))
            for key, weight in account.wording.keys.items()
        }
        return replace(account, wording=replace(account.wording, keys=keys, weight=sum(keys.values())))

    return {name: [damp(account) for account in accounts[name]] for name in sorted(accounts)}


def _matches(
    ours: Sequence[Account], theirs: Sequence[Account], config: AgreementConfig
) -> Iterable[tuple[Account, Account, Likeness]]:
    """Each clause with its best match in the other article, where both tell enough in common."""
    scored = []
    for one in ours:
        for other in theirs:
            likeness = compare_wordings(one.wording, other.wording)
            if likeness.weight and _is_one_matter(likeness, _told(one, other), config):
                scored.append((-likeness.meaning, one.start, other.start, one, other, likeness))
    used: set[Account] = set()
    for _, _, _, one, other, likeness in sorted(scored, key=lambda item: item[:3]):
        if one not in used and other not in used:
            used |= {one, other}
            yield one, other, likeness


def _is_one_matter(likeness: Likeness, told: float, config: AgreementConfig) -> bool:
    """Whether two clauses tell of one matter: much of both, or very much of the shorter; the same words are a copy."""
    return likeness.cosine < config.same_clause_printed and any(
        told >= least and likeness.meaning >= meaning and likeness.cosine >= cosine
        for least, meaning, cosine in (config.one_matter, config.sure_matter)
    )


def _told(one: Account, other: Account) -> float:
    """What is shared beside names and countries, in natural logarithms of rarity."""
    mine, theirs = one.wording.keys, other.wording.keys
    names = one.names | other.names
    shared = [key for key in mine.keys() & theirs.keys() if key not in names and not key.startswith("c:")]
    return sum(min(mine[key], theirs[key]) for key in shared) / MILLION if len(shared) >= _FEWEST_SHARED else 0.0


def _numbers_of(account: Account, shown: Mapping[str, Sequence[tuple[int, int, int]]]) -> set[int]:
    found = shown.get(account.article, ())
    return {number for start, end, number in found if start < account.end and account.start < end}


def _relate(
    one: Account, other: Account, likeness: Likeness, config: AgreementConfig
) -> tuple[Agreement | None, tuple[Reason, ...]]:
    numbers = one.wording.numbers, other.wording.numbers
    if denies_other(one.wording, other.wording) or not (numbers[0] <= numbers[1] or numbers[1] <= numbers[0]):
        return None, ()
    reasons = [Reason("same_words", round(likeness.meaning, 3), share_words(one.said, other.said))]
    # In clauses that tell other things as well a word of degree bears on those.
    degrees = tell_degrees(one.said, other.said) if likeness.cosine >= config.other_cosine else ""
    if degrees:
        return "differs_in_detail", (*reasons, Reason("other_degree", 1.0, degrees))
    apart = days_apart(one.day, other.day) > config.window
    if apart and not (one.quoted and other.quoted):
        return None, ()  # what is narrated of another day is another happening; what is said may be held
    return "agrees", (*reasons, Reason("held", 1.0)) if apart else tuple(reasons)


def _finding(relation: Agreement, group: Sequence[Account], reasons: tuple[Reason, ...], sources: Sources) -> Finding:
    held = any(reason.feature == "held" for reason in reasons)
    ordered = sorted(group, key=lambda told: (told.day or "", told.article, told.start))
    return Finding(
        kind="account",
        relation=relation,
        subject=("الأمر نفسه", "the same matter"),
        members=tuple(
            Citation(a.article, a.start, a.end, a.said, sources.days(a.article), a.holder)
            for a in sorted(group, key=lambda told: (told.article, told.start))
        ),
        sides=tuple(Side(a.said, (sources.outlet(a.article),), a.day if held else None) for a in ordered),
        reasons=reasons,
    )
