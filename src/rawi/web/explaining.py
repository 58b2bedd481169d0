"""Comparisons in words: what is compared, and by whom it is told how, with every part set apart in its direction."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from rawi.knowledge.records import Outlet
from rawi.model.corpus import Comparison
from rawi.web.language import MONTHS_OF_EGYPT, Language
from rawi.web.outlets import NOBODY, call_tellers

_ISO_DATE = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")
# A day or month as explanations tell it; what an article is quoted with stays as it is printed.
_WRITTEN_DATE = re.compile(rf"\b(?:(\d{{1,2}}) )?({'|'.join(MONTHS_OF_EGYPT)}) (\d{{4}})\b(?![^«»]*»)")
# Where an article tells no outlet, an explanation names its id.
_ARTICLE_ID = re.compile(r"\ba_[0-9a-f]{16}\b")
_BOUND = re.compile(r"(?<=[«“])([≥≤~]) ?([^«»“”]+)(?=[»”])")
_LETTERS = "\u0621-\u065f\u0670-\u06d3"
_FOREIGN = {
    # What is quoted, and words in the other letters outside marks.
    "ar": re.compile(r"(?<=«)[^«»<>]+(?=»)|[0-9]*[A-Za-z][A-Za-z0-9._-]*(?: [A-Za-z][A-Za-z0-9._-]*)*(?![^«<>]*»)"),
    "en": re.compile(
        rf"(?<=“)[^“”<>]+(?=”)|(?<=«)[^«»<>]+(?=»)|[{_LETTERS}]+(?:[ ./,-]+[\d{_LETTERS}]+)*(?![^«<>]*»|[^“<>]*”)"
    ),
}
# Where a sentence has said what it compares and begins to quote.
_COLON = re.compile(": (?=[«“])")


def explain(item: Comparison, language: Language, known: Mapping[str, Outlet] = NOBODY) -> Markup:
    """The sentence that explains a comparison, with its dates in the reader's words and set apart from the text's run.

    An ISO date inside right-to-left text would be shown with its parts turned round; so would two Arabic names that a
    mark parts in an English sentence.
    """
    return _dress(_sentence(item, language), language, known)


def explain_subject(item: Comparison, language: Language) -> Markup:
    """The sentence as far as it says what is compared: a heading.

    >>> explain_subject(Comparison("k", "conflicts", "", (), 2, 2, explanation_ar="تتعارض الروايات: «3» و«4»"),
    ...     Language("ar"))
    Markup('تتعارض الروايات')
    """
    return _dress(_COLON.split(_sentence(item, language), maxsplit=1)[0], language)


def explain_sides(item: Comparison, language: Language, known: Mapping[str, Outlet] = NOBODY) -> Markup:
    """The rest of the sentence: who tells what; "" where it has no such part."""
    return _dress("".join(_COLON.split(_sentence(item, language), maxsplit=1)[1:]), language, known)


def happening_of(item: Comparison) -> str:
    """The title of the happening that a comparison belongs to; "" for none.

    >>> happening_of(Comparison("k", "conflicts", "عدد القتلى: حريق في سوق", (), 2, 2))
    'حريق في سوق'
    """
    return html.unescape(item.about.partition(": ")[2])


def tell_value(value: str, language: Language) -> str:
    """A value with its bound in words: marks of comparison at the edge of Arabic text stand on the wrong side.

    >>> tell_value("~5000", Language("ar")), tell_value("≥ 5000", Language("en")), tell_value("قليل", Language("ar"))
    ('نحو 5000', 'at least 5000', 'قليل')
    """
    found = re.fullmatch(r"([≥≤~]) ?(.+)", value)
    return language.bounded(found.group(1), found.group(2)) if found else value


def _sentence(item: Comparison, language: Language) -> str:
    return (item.explanation_ar if language.code == "ar" else item.explanation_en) or item.about


def _dress(sentence: str, language: Language, known: Mapping[str, Outlet] = NOBODY) -> Markup:
    told = call_tellers(html.unescape(sentence), known, language)
    named = _ARTICLE_ID.sub(language.say("unknown outlet"), str(escape(told)))
    bound = _BOUND.sub(lambda match: language.bounded(match.group(1), match.group(2)), named)
    apart = _FOREIGN[language.code].sub(r"<bdi>\g<0></bdi>", bound)
    written = _WRITTEN_DATE.sub(lambda match: _written(match, language), apart) if language.code == "ar" else apart
    return Markup(_ISO_DATE.sub(lambda match: f"<bdi>{language.day(match.group())}</bdi>", written))


def _written(match: re.Match[str], language: Language) -> str:
    month = MONTHS_OF_EGYPT.index(match.group(2)) + 1
    day = f"-{int(match.group(1)):02}" if match.group(1) else ""
    return language.day(f"{match.group(3)}-{month:02}{day}")
