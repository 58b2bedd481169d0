"""The lines of a brief on who said what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TypeAlias

from rawi.model.annotation import AnnotatedArticle, Quotation
from rawi.model.corpus import Citation, Utterance
from rawi.model.span import Span
from rawi.reporting.briefing import Line
from rawi.reporting.citing import day_of, keep_negation, note, plain
from rawi.reporting.focused import Focused
from rawi.reporting.repeats import without_repeats

_Rank: TypeAlias = tuple[int, int, int, str]


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A quotation that may become a line; the lowest rank comes first."""

    rank: _Rank
    annotated: AnnotatedArticle
    quotation: Quotation
    outlets: int | None = None
    origins: int | None = None


class Sayings(Focused):
    """Makes lines from utterances and quotations."""

    def lines(self) -> tuple[Line, ...]:
        """What was said, one line an utterance: those that most origins carry first, then the named before others."""
        return tuple(islice(without_repeats(self._lines()), self.config.quotations))

    def _lines(self) -> Iterator[Line]:
        speakers: Counter[str | None] = Counter()
        for spoken in self._spoken():
            annotated, quotation = spoken.annotated, spoken.quotation
            words = " ".join(span.of(annotated.text) for span in quotation.content)
            speaker = quotation.source_entity or quotation.source_name
            if self.focus.entity and quotation.source_entity != self.focus.entity:
                continue
            if not self.focus.entity and speakers[speaker] >= self.config.quotations_of_one:
                continue
            place = Citation(annotated.id, quotation.content[0].start, quotation.content[-1].end)
            if self.is_told([annotated.id], words, [place]):
                speakers[speaker] += 1
                yield self._said(annotated, quotation, spoken.outlets, spoken.origins)

    def _spoken(self) -> Iterator[_Spoken]:
        """What may be told, best first: utterances are read rank by rank, single quotations when those are used up."""
        found = [
            item
            for item in self.records.utterances
            if any(self.is_told_alone(part.article) for part in item.quotations)
        ]
        found.sort(key=self._carried)
        last: list[_Spoken] = []
        for (origins, _), items in groupby(found, key=self._carried):
            ranked = [spoken for item in items for spoken in self._read(item)]
            if origins < 0:
                yield from sorted(ranked, key=lambda spoken: spoken.rank)
            else:
                last += ranked
        yield from sorted([*last, *self._single()], key=lambda spoken: spoken.rank)

    def _carried(self, utterance: Utterance) -> tuple[int, int]:
        return -utterance.origins, -sum(part.article in self.shelf for part in utterance.quotations)

    def _read(self, utterance: Utterance) -> list[_Spoken]:
        """The utterance as its best wording has it; nothing where no article of it is there."""
        members = [(part.article, part.id) for part in utterance.quotations]
        found = [pair for pair in map(self._quotation, members) if pair is not None]
        if not found:
            return []
        annotated, quotation = min(found, key=lambda pair: (not pair[1].verbatim, pair[1].translated, pair[0].id))
        rank = (-utterance.origins, -len(found), 0 if quotation.source_name else 1, utterance.id)
        return [_Spoken(rank, annotated, quotation, utterance.outlets, utterance.origins)]

    def _single(self) -> Iterator[_Spoken]:
        """Quotations that no utterance has, of those who are quoted most first."""
        taken = {(part.article, part.id) for item in self.records.utterances for part in item.quotations}
        for annotated in map(self.shelf.__getitem__, filter(self.is_told_alone, self.shelf.holding("quotations"))):
            for quotation in annotated.quotations:
                if (annotated.id, quotation.id) not in taken and self._is_telling(quotation):
                    known = self.shelf.weight(quotation.source_entity) if quotation.source_entity else 0
                    rank = (0, -known, 0 if quotation.kind == "direct" else 1, quotation.id)
                    yield _Spoken(rank, annotated, quotation)

    def _is_telling(self, quotation: Quotation) -> bool:
        """Whether a quotation stands by itself: somebody is named, and it is more than a word between marks."""
        long_enough = sum(len(span) for span in quotation.content) >= self.config.shortest_quotation
        return bool(quotation.source_name) and quotation.nested_in is None and long_enough

    def _quotation(self, place: tuple[str, str]) -> tuple[AnnotatedArticle, Quotation] | None:
        annotated = self.shelf.get(place[0])
        found = next((item for item in annotated.quotations if item.id == place[1]), None) if annotated else None
        return (annotated, found) if annotated and found else None

    def _said(
        self, annotated: AnnotatedArticle, quotation: Quotation, outlets: int | None, origins: int | None
    ) -> Line:
        cited = self.cite(annotated, keep_negation(annotated.text, max(quotation.content, key=len)))
        notes = [cited]
        named = quotation.source or self._named_elsewhere(annotated, quotation)
        if named is not None:
            notes.append(note(self.frames, annotated, named))
        when = day_of(self.frames, annotated)
        words = plain(cited.words)
        source = named.of(annotated.text) if named else None
        names = (source,) if source else ()
        others = [span for span in (quotation.source, named) if span]
        through = [
            link
            for link in quotation.chain
            if link.kind in ("agency", "anonymous", "medium") and link.span and not any(map(link.span.overlaps, others))
        ]
        if not source:
            text = self.frames.quotation_without_source.format(words=words, when=when)
        elif through:
            link = through[0]
            told = link.span.of(annotated.text) if link.span else link.name
            if link.span:
                notes.append(note(self.frames, annotated, link.span))
            text = self.frames.relayed.format(source=plain(source), through=plain(told), words=words, when=when)
        else:
            text = self.frames.quotation.format(source=plain(source), words=words, when=when)
        return Line(text, tuple(notes), names, quotation.id, outlets, origins)

    def _named_elsewhere(self, annotated: AnnotatedArticle, quotation: Quotation) -> Span | None:
        """Where the article names a speaker whom the quotation leaves out (وأضاف): the nearest mention before it."""
        start = quotation.content[0].start
        spans = [
            mention.span
            for mention in annotated.mentions
            if mention.entity == quotation.source_entity and mention.form == "name" and quotation.source_entity
        ]
        spans += [
            other.source
            for other in annotated.quotations
            if other.source and quotation.source_name and other.source_name == quotation.source_name
        ]
        return min(spans, key=lambda span: (span.start > start, abs(span.start - start)), default=None)
