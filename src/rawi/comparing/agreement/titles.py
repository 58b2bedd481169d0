"""Titles that are no part of their text: the numbers that an outlet states in its headline, as claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rawi.arabic.numerals import find_numbers
from rawi.arabic.quantities.lexicon import find_noun, find_unit
from rawi.arabic.quantities.roles import ROLE_WORDS
from rawi.arabic.quantities.word_sets import word_set
from rawi.arabic.tokens import view_text
from rawi.comparing.agreement.claims import Claim, read_claims
from rawi.comparing.agreement.config import AgreementConfig
from rawi.model.annotation import AnnotatedArticle, Figure, Mention
from rawi.model.article import Article
from rawi.model.labels import Tolerance
from rawi.model.span import Span
from rawi.model.view import Token

_ABOUT = word_set("نحو حوالي زهاء قرابه تقريبا يقارب بنحو بحوالي يناهز")
_OVER, _UNDER = frozenset(["اكثر", "باكثر", "لاكثر", "ازيد", "يقل"]), frozenset(["اقل", "باقل"])
_BOUNDS = frozenset(["من", "عن"])
_SHORTEST = 3  # letters of a place that are looked for inside a word
_LEAST_TITLE = 8  # characters: a shorter title is a label of a page


def read_title_claims(annotated: AnnotatedArticle, config: AgreementConfig) -> tuple[Claim, ...]:
    """The figures of the article's title, in order, where the text doesn't repeat the title. Offsets are the title's.

    >>> from rawi.model.annotation import PublishedDate
    >>> article = Article.create("هاجم مسلحون الفندق فجرا.", title="مقتل سبعة وخطف ثلاثة في هجوم على فندق")
    >>> found = read_title_claims(AnnotatedArticle(article, PublishedDate()), AgreementConfig())
    >>> [(claim.surface, claim.measured.role, claim.part) for claim in found]
    [('سبعة', 'killed', 'title'), ('ثلاثة', 'captive', 'title')]
    """
    title = annotated.article.title
    if not title or len(title) < _LEAST_TITLE or title.strip() in annotated.text:
        return ()
    view = view_text(title)
    figures = tuple(_figures(title, view.tokens))
    if not figures:
        return ()
    article = Article(annotated.id, title, outlet=annotated.article.outlet)
    own = AnnotatedArticle(article, annotated.published, mentions=tuple(_mentions(annotated, title)), figures=figures)
    return tuple(replace(claim, part="title", sentence=-1) for claim in read_claims(own, config, view))


def _figures(title: str, tokens: Sequence[Token]) -> Iterator[Figure]:
    taken: set[int] = set()
    for number in find_numbers(tokens, title):
        taken.update(range(number.first, number.last))
        if number.value is None or number.kind == "malformed":
            continue
        last = number.last
        noun = find_noun(tokens[last].fold) if last < len(tokens) else None
        unit = find_unit(tokens, last) if last < len(tokens) else None
        beside = tokens[number.first - 1].fold if number.first else ""
        if noun is None and unit is None and beside not in ROLE_WORDS:
            continue
        tolerance = _tolerance(tokens, number.first)
        counted = Span(tokens[last].start, tokens[last].end) if noun is not None and unit is None else None
        yield Figure(
            number.start,
            tokens[unit[1] - 1].end if unit else number.end,
            None if tolerance == "at_most" else number.value,
            None if tolerance == "at_least" else number.value,
            tolerance,
            unit[0].code if unit else "person" if noun is not None and noun.category == "people" else None,
            counted,
            category=unit[0].category if unit else noun.category if noun is not None else "people",
        )
    for index, token in enumerate(tokens):
        noun = find_noun(token.fold)
        if index not in taken and noun is not None and noun.number == "dual" and not noun.definite:
            place = Span(token.start, token.end)
            yield Figure(token.start, token.end, 2.0, 2.0, "exact", None, place, category=noun.category)


def _tolerance(tokens: Sequence[Token], first: int) -> Tolerance:
    before = [token.fold for token in tokens[max(0, first - 2) : first]]
    if before and before[-1] in _ABOUT:
        return "about"
    if len(before) == 2 and before[1] in _BOUNDS:
        return "at_least" if before[0] in _OVER else "at_most" if before[0] in _UNDER else "exact"
    return "exact"


def _mentions(annotated: AnnotatedArticle, title: str) -> Iterator[Mention]:
    """The places of the text that the title names too."""
    seen: set[str] = set()
    for mention in annotated.mentions:
        if mention.type not in ("LOC", "GPE") or mention.form != "name":
            continue
        surface = annotated.text[mention.start : mention.end]
        last = surface.split()[-1]
        # بالشرقية in a title is the text's المنطقة الشرقية
        found = next((word for word in (surface, last) if len(word) > _SHORTEST and word in title), None)
        if found is not None and found not in seen:
            seen.add(found)
            at = title.find(found)
            yield replace(mention, start=at, end=at + len(found), title=None)
