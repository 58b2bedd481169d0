"""What a reader typed -> what full text is asked, forgiving spelling and clitics."""

from __future__ import annotations

import functools
import importlib.resources
import re
from dataclasses import dataclass

from rawi.arabic.letters import fold
from rawi.arabic.tokens import tokenize
from rawi.knowledge import Knowledge
from rawi.model.span import Span
from rawi.search.foreign import is_foreign, translate

# Proclitics that Arabic writes on to the next word. A word asked for is found behind each of them (findings on 10,344
# articles: F1 .995 against a morphological judge, where stemmers reach .84).
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
_ARTICLE = "ال"
_IMPERFECT = "يتنا"
_QUOTED = re.compile(r"[\"«“]([^\"»”]+)[\"»”]")
_EXCLUDED = re.compile(r"(?:^|\s)-(\S+)")


@dataclass(frozen=True, slots=True)
class Query:
    """A question in the form that full text takes, and the words to mark in what it finds.

    ``loose`` asks for any of the concepts, for when no passage holds them all. ``unknown`` are foreign words that
    nothing is known for. ``foreign``: the question was in another language, its words are a translation's.
    """

    expression: str
    words: tuple[str, ...]
    loose: str = ""
    unknown: tuple[str, ...] = ()
    foreign: bool = False


def parse_query(asked: str, knowledge: Knowledge | None = None) -> Query:
    """The query for words (all must be there), "phrases" and -excluded words. Empty for nothing searchable.

    A question in English or French is asked in Arabic.

    >>> parse_query("الحكومة").words[:1], "والحكومه" in parse_query("الحكومة").expression
    (('الحكومه',), True)
    >>> parse_query("  ؟ ").expression
    ''
    >>> parse_query("withdrawal").words[0], parse_query("من قتل الجندي؟").words
    ('انسحاب', ('قتل', 'الجندي'))
    """
    if is_foreign(asked):
        return _parse_foreign(asked, knowledge)
    phrases = [_words(match) for match in _QUOTED.findall(asked)]
    rest = _QUOTED.sub(" ", asked)
    excluded = [word for match in _EXCLUDED.findall(rest) for word in _words(match)]
    plain = _words(_EXCLUDED.sub(" ", rest))
    plain = [word for word in plain if word not in _stop_words()] or ([] if phrases else plain)
    parts = [_any_of(variants(word)) for word in plain]
    parts += [_phrase(words) for words in phrases if words]
    if not parts:
        return Query("", ())
    words = tuple(dict.fromkeys([*plain, *(word for words in phrases for word in words)]))
    without = "".join(f" NOT {_any_of(variants(word))}" for word in excluded)
    return Query(f"({' AND '.join(parts)}){without}", words, f"({' OR '.join(parts)}){without}")


def _parse_foreign(asked: str, knowledge: Knowledge | None) -> Query:
    translation = translate(asked, knowledge)
    forms = [[_words(form) for form in concept.forms] for concept in translation.concepts]
    parts = ["(" + " OR ".join(_phrase(words) for words in concept if words) + ")" for concept in forms]
    # A number alone, of a question whose words are unknown, is found everywhere.
    if not parts or (translation.unknown and all(concept.asked.isdigit() for concept in translation.concepts)):
        return Query("", (), unknown=translation.unknown, foreign=True)
    words = tuple(dict.fromkeys(word for concept in forms for form in concept for word in form))
    return Query(" AND ".join(parts), words, " OR ".join(parts), translation.unknown, foreign=True)


def variants(word: str) -> tuple[str, ...]:
    """The forms under which a folded word may stand in a text: with and without article, behind proclitics.

    An indefinite accusative's alif (قتيلا) and a verb's future letter (ستنسحب) are forgiven too.

    >>> {"للجندي", "وجنديا"} <= set(variants("جندي")), "وبالجندي" in variants("الجندي"), "وستعود" in variants("تعود")
    (True, True, True)
    """
    stem = word.removeprefix(_ARTICLE) if len(word) > len(_ARTICLE) + 2 else word
    forms: dict[str, None] = {word: None}
    for conjunction in _CONJUNCTIONS:
        for preposition in _PREPOSITIONS:
            forms[conjunction + preposition + stem] = None
            forms[conjunction + ("لل" if preposition == "ل" else preposition + _ARTICLE) + stem] = None
        forms[conjunction + stem + "ا"] = None
        if stem[0] in _IMPERFECT:
            forms[conjunction + "س" + stem] = None
    return tuple(forms)


def find_words(text: str, span: Span, query: Query) -> tuple[Span, ...]:
    """Where the words asked for stand in a passage."""
    forms = {form for word in query.words for form in variants(word)}
    part = span.of(text)
    return tuple(
        Span(span.start + token.start, span.start + token.end) for token in tokenize(part) if token.fold in forms
    )


@functools.cache
def _stop_words() -> frozenset[str]:
    """Arabic words that ask nothing by themselves: of a whole question, no passage would hold them all."""
    rows = importlib.resources.files("rawi.search") / "tables" / "stop_words_arabic.txt"
    return frozenset(fold(word) for word in rows.read_text(encoding="utf-8").split())


def _words(text: str) -> list[str]:
    return [token.fold for token in tokenize(text) if token.kind != "mark"]


def _any_of(words: tuple[str, ...]) -> str:
    return "(" + " OR ".join(f'"{word}"' for word in words) + ")"


def _phrase(words: list[str]) -> str:
    """A phrase: proclitics are forgiven on its first word only, as the rest stand in fixed form."""
    rest = " ".join(words[1:])
    return "(" + " OR ".join(f'"{f"{first} {rest}".strip()}"' for first in variants(words[0])) + ")"
