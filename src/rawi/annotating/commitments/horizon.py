"""Deadlines and conditions inside a commitment's clause: resolved dates where there are, vague words kept vague."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.annotating.commitments.clauses import Sentence, find_clause_end
from rawi.annotating.commitments.kinds import is_ahead
from rawi.model.annotation import Deadline, PublishedDate, TimeExpression
from rawi.model.span import Span

# Words for "some time" and "at once" (folded): a horizon without a date, never given one by us.
_VAGUE = (
    ("في", "وقت", "ما"),
    ("في", "اقرب", "وقت", "ممكن"),
    ("في", "اسرع", "وقت", "ممكن"),
    ("باسرع", "ما", "يمكن"),
    ("باسرع", "وقت", "ممكن"),
    ("في", "اقرب", "وقت"),
    ("في", "اسرع", "وقت"),
    ("في", "الوقت", "المناسب"),
    ("في", "وقت", "قريب"),
    ("في", "القريب", "العاجل"),
    ("في", "المستقبل", "القريب"),
    ("علي", "الفور"),
    ("بشكل", "فوري"),
    ("قريبا",),
    ("فورا",),
    ("لاحقا",),
    ("سريعا",),
    ("مستقبلا",),
)

_CONDITION_OPENERS = (
    ("اذا",),
    ("في", "حال"),
    ("في", "حاله"),
    ("شريطه",),
    ("بشرط",),
    ("شرط",),
    ("ما", "لم"),
    ("بمجرد",),
    ("عند", "توافر"),
    ("عند", "توفر"),
    ("حال",),
    ("في", "ضوء"),
    ("الا", "اذا"),
    ("ان", "لم"),
    ("طالما",),
)
_DEPENDS = frozenset(
    ["سيعتمد", "ستعتمد", "يعتمد", "تعتمد", "سيتوقف", "ستتوقف", "يتوقف", "تتوقف", "مرهون", "مرهونه", "مشروط"]
)
_DEPENDS |= frozenset(["مشروطه", "رهن", "رهنا", "مرهونا", "مشروطا", "مرتبط"])


def find_deadline(
    sentence: Sentence, first: int, last: int, times: Iterable[TimeExpression], published: PublishedDate
) -> Deadline:
    """The deadline in tokens ``first`` to ``last``: the last time expression that can lie ahead, else vague words.

    A time that ended before the article was published is no deadline; one that began before and goes on may be.
    """
    where = sentence.span(first, last)
    ahead = [time for time in times if where.start <= time.start and time.end <= where.end]
    ahead = [time for time in ahead if time.type != "SET" and _may_lie_ahead(sentence, time, published)]
    if ahead:
        best = max(ahead, key=lambda time: (time.latest is not None, time.start))
        return Deadline.of(best)
    for pattern in _VAGUE:
        for index in range(first, last - len(pattern) + 1):
            if sentence.folds[index : index + len(pattern)] == pattern:
                return Deadline(sentence.span(index, index + len(pattern)), vague=True)
    return Deadline()


def _may_lie_ahead(sentence: Sentence, time: TimeExpression, published: PublishedDate) -> bool:
    """Whether the time ends after publication or, unresolved, is a duration or says itself that it is to come."""
    index = sentence.at(time.start)
    if index and sentence.folds[index - 1] == "منذ":
        return False
    if time.latest is not None:
        return published.earliest is None or time.latest >= published.earliest
    words = sentence.folds[index : sentence.at(time.end - 1) + 1]
    return time.type == "DURATION" or is_ahead(words)


def find_condition(sentence: Sentence, first: int, last: int, longest: int = 20) -> Span | None:
    """The condition that the clause, or the words around it in the sentence, set: on what it depends.

    >>> from rawi.annotating.commitments.clauses import find_sentence_tokens
    >>> from rawi.arabic.tokens import view_text
    >>> line = next(find_sentence_tokens(view_text("سنوقع الاتفاق إذا قبل الطرف الآخر شروطنا.")))
    >>> find_condition(line, 0, 7).of(line.text)
    'إذا قبل الطرف الآخر شروطنا'
    """
    folds = sentence.folds
    for index in range(first, last):
        if folds[index] in _DEPENDS and index + 2 <= last:
            start = index + 2 if folds[index + 1] == "علي" else index + 1
            if start < last:
                return sentence.span(start, last)
    for pattern in _CONDITION_OPENERS:
        for index in range(max(0, first - 2), min(len(folds), last + 2) - len(pattern)):
            if folds[index : index + len(pattern)] == pattern:
                end = find_clause_end(sentence, index, index + len(pattern) - 1, longest)
                return sentence.span(index, end)
    return None
