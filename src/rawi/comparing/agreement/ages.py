"""Ages: of a person by name, or of the one man, woman or child that each report of a story tells the age of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rawi.arabic.letters import fold, fold_letters
from rawi.arabic.names import score_spelling, split_name
from rawi.arabic.numerals import parse_number
from rawi.comparing.agreement.blocks import Block
from rawi.comparing.agreement.explaining import Side
from rawi.comparing.agreement.findings import Finding
from rawi.comparing.agreement.grouping import group_two_sides
from rawi.comparing.agreement.sources import Sources
from rawi.model.annotation import AnnotatedArticle, Mention
from rawi.model.corpus import Citation, Reason
from rawi.model.labels import Agreement

_PERSONS = {
    "man": "رجل شاب مواطن وافد مقيم عامل سائق مسن شخص",
    "woman": "امراه سيده فتاه شابه مواطنه وافده مقيمه عامله مسنه",
    "boy": "طفل رضيع صبي فتي",
    "girl": "طفله رضيعه صبيه",
}
_PERSON_OF = {word: kind for kind, words in _PERSONS.items() for word in words.split()}
_PERSON_WORD = "|".join(sorted(_PERSON_OF, key=lambda word: -len(word)))
_CITIZENS, _FOREIGNERS = frozenset(["مواطن", "مواطنه"]), frozenset(["وافد", "وافده", "مقيم", "مقيمه"])
_BOTH = 2
_DECADES = {"عشرين": 20, "ثلاثين": 30, "اربعين": 40, "خمسين": 50, "ستين": 60, "سبعين": 70, "ثمانين": 80, "تسعين": 90}
_ORDINALS = {"الثاني": 10, "الثالث": 20, "الرابع": 30, "الخامس": 40, "السادس": 50, "السابع": 60, "الثامن": 70}
_STEMS = "|".join(_DECADES)
_NOT_BEFORE, _NOT_AFTER = r"(?<![^\W_])", r"(?![^\W_])"
_NISBA = re.compile(rf"{_NOT_BEFORE}(?:وال|ال|و)?({_STEMS})ي(ه)?{_NOT_AFTER}")
_IN_THE = re.compile(rf"في\s+(?:ال)?({_STEMS})(?:ي)?ات\s+من\s+(?:عمره|عمرها|العمر)")
_DECADE = re.compile(rf"في\s+(?:عقده|عقدها|العقد)\s+({'|'.join(_ORDINALS)})\s+من\s+(?:عمره|عمرها|العمر)")
_OF_LIFE = re.compile(r"\s*[)»\"]?\s*من\s+(?:عمره|عمرها|العمر)")
_AGED = re.compile(
    r"(?:البالغ|البالغه|يبلغ|تبلغ|عمره|عمرها|وعمره|وعمرها|بعمر|عمر\s+يناهز|عن\s+عمر|سن)"
    r"(?:\s+من\s+العمر)?\s*[:(«\"]?\s*(?:نحو|حوالي|قرابه)?\s*$"
)
_AFTER_PERSON = re.compile(rf"{_NOT_BEFORE}(?:وال|ال|و|ل|لل|ب)?({_PERSON_WORD})(?:\s+[^\W_]+)?\s*[(،,-]?\s*$")
_ANY_PERSON = re.compile(rf"{_NOT_BEFORE}(?:وال|ال|و|ل|لل|ب)?({_PERSON_WORD}){_NOT_AFTER}")
_UNIT = re.compile(rf"\s*(?:(سنه|سنوات|سنين|عاما|عام|اعوام|ربيعا)|(?:شهرا|شهر|اشهر|شهور)){_NOT_AFTER}")
_WORD = re.compile(r"[^\s()،.:«»\"]+")
_NUMBER_WORDS = 3
# Characters between a name and its age (سعد، 33 عاما), and before an age that may hold whose it is.
_BESIDE, _REACH = 4, 45
_OLDEST, _DECADE_MONTHS = 115, 119
_SPELLING = 0.7
_STOPS = (".", "\n", "؛", "!")


@dataclass(frozen=True, slots=True)
class AgeClaim:
    """An age in months, as a range, and whose: a name, or else "man", "woman", "boy" or "girl"."""

    article: str
    start: int
    end: int
    low: int
    high: int
    name: str | None
    person: str
    words: str
    day: str | None
    noun: str = ""


def read_ages(annotated: AnnotatedArticle) -> tuple[AgeClaim, ...]:
    """The ages that the article tells, in order of place.

    >>> from rawi.model.article import Article
    >>> found = read_ages(AnnotatedArticle(Article.create("أصيبت امرأة ستينية في الحريق.")))
    >>> [(claim.words, claim.person, claim.low // 12, claim.high // 12) for claim in found]
    [('ستينية', 'woman', 60, 69)]
    """
    text = fold_letters(annotated.text)
    people = [mention for mention in annotated.mentions if mention.type == "PER" and mention.form == "name"]
    found = [*_by_length(annotated, text, people), *_by_decade(annotated, text, people)]
    return tuple(sorted(found, key=lambda claim: (claim.start, claim.end)))


def _by_length(annotated: AnnotatedArticle, text: str, people: Sequence[Mention]) -> Iterator[AgeClaim]:
    for unit in _UNIT.finditer(text):
        number = _number_before(text, unit.start())
        if number is None:
            continue
        start, count = number
        before = text[max(0, start - _REACH) : start]
        name = _name_beside(people, start, text)
        if not (name or _AFTER_PERSON.search(before) or _AGED.search(before) or _OF_LIFE.match(text, unit.end())):
            continue
        years = unit[1] is not None
        low = count * 12 if years else count
        if low <= _OLDEST * 12:
            if name and text[start] == "ل":
                continue  # تعاقد مع اللاعب لأربع سنوات: how long, not how old
            yield _claim(annotated, (start, unit.end()), (low, low + 11 if years else low), name, people)


def _number_before(text: str, end: int) -> tuple[int, int] | None:
    """Where the whole number that ends before an offset begins, and its value: digits, or up to three words."""
    words = list(_WORD.finditer(text, max(0, end - _REACH), end))[-_NUMBER_WORDS:]
    for first, word in enumerate(words):
        value = parse_number(text[word.start() : end].strip(" (")) if not text[words[-1].end() : end].strip() else None
        if value is not None and value == int(value) and (first == 0 or not word[0].startswith("و")):
            return word.start(), int(value)
    return None


def _by_decade(annotated: AnnotatedArticle, text: str, people: Sequence[Mention]) -> Iterator[AgeClaim]:
    for pattern in (_NISBA, _IN_THE, _DECADE):
        for match in pattern.finditer(text):
            low = (_ORDINALS if pattern is _DECADE else _DECADES)[match[1]] * 12
            name = _name_beside(people, match.start(), text)
            if pattern is _NISBA and not name and not _AFTER_PERSON.search(text[: match.start()][-_REACH:]):
                continue
            yield _claim(annotated, match.span(), (low, low + 119), name, people)


def _claim(
    annotated: AnnotatedArticle,
    span: tuple[int, int],
    months: tuple[int, int],
    name: str | None,
    people: Sequence[Mention],
) -> AgeClaim:
    start, end = span
    before = fold_letters(annotated.text[max(0, start - _REACH) : start])
    for stop in _STOPS:
        before = before.rsplit(stop, 1)[-1]
    nouns = _ANY_PERSON.findall(before)
    if name is None and not nouns:
        near = [mention for mention in people if 0 <= start - mention.end <= len(before)]
        name = near[-1].span.of(annotated.text) if near else None
    person = _PERSON_OF[nouns[-1]] if nouns else ""
    words = " ".join(annotated.text[start:end].split())
    noun = nouns[-1] if nouns else ""
    return AgeClaim(annotated.id, start, end, *months, name, person, words, annotated.published.first_day, noun)


def _name_beside(people: Sequence[Mention], start: int, text: str) -> str | None:
    """The name that stands right before an age: سعد دوابشة (37 عاما)."""
    for mention in people:
        if 0 <= start - mention.end <= _BESIDE and not text[mention.end : start].strip(' (،,-–«"\t'):
            return mention.span.of(text)
    return None


def find_age_findings(
    ages: Mapping[str, Sequence[AgeClaim]], blocks: Sequence[Block], sources: Sources
) -> Iterable[Finding]:
    """Other ages of one person by two outlets."""
    against: dict[str, dict[AgeClaim, list[AgeClaim]]] = {}
    for block in blocks:
        one, other = ages.get(block.first, ()), ages.get(block.second, ())
        if not one or not other or not block.other_outlet:
            continue
        for first in one:
            for second in other:
                whose = _whose(first, second, one, other) if block.same_story else _named(first, second)
                relation = _relate(first, second)
                if not whose or (relation == "conflicts" and (_is_told(first, other) or _is_told(second, one))):
                    continue  # an old woman, and the girl that she was
                if relation == "conflicts":
                    links = against.setdefault(whose, {})
                    links.setdefault(first, []).append(second)
                    links.setdefault(second, []).append(first)
                elif relation:
                    yield _finding(relation, whose, (first, second), sources)
    for whose in sorted(against):
        for group in group_two_sides(against[whose], lambda age: (age.article, age.start, age.end, age.words)):
            yield _finding("conflicts", whose, group, sources)


def _whose(first: AgeClaim, second: AgeClaim, one: Sequence[AgeClaim], other: Sequence[AgeClaim]) -> str | None:
    if first.name and second.name:
        return _named(first, second)
    if first.name or second.name or first.person != second.person or not first.person:
        return None
    casts = [{claim.person for claim in claims if not claim.name} for claims in (one, other)]
    if casts[0] != casts[1]:
        return None  # a bulletin of cases, and one of them
    if {first.noun in _CITIZENS, second.noun in _CITIZENS} == {True, False} and (
        first.noun in _FOREIGNERS or second.noun in _FOREIGNERS
    ):
        return None  # a citizen and a resident
    return first.person if all(_is_one(first.person, claims) for claims in (one, other)) else None


def _is_told(claim: AgeClaim, claims: Sequence[AgeClaim]) -> bool:
    """Whether another article tells this age of the same named person too."""
    return any(
        claim.low <= other.high and other.low <= claim.high and _named(claim, other) is not None for other in claims
    )


def _is_one(person: str, claims: Sequence[AgeClaim]) -> bool:
    """Whether the report tells of one such person: of one age, or of an age and its decade (ثلاثيني، ثم 27 عاما)."""
    told = [claim for claim in claims if claim.person == person and not claim.name]
    exact = {claim.low for claim in told if claim.high - claim.low < _DECADE_MONTHS}
    citizens = {claim.noun in _CITIZENS for claim in told if claim.noun in _CITIZENS or claim.noun in _FOREIGNERS}
    return len(citizens) < _BOTH and len(exact) <= 1 and len(told) - len(exact) <= 1


def _named(first: AgeClaim, second: AgeClaim) -> str | None:
    """The name of the person whom both mean: all words of the shorter name stand in the longer, in their order.

    Kinsmen and neighbours share most of their names: one that differs makes another person.
    """
    if not first.name or not second.name:
        return None
    a, b = split_name(fold(first.name)), split_name(fold(second.name))
    if len(a) < 2 or len(b) < 2 or score_spelling(a[0], b[0]) < _SPELLING:
        return None
    shorter, longer = sorted((a, b), key=len)
    rest = iter(longer[1:])
    found = all(any(score_spelling(word, other) >= _SPELLING for other in rest) for word in shorter[1:])
    return first.name if found else None


def _relate(first: AgeClaim, second: AgeClaim) -> Agreement | None:
    gap = max(first.low - second.high, second.low - first.high)
    if gap <= 0:
        return "agrees" if (first.low, first.high) == (second.low, second.high) else "differs_in_detail"
    # A birthday between two reckonings makes one year.
    return "differs_in_detail" if gap <= 1 else "conflicts"


_PERSONS_AR = {"man": "عمر الرجل", "woman": "عمر المرأة", "boy": "عمر الطفل", "girl": "عمر الطفلة"}
_PERSONS_EN = {"man": "the man's age", "woman": "the woman's age", "boy": "the boy's age", "girl": "the girl's age"}


def _finding(relation: Agreement, whose: str, claims: Sequence[AgeClaim], sources: Sources) -> Finding:
    subject = (_PERSONS_AR.get(whose, f"عمر {whose}"), _PERSONS_EN.get(whose, f"the age of {whose}"))
    return Finding(
        kind="age",
        relation=relation,
        subject=subject,
        members=tuple(
            Citation(c.article, c.start, c.end, c.words, c.day, sources.outlet(c.article))
            for c in sorted(claims, key=lambda claim: (claim.article, claim.start))
        ),
        sides=_sides(claims, sources),
        reasons=(Reason("same_person", 1.0, whose), Reason("age", 1.0)),
    )


def _sides(claims: Sequence[AgeClaim], sources: Sources) -> tuple[Side, ...]:
    told: dict[str, set[str]] = {}
    for claim in claims:
        told.setdefault(claim.words, set()).add(sources.outlet(claim.article))
    return tuple(Side(words, tuple(sorted(outlets))) for words, outlets in told.items())
