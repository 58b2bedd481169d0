"""The records of a dossier that a brief on something may tell, read without the rest.

Of 31,000 articles all records and annotations take half a minute and gigabytes; a story's take a second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from rawi.interchange.corpus import KINDS
from rawi.model.annotation import AnnotatedArticle
from rawi.reporting.focus import Focus
from rawi.reporting.records import Records
from rawi.reporting.rejected import rejected_by, without_quotations, without_records
from rawi.reporting.verifying import cited_places
from rawi.store.browsing import findings_slice, quotations_by_id
from rawi.store.dossier import Dossier
from rawi.store.selecting import (
    article_days,
    articles_naming,
    articles_with,
    count_quotations,
    findings_citing,
    texts_of_all,
)

# More than a dossier has of a kind.
_ALL = 10**9
# What a record is called, for those that have a name of their own.
_LABELS = {"stories": "title", "comparisons": "about", "commitments": "action", "timeline": "label"}


class StoredArticles:
    """A shelf of a dossier's articles: each is read once, when it is asked for; without quotations called wrong."""

    def __init__(self, dossier: Dossier, near: Collection[str] | None, wrong: Collection[str]) -> None:
        self._dossier = dossier
        self._near = near
        self._wrong = wrong
        self._days = article_days(dossier)
        self._rejected = Counter(placed.item.source_entity for placed in quotations_by_id(dossier, wrong))
        self._read: dict[str, AnnotatedArticle] = {}

    def __contains__(self, name: object, /) -> bool:
        """Whether the dossier has it."""
        return name in self._days

    def __getitem__(self, name: str, /) -> AnnotatedArticle:
        """The article."""
        if name not in self._read:
            found = self._dossier.article(name)
            if found is None:
                raise KeyError(name)
            self._read[name] = without_quotations(found, self._wrong)
        return self._read[name]

    def get(self, name: str, /) -> AnnotatedArticle | None:
        """The article, or None."""
        return self[name] if name in self._days else None

    def days(self, name: str, /) -> tuple[str | None, str | None]:
        """The days on which it may have been published."""
        return self._days[name]

    def holding(self, layer: str, /) -> Sequence[str]:
        """The articles near the focus that have annotations of a layer, oldest first."""
        holding = articles_with(self._dossier, layer)
        return [name for name in self._days if name in holding and (self._near is None or name in self._near)]

    def weight(self, entity: str, /) -> int:
        """How many quotations of an entity the dossier has."""
        return count_quotations(self._dossier, entity) - self._rejected[entity]


def focused_records(dossier: Dossier, focus: Focus) -> Records:
    """All records that the focus may let through, and the articles they need.

    A period alone leaves all records: which of them lie in it is told by days that they carry, without any article.
    """
    wrong = rejected_by(dossier.judgements())
    if focus.words and focus.entity is None and focus.articles is None:
        return _on_words(dossier, focus, wrong)
    near = focus.articles
    if near is None and focus.entity is not None:
        near = articles_naming(dossier, focus.entity)
    found = {
        what: dossier.findings(what) if near is None else findings_citing(dossier, what, near)
        for what in (*_LABELS, "utterances")
    }
    if near is not None and focus.entity is not None:
        found["commitments"] = iter(findings_slice(dossier, "commitments", 0, _ALL, entity=focus.entity).items)
    return _records(dossier, near, wrong, found)


def _on_words(dossier: Dossier, focus: Focus, wrong: Collection[str]) -> Records:
    """The records whose label and cited articles together have enough of the question's words."""
    stems = {name: focus.stems_in(text) for name, text in texts_of_all(dossier)}
    near = frozenset(name for name, numbers in stems.items() if focus.holds_stems(numbers))

    def about(what: str) -> Iterator[Any]:
        for item in dossier.findings(what):
            cited = {name for name, *_ in cited_places(item)}
            label = focus.stems_in(getattr(item, _LABELS[what]))
            if focus.holds_stems(label.union(*(stems.get(name, frozenset()) for name in cited))):
                yield item

    found = {what: about(what) for what in _LABELS}
    return _records(dossier, near, wrong, found | {"utterances": findings_citing(dossier, "utterances", near)})


def _records(
    dossier: Dossier, near: Collection[str] | None, wrong: Collection[str], found: dict[str, Iterator[Any]]
) -> Records:
    fields: dict[str, Any] = {KINDS[what][0]: tuple(items) for what, items in found.items()}
    for name in ("stories", "utterances", "comparisons"):
        fields[name] = without_records(fields[name], wrong)
    return Records(StoredArticles(dossier, near, wrong), **fields)
