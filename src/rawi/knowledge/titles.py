"""Titles of office as phrases: built from patterns and a country's names, and taken apart again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rawi.arabic.letters import fold
from rawi.knowledge.naming import make_key, with_article
from rawi.knowledge.records import Country, Office

# {m} and {f}: the demonym with article (الأميركي, الأميركية); {c}: the country's name (الولايات المتحدة); {p}: the name
# behind a preposition (للولايات المتحدة), which every title without a country takes.
PLACEHOLDERS = ("{m}", "{f}", "{c}", "{p}")

When = Literal["held", "former", "elected"]


def _word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FORMER = _word_set("السابق السابقه الاسبق الاسبقه الراحل الراحله المخلوع المعزول المستقيل المستقيله")
_ELECTED = _word_set("المنتخب المنتخبه المقبل المقبله القادم القادمه")
# Words that say how an office is held; who holds it doesn't depend on them.
_MANNER = _word_set(
    "الحالي الحاليه المكلف المكلفه بالوكاله بالانابه المؤقت المؤقته الموقت الموقته الانتقالي الانتقاليه الجديد "
    "الجديده المنتهيه ولايته ولايتها"
)
_HONORIFICS = _word_set(
    "سمو فخامه معالي دوله جلاله سياده سعاده سماحه ايه الله صاحب السمو الملكي الامير الاميره الشيخ السيد السيده الدكتور "
    "الدكتوره الجنرال الفريق اول الركن اللواء المشير العميد العقيد المهندس الحاج د"
)


@dataclass(frozen=True, slots=True)
class TitlePattern:
    """How an office of a kind is named; without a placeholder the pattern needs a country from elsewhere."""

    kind: str
    pattern: str


@dataclass(frozen=True, slots=True)
class ReadTitle:
    """A title phrase taken apart: the offices it names, when they are held, and the person's name after it, if any.

    ``feminine`` tells that the title names a woman (المستشارة); ``bare`` that it names no country of its own.
    """

    offices: tuple[str, ...]
    when: When
    feminine: bool
    bare: bool
    name: str


class TitleIndex:
    """All title phrases that the offices may be named by."""

    def __init__(
        self, offices: Sequence[Office], patterns: Sequence[TitlePattern], countries: Mapping[str, Country]
    ) -> None:
        by_kind: dict[str, list[str]] = defaultdict(list)
        for entry in patterns:
            by_kind[entry.kind].append(make_key(entry.pattern))
        forms = {code: CountryForms.of(country) for code, country in countries.items()}
        titles: dict[str, dict[str, None]] = defaultdict(dict)
        bare: dict[tuple[str, str | None], dict[str, None]] = defaultdict(dict)
        for office in offices:
            country = None if office.country is None else forms[office.country]
            for title in (office.name, *office.aliases):
                for key in fill_pattern(make_key(title), country):
                    titles[key][office.id] = None
            for pattern in by_kind.get(office.kind, ()) if country else ():
                if "{" not in pattern:
                    bare[pattern, office.country][office.id] = None
                    bare[pattern, None][office.id] = None
                for key in fill_pattern(pattern if "{" in pattern else pattern + "{p}", country):
                    titles[key][office.id] = None
        self._titles = {key: tuple(ids) for key, ids in titles.items()}
        self._bare = {key: tuple(ids) for key, ids in bare.items()}

    def read(self, phrase: str, country: str | None = None) -> ReadTitle | None:
        """The phrase taken apart, or None where it names no known office.

        ``country`` is the code of the country that a title without one is about (رئيس الوزراء); where it is None, such
        a title means the offices of all countries, if a person's name follows (الرئيس باراك أوباما).
        """
        words = fold(phrase).replace("\u00a0", " ").split()
        found = self._find(words, country)
        if found is None:
            # The qualifier may stand inside the title: الرئيس السابق الأميركي.
            plain = [word for word in words if not _qualifies(word)]
            words = plain + [word for word in words if _qualifies(word)]
            found = self._find(words, country)
        if found is None:
            return None
        offices, start, end, bare = found
        when: When = "held"
        name: list[str] = []
        for word in words[end:]:
            if word in _FORMER:
                when = "former"
            elif word in _ELECTED:
                when = "elected"
            elif word not in _MANNER and (name or word.rstrip(".") not in _HONORIFICS):
                name.append(word)
        if bare and country is None and not name:
            return None
        return ReadTitle(offices, when, words[start].endswith("ه"), bare, " ".join(name))

    def _find(self, words: Sequence[str], country: str | None) -> tuple[tuple[str, ...], int, int, bool] | None:
        """The offices of the longest title at the head of the words, where it stands, and whether it is bare."""
        for start in _starts(words):
            for end in range(len(words), start, -1):
                key = make_key(" ".join(words[start:end]))
                if key in self._titles:
                    return self._titles[key], start, end, False
                if (key, country) in self._bare:
                    return self._bare[key, country], start, end, True
        return None


def _qualifies(word: str) -> bool:
    return word in _FORMER or word in _ELECTED or word in _MANNER


@dataclass(frozen=True, slots=True)
class CountryForms:
    """What may stand for a country in a title, as keys: see PLACEHOLDERS."""

    masculine: tuple[str, ...]
    feminine: tuple[str, ...]
    names: tuple[str, ...]
    after_preposition: tuple[str, ...]

    @classmethod
    def of(cls, country: Country) -> CountryForms:
        """The forms of a country's demonyms and names, made once for all its offices."""
        demonyms = (*country.demonyms, *country.weak_demonyms)
        feminine = (" ".join(word + "ة" if word.endswith("ي") else word for word in form.split()) for form in demonyms)
        names = tuple(make_key(name) for name in (country.name, *country.aliases))
        return cls(
            tuple(make_key(with_article(demonym)) for demonym in demonyms),
            tuple(make_key(with_article(demonym)) for demonym in feminine),
            names,
            # في العراق, بالعراق, للعراق
            tuple(
                form
                for name in names
                for form in (f"في{name}", f"ب{name}", f"لل{name[2:]}" if name.startswith("ال") else f"ل{name}")
            ),
        )


def fill_pattern(pattern: str, forms: CountryForms | None) -> Iterator[str]:
    """All titles, as keys, that a pattern's key makes with a country's forms; none where it needs a country.

    >>> iraq = CountryForms.of(Country("IQ", "IRQ", "العراق", (), ("عراقي",), (), (), (), "Iraq"))
    >>> list(fill_pattern("وزيرالدفاع{m}", iraq)), list(fill_pattern("وزيرالدفاع{p}", iraq))
    (['وزيرالدفاعالعراقي'], ['وزيرالدفاعفيالعراق', 'وزيرالدفاعبالعراق', 'وزيرالدفاعللعراق'])
    """
    if "{" not in pattern:
        yield pattern
    elif forms is not None:
        for placeholder, choices in (
            ("{m}", forms.masculine),
            ("{f}", forms.feminine),
            ("{c}", forms.names),
            ("{p}", forms.after_preposition),
        ):
            if placeholder in pattern:
                yield from (pattern.replace(placeholder, choice) for choice in choices)


def _starts(words: Sequence[str]) -> Iterator[int]:
    """Where the title may start: at the first word, or after the honorifics before it (فخامة الرئيس)."""
    yield 0
    for index, word in enumerate(words):
        if word not in _HONORIFICS:
            if index:
                yield index
            return
