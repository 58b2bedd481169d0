"""What kind of source speaks: person, organisation, anonymous, collective, document or outlet."""

from __future__ import annotations

from rawi.annotating.quotations.prose import Prose
from rawi.arabic.word_lists import read_words
from rawi.model.annotation import Mention
from rawi.model.labels import SourceKind
from rawi.model.span import Span

_DOCUMENTS = read_words("documents")
_OUTLETS = read_words("outlets")
_ANONYMOUS = read_words("anonymous")
_COLLECTIVES = read_words("collectives")
_HIDING = ("رفض الكشف", "طلب عدم", "فضل عدم", "اشترط عدم", "لم يكشف", "عدم ذكر", "عدم الكشف", "لم تسمه", "لم يسمه")


def source_kind(prose: Prose, source: Span | None, entity: str | None = None) -> SourceKind | None:
    """The kind of the source, from its head noun, the names in it and what it was resolved to (``entity``).

    A named person inside makes it a person, and so does a definite office (وزير الخارجية); an indefinite one
    (مسؤول رفيع، وزير عراقي) is anonymous. None where no source is known.
    """
    if source is None:
        return None
    first, last = prose.token_at(source.start), prose.first_token(source.end)
    folds = [prose.tokens[index].fold for index in range(first, last) if prose.tokens[index].kind == "word"]
    if not folds:
        return None
    head = _head(folds)
    if head in _DOCUMENTS:
        return "document"
    if head in _OUTLETS:
        return "outlet"
    inside = [mention for mention in prose.mentions if source.overlaps(mention.span)]
    if any(mention.type == "PER" and mention.form == "name" for mention in inside):
        return "person"
    meant = [mention for mention in prose.mentions if entity is not None and mention.entity == entity]
    if any(mention.type == "PER" and mention.form == "name" for mention in meant):
        return "person"
    if head in _COLLECTIVES:
        return "collective"
    if _is_unnamed(folds, head) or any(words in prose.text[source.end : source.end + _TAIL] for words in _HIDING):
        return "anonymous"
    types = {mention.type for mention in meant}
    if "PER" in types:
        # المسؤول takes up مسؤول رفيع, and stays as unnamed as he.
        return "anonymous" if _is_hidden(prose, meant[0]) else "person"
    if types or any(mention.start <= source.start + _HEAD_LETTERS for mention in inside if mention.type != "MISC"):
        return "organisation"
    if head.removeprefix("ال") in _ORGANISATIONS or head.endswith(("ه", "ات")):
        return "organisation"
    return "collective" if head.endswith(("ون", "ين", "وا")) else "person"


def _is_unnamed(folds: list[str], head: str) -> bool:
    """Whether the head tells of someone whom the text doesn't name (مصدر مطلع; وزير عراقي, but not وزير الخارجية)."""
    if head in _ALWAYS_UNNAMED:
        return True
    if head.startswith("ال"):
        return False
    if head in _OFFICES:
        return len(folds) > 1 and not folds[1].startswith("ال")
    return head in _ANONYMOUS or (head.endswith("ين") and head[:-2] + "ون" in _ANONYMOUS)


def _is_hidden(prose: Prose, mention: Mention) -> bool:
    """Whether a mention is an indefinite noun for somebody unnamed."""
    first, last = prose.token_at(mention.start), prose.first_token(mention.end)
    folds = [prose.tokens[index].fold for index in range(first, last) if prose.tokens[index].kind == "word"]
    return mention.form == "nominal" and bool(folds) and _is_unnamed(folds, _head(folds))


# Characters after a source in which the text may say that he hides his name, and of its head with a proclitic.
_TAIL = 60
_HEAD_LETTERS = 12
_OFFICES = read_words("offices")
_ALWAYS_UNNAMED = frozenset({"المصدر", "المصادر", "المصدران", "الشهود", "السكان", "الاهالي"})
_ORGANISATIONS = read_words("organisations")


def _head(folds: list[str]) -> str:
    """The head noun: the first word, without a proclitic that would hide it."""
    first = folds[0]
    known = _DOCUMENTS | _OUTLETS | _ANONYMOUS | _COLLECTIVES | _OFFICES
    if first in known:
        return first
    if first.startswith("لل") and "ال" + first[2:] in known:
        return "ال" + first[2:]
    for proclitic in "ولبف":
        if first.startswith(proclitic) and first[1:] in known:
            return first[1:]
    return first
