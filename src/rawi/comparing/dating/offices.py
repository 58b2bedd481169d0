"""Clues from offices: whoever is called president is president on the day of the article."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from rawi.arabic.calendars import Day, add_days
from rawi.arabic.letters import fold
from rawi.arabic.times.words import words
from rawi.comparing.dating.clues import Clue, Weight
from rawi.comparing.dating.settings import DatingConfig
from rawi.knowledge import Holder, Knowledge
from rawi.model.annotation import AnnotatedArticle, Evidence
from rawi.model.dates import DateRange
from rawi.model.span import Span
from rawi.model.view import TextView, Token

# Words of a title that may stand before a name (رئيس مجلس الوزراء العراقي ...).
_LONGEST_TITLE = 6
_LONGEST_NAME = 4
_CLITICS = ("لل", "و", "ف", "ب", "ل", "ك")
# Before a title: somebody else's office, or a thing that bears a name.
_NOT_THE_HOLDER = words(
    """
    ولي نايب مساعد وكيل مستشار متحدث ناطق مبعوث ممثل سكرتير مدير زوجه ابن نجل شقيق مكتب مرشح سلف خلف جسر مدينه مستشفي
    جامعه طريق شارع مركز كليه موسسه مطار قاعده حديقه ملعب استاد كاس مشروع جايزه مجمع ميناء قاعه مسجد برنامج معهد حي دوار
    سد مكتبه وقف مدرسه ثانويه صندوق
    """
)
# A sentence with one of these may tell of a term that is over: blessings of the dead, eras, anniversaries.
_OF_OLD = words(
    """
    رحمه يرحمه ثراه المغفور المرحوم الراحل الراحله وفاه لوفاه توفي رحيل لرحيل عهد عهده زمن ايام ذكري حقبه حينيذ انذاك
    حينها السابق الاسبق سابقا تاسس اسس انشي مذكرات كتاب فيلم مقتل اغتيال اغتيل خلفا سلفه تاريخ قبر ضريح
    """
)
_YEAR = re.compile(r"(?:19|20)\d\d|1[34]\d\d")
_ENDED = words("السابق السابقه الاسبق الاسبقه الراحل الراحله المخلوع المعزول المنتخب المستقيل سابقا انذاك حينها")


@functools.lru_cache(maxsize=4)
def _names(knowledge: Knowledge) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """First word of a holder's name -> the names that begin with it, longest first."""
    found: dict[str, dict[tuple[str, ...], None]] = {}
    for holder in knowledge.holders:
        for name in (holder.name, *holder.aliases):
            parts = tuple(fold(name).split())
            if parts:
                found.setdefault(parts[0], {})[parts] = None
        # Papers give the office with the surname alone (الرئيس ترامب); short ones are everyday words (مون جيه إن).
        whole = tuple(fold(holder.name).split())
        if len(whole) > 1 and len(whole[-1]) >= 4 and "بن" not in whole:
            found.setdefault(whole[-1], {})[whole[-1:]] = None
    return {first: tuple(sorted(names, key=lambda name: (-len(name), name))) for first, names in found.items()}


@functools.lru_cache(maxsize=4)
def holder_names(knowledge: Knowledge) -> Mapping[str, str]:
    """One-word names of holders of office (الكاظمي، ترامب), with and without article, where they mean one person."""
    persons: dict[str, set[str]] = {}
    given = {fold(name) for name in knowledge.given_names}
    for holder in knowledge.holders:
        for name in (holder.name, *holder.aliases):
            words = fold(name).split()
            # Names with بن are told by their first words, which thousands bear.
            if "بن" in words or words[-1] in given:
                continue
            for form in (words[-1], words[-1].removeprefix("ال")):
                persons.setdefault(form, set()).add(holder.person)
    return {word: min(owners) for word, owners in persons.items() if len(owners) == 1 and len(word) > 3}


def find_full_names(view: TextView, knowledge: Knowledge) -> frozenset[str]:
    """The persons of the office tables who are named in the text by two words or more, or with their office."""
    owners = _owners(knowledge)
    folds = [token.fold for token in view.tokens]
    found = set()
    for index, word in enumerate(folds):
        for name, person in owners.get(word, ()):
            if tuple(folds[index : index + len(name)]) == name:
                found.add(person)
    found |= {holder.person for _, _, holders in _named_holders(view, knowledge) for holder in holders}
    return frozenset(found)


@functools.lru_cache(maxsize=4)
def _owners(knowledge: Knowledge) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word -> (name of two words or more, person)."""
    found: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
    for holder in knowledge.holders:
        for name in (holder.name, *holder.aliases):
            words = tuple(fold(name).split())
            if len(words) > 1:
                found.setdefault(words[0], {})[words, holder.person] = None
    return {first: tuple(names) for first, names in found.items()}


@functools.lru_cache(maxsize=4)
def countries_of(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """Person -> the countries whose offices that person held."""
    found: dict[str, set[str]] = {}
    for holder in knowledge.holders:
        office = knowledge.find_office(holder.office)
        found.setdefault(holder.person, set()).add((office.country if office else None) or holder.office)
    return {person: frozenset(countries) for person, countries in found.items()}


def find_office_clues(
    annotated: AnnotatedArticle, view: TextView, knowledge: Knowledge, config: DatingConfig
) -> tuple[Clue, ...]:
    """For every person named with an office: not before the term began, not long after it ended."""
    seen: dict[tuple[Holder, ...], Span] = {}
    for first, last, holders in _named_holders(view, knowledge):
        seen.setdefault(holders, Span(view.tokens[first].start, view.tokens[last - 1].end))
    current = _current(seen, config) | _in_office(view, seen, config)
    clues: list[Clue] = []
    for holders, span in seen.items():
        clues += _bounds(annotated, span, holders, config, ends=holders in current)
    return tuple(clues)


def _current(seen: Mapping[tuple[Holder, ...], Span], config: DatingConfig) -> frozenset[tuple[Holder, ...]]:
    """Those whose term must not be over: two persons of different offices at the head of the text whose terms meet.

    One alone may be history, or a bridge that bears his name (جسر الملك فهد).
    """
    head = [holders for holders, span in seen.items() if span.start < config.office_characters]
    found = set()
    for first in head:
        for second in head:
            if first[0].person != second[0].person and first[0].office != second[0].office:
                meet = any(one.is_within(other.start, other.end) for one in first for other in second)
                if meet:
                    found.add(first)
    return frozenset(found)


def _in_office(
    view: TextView, seen: Mapping[tuple[Holder, ...], Span], config: DatingConfig
) -> frozenset[tuple[Holder, ...]]:
    """Those whom the head names with their office and of whom nothing says that it was in the past.

    No blessing of the dead behind the name, no year told in the sentence (من 2007 إلى 2012), no word of an era before.
    """
    head = {holders: span for holders, span in seen.items() if span.start < config.office_characters}
    if not head:
        return frozenset()
    sentences = view.sentences
    found = set()
    for holders, span in head.items():
        sentence = next((one for one in sentences if one.start <= span.start < one.end), span)
        folds = [token.fold for token in view.tokens if sentence.start <= token.start < sentence.end]
        told_of_old = any(fold in _OF_OLD or _YEAR.fullmatch(fold) for fold in folds)
        if not told_of_old:
            found.add(holders)
    return frozenset(found)


def _bounds(
    annotated: AnnotatedArticle, span: Span, holders: tuple[Holder, ...], config: DatingConfig, *, ends: bool
) -> Iterator[Clue]:
    evidence = Evidence(annotated.id, span.start, span.end, "held this office")
    terms = [(holder.first_day, holder.last_day) for holder in holders]
    yield Clue(Weight.OFFICE, (evidence,), DateRange(min(first for first, _ in terms), None))
    lasts = [last for _, last in terms]
    if not ends:
        return
    if None not in lasts:
        latest = add_days(Day.fromisoformat(max(last for last in lasts if last)), config.office_days)
        yield Clue(Weight.OFFICE_END, (evidence,), DateRange(None, latest.isoformat() if latest else None))
    if len(terms) > 1:
        spans = [(first, last or "9999-12-31") for first, last in terms]

        def fits(day: Day) -> bool:
            return any(first <= day.isoformat() <= last for first, last in spans)

        yield Clue(Weight.OFFICE_END, (evidence,), test=fits)


def _named_holders(view: TextView, knowledge: Knowledge) -> Iterator[tuple[int, int, tuple[Holder, ...]]]:
    names, tokens = _names(knowledge), view.tokens
    for index, token in enumerate(tokens):
        if token.kind != "word" or token.fold not in names:
            continue
        last = _name_end(tokens, index, names[token.fold])
        if last is None:
            continue
        for first in range(max(0, index - _LONGEST_TITLE), index):
            if any(tokens[between].kind != "word" for between in range(first, index)):
                continue
            phrase = _phrase(tokens, first, last)
            if any(word in _ENDED for word in phrase.split()) or _follows(tokens, last) in _ENDED:
                continue
            if first and _bare(tokens[first - 1].fold) in _NOT_THE_HOLDER:
                continue
            holders = _resolve(knowledge, phrase)
            if holders and len({holder.person for holder in holders}) == 1:
                # All terms of the person in the office, also those whose row spells the name otherwise.
                office, person = holders[0].office, holders[0].person
                yield first, last, tuple(term for term in knowledge.terms_of(person) if term.office == office)
                break


@functools.lru_cache(maxsize=50_000)
def _resolve(knowledge: Knowledge, phrase: str) -> tuple[Holder, ...]:
    """Who is called so; the same titles stand in thousands of articles."""
    return knowledge.resolve_office(phrase)


def _follows(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].fold if index < len(tokens) else ""


def _bare(fold: str) -> str:
    """The word without و, ف, ب or ل and without article."""
    if fold[:1] in ("و", "ف", "ب", "ل") and len(fold) > 3 and fold != "ولي":
        fold = fold[1:]
    return fold.removeprefix("ال")


def _phrase(tokens: Sequence[Token], first: int, last: int) -> str:
    """The title with the name, without proclitics before its first word."""
    words = [token.fold for token in tokens[first:last]]
    for clitic in _CLITICS:
        if words[0].startswith(clitic) and len(words[0]) - len(clitic) >= 4:
            words[0] = ("ال" if clitic == "لل" else "") + words[0].removeprefix(clitic)
            break
    return " ".join(words)


def _name_end(tokens: Sequence[Token], index: int, names: Sequence[tuple[str, ...]]) -> int | None:
    for name in names:
        end = index + len(name)
        if tuple(token.fold for token in tokens[index:end]) == name and len(name) <= _LONGEST_NAME:
            return end
    return None
