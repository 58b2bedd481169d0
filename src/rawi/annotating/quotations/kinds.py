"""What kind of source speaks: person, organisation, anonymous, collective, document or outlet."""

from __future__ import annotations

from rawi.annotating.quotations.prose import Prose
from rawi.arabic.word_lists import read_words
from rawi.model.labels import SourceKind
from rawi.model.span import Span

_DOCUMENTS = read_words("documents")
_OUTLETS = read_words("outlets")
_ANONYMOUS = read_words("anonymous")
_COLLECTIVES = read_words("collectives")
_HIDING = ("رفض الكشف", "طلب عدم", "فضل عدم", "اشترط عدم", "لم يكشف", "عدم ذكر", "عدم الكشف", "لم تسمه", "لم يسمه")


def source_kind(prose: Prose, source: Span | None, name: str | None) -> SourceKind | None:
    """The kind of the source, from its head noun and the names in it; None where nothing is known of it.

    A named person inside makes it a person; an indefinite office (مسؤول رفيع) is anonymous.
    """
    if source is None:
        return "person" if name else None
    first = prose.token_at(source.start)
    last = prose.first_token(source.end)
    folds = [prose.tokens[index].fold for index in range(first, last) if prose.tokens[index].kind == "word"]
    if not folds:
        return None
    inside = [mention for mention in prose.mentions if source.overlaps(mention.span)]
    head = _head(folds)
    if head in _DOCUMENTS:
        return "document"
    if head in _OUTLETS:
        return "outlet"
    if any(mention.type == "PER" and mention.form == "name" for mention in inside):
        return "person"
    if head in _COLLECTIVES:
        return "collective"
    if head in _ANONYMOUS and not (head.startswith("ال") and head not in _ALWAYS_UNNAMED):
        return "anonymous"
    tail = prose.text[source.end : source.end + 60]
    if any(words in tail for words in _HIDING):
        return "anonymous"
    if any(mention.type in ("ORG", "LOC", "GPE") and mention.start <= source.start + 12 for mention in inside):
        return "organisation"
    if head in _ORGANISATIONS or head.removeprefix("ال") in _ORGANISATIONS:
        return "organisation"
    if head.endswith(("ون", "ين", "وا")):
        return "collective"
    return "person"


_ALWAYS_UNNAMED = frozenset({"المصدر", "المصادر", "المصدران", "الشهود", "السكان", "الاهالي"})
_ORGANISATIONS = read_words("organisations")


def _head(folds: list[str]) -> str:
    """The head noun: the first word, without a proclitic that would hide it."""
    first = folds[0]
    known = _DOCUMENTS | _OUTLETS | _ANONYMOUS | _COLLECTIVES
    if first in known:
        return first
    if first.startswith("لل") and "ال" + first[2:] in known:
        return "ال" + first[2:]
    for proclitic in "ولبف":
        if first.startswith(proclitic) and first[1:] in known:
            return first[1:]
    return first
