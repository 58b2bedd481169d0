"""Titles that an article left open, resolved once its day is known (الرئيس الأميركي in August 2020)."""

from __future__ import annotations

from dataclasses import replace

from rawi.arabic.letters import strip_marks
from rawi.knowledge import Knowledge
from rawi.model.annotation import AnnotatedArticle, Mention
from rawi.model.identifiers import make_id

_LEAST_WORDS = 2


def resolve_open_titles(annotated: AnnotatedArticle, knowledge: Knowledge) -> AnnotatedArticle:
    """The article with each title that one person alone held within its days given to that person.

    A title of one word (الرئيس) stays as the article left it, and so does everything in an article without a date.
    """
    published = annotated.published
    if published.earliest is None or published.latest is None:
        return annotated
    holders: dict[str, tuple[str, str]] = {}
    for mention in annotated.mentions:
        if mention.form != "nominal" or mention.type != "PER" or mention.knowledge or mention.entity is None:
            continue
        title = _title(mention, annotated.text)
        if len(title.split()) < _LEAST_WORDS or mention.entity in holders:
            continue
        found = {
            holder.person: holder.name
            for holder in knowledge.resolve_office(title, published.earliest, published.latest)
        }
        if len(found) == 1:
            holders[mention.entity] = next(iter(found.items()))
    if not holders:
        return annotated
    return replace(annotated, mentions=tuple(_filled(mention, holders) for mention in annotated.mentions))


def _title(mention: Mention, text: str) -> str:
    words = " ".join(strip_marks(text[mention.start : mention.end]).split())
    return "ا" + words[1:] if words.startswith("لل") else words


def _filled(mention: Mention, holders: dict[str, tuple[str, str]]) -> Mention:
    if mention.entity not in holders or mention.form != "nominal":
        return mention
    person, name = holders[mention.entity]
    return replace(mention, entity=make_id("e", person), name=name, knowledge=person)
