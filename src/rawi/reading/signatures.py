"""Byline, dateline and agency: who wrote, where from and when, and whose copy it is."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from rawi.arabic.letters import fold_letters
from rawi.knowledge import load_knowledge
from rawi.model.span import Span, trim

_NAME = r"[^\W\d_]+(?:[ \u00a0][^\W\d_]+){1,4}"
_BYLINES = (
    re.compile(rf"^(?:بقلم|كتب|كتبت|كتبه|اعداد|تقرير|حوار|ترجمه|متابعه)\s*[:/-]?\s*(?P<name>{_NAME})\s*$"),
    re.compile(rf"^(?P<name>{_NAME})\s+(?:يكتب|تكتب)\s*:?\s*$"),
    re.compile(rf"^(?P<name>{_NAME})\s*[-–—/:]\s*[^\W\d_]+(?:\s[^\W\d_]+)?\s*$"),
)
# A run-in byline or dateline before the first sentence: "سمير علي- الضفاف- بغداد: ", "بغداد (رويترز) - ".
_RUN_IN = re.compile(r"^(?P<head>[^.،؟!«“\"\n:]{2,60}?)(?:\s*[:]\s+|\s+[-–—]{1,2}\s+(?=[^\W\d_]{2,}))(?=\S)")
_PARTS = re.compile(r"\s*[-–—/()،,]+\s*")
_MONTHS = (
    "يناير|فبراير|مارس|ابريل|نيسان|مايو|ايار|يونيو|يونيه|حزيران|يوليو|يوليه|تموز|اغسطس|اب|سبتمبر|ايلول|اكتوبر|"
    "تشرين الاول|نوفمبر|تشرين الثاني|ديسمبر|كانون الاول|كانون الثاني|شباط|اذار"
)
_DATE_IN_BRACKETS = re.compile(rf"\(\s*\d{{1,2}}[-/\s]+(?:(?:{_MONTHS})\s*/?\s*){{1,2}}(?:\d{{4}}\s*(?:م)?)?\s*\)")
_PLACE_BEFORE = re.compile(r"(?:في\s+)?[^\W\d_]+[،,]?\s*$")
# How many first lines of prose may be a byline: headline, byline, and a second byline or place.
EDGE_LINES = 3
_LONGEST_RUN_IN_WORDS = 7


def is_byline(line: str) -> bool:
    """Whether a whole line names the author.

    >>> is_byline("سمير العبيدي يكتب"), is_byline("كتب: سمير العبيدي"), is_byline("اتفق الطرفان على موعد")
    (True, True, False)
    """
    folded = fold_letters(line)
    return any(pattern.match(folded) for pattern in _BYLINES)


def find_byline(text: str, prose: Sequence[Span]) -> tuple[Span, ...]:
    """The run-in byline at the head of the text ("سمير علي- الضفاف- بغداد: ...")."""
    head = _run_in_head(text, prose)
    return (head,) if head and not _is_place_or_agency(head.of(text)) else ()


def find_dateline(text: str, prose: Sequence[Span]) -> tuple[Span, ...]:
    """Place, date or both, at the head of the text or in brackets inside it.

    >>> page = "بغداد (رويترز) - قال مسؤول إن المحادثات بدأت."
    >>> [span.of(page) for span in find_dateline(page, [Span(0, len(page))])]
    ['بغداد (رويترز)']
    """
    found = []
    head = _run_in_head(text, prose)
    if head and _is_place_or_agency(head.of(text)):
        found.append(head)
    folded = fold_letters(text)
    found += [
        Span(*match.span())
        for match in _DATE_IN_BRACKETS.finditer(folded)
        if any(span.start <= match.start() < span.end for span in prose)
    ]
    return tuple(found)


def find_agency_spans(text: str, prose: Sequence[Span]) -> tuple[Span, ...]:
    r"""Every place where a news agency is named: signature, bracket or sentence.

    >>> page = "قال مصدر لوكالة فرانس برس إن الجلسة أجلت.\n\nأ ف ب"
    >>> [span.of(page) for span in find_agency_spans(page, [Span(0, 41), Span(43, 48)])]
    ['وكالة فرانس برس', 'أ ف ب']
    """
    folded = fold_letters(text)
    pattern = _agency_pattern()
    matches = (match for span in prose for match in pattern.finditer(folded, span.start, span.end))
    return tuple(Span(match.start("name"), match.end("name")) for match in matches)


@functools.cache
def _agency_pattern() -> re.Pattern[str]:
    """All names of all agencies, longest first. Letters with blanks or stops between match either way."""
    names = {fold_letters(alias) for agency in load_knowledge().agencies for alias in (agency.name, *agency.aliases)}
    forms = sorted((_loose(name) for name in names if name), key=lambda form: (-len(form), form))
    body = "|".join(forms)
    return re.compile(
        rf"(?<![^\W_])(?:و|ف)?(?:لل|ل|ب|ال)?(?P<name>(?:ال)?(?:(?:وكالة|وكاله|لوكاله)\s+)?(?:{body}))(?![^\W_])",
        re.IGNORECASE,
    )


def _loose(name: str) -> str:
    """A pattern that takes blanks, stops or both between the letters of an abbreviation (أ.ف.ب ، أ ف ب)."""
    letters = re.split(r"[\s.]+", name.strip(" ."))
    if len(letters) > 1 and all(len(letter) == 1 for letter in letters):
        return r"\s?\.?\s?".join(map(re.escape, letters)) + r"\.?"
    return r"\s+".join(map(re.escape, letters))


def _run_in_head(text: str, prose: Sequence[Span]) -> Span | None:
    """The words before the first sentence's dash or colon, where they are a byline or dateline and no speech."""
    if not prose:
        return None
    first = prose[0]
    line = text[first.start : first.end]
    match = _RUN_IN.match(fold_letters(line))
    if not match or len(match.group("head").split()) > _LONGEST_RUN_IN_WORDS:
        return None
    head = trim(text, first.start + match.start("head"), first.start + match.end("head"), " -–—:\t\u00a0")
    # What a person says after a colon is speech: one single name before a colon is its speaker, not a byline.
    if head is None or not (len(_PARTS.split(head.of(text))) > 1 or _is_place_or_agency(head.of(text))):
        return None
    return head


def _is_place_or_agency(head: str) -> bool:
    """Whether every part is a place, an agency or a date."""
    knowledge = load_knowledge()
    parts = [part for part in _PARTS.split(head) if part]
    return bool(parts) and all(
        knowledge.find_place(part)
        or knowledge.find_country(part)
        or _agency_pattern().search(fold_letters(part))
        or any(letter.isdigit() for letter in part)
        for part in parts
    )
