"""The brief: a short cited report made from records of a compared corpus, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from rawi.model.annotation import AnnotatedArticle, Silence
from rawi.model.corpus import Citation, ComparedCorpus, Comparison, LedgerEntry, Story, TimelineEntry
from rawi.model.days import tell_stretch
from rawi.model.span import Span
from rawi.reporting.briefing import Brief, BriefConfig, Footnote, Language, Line, Section
from rawi.reporting.citing import day_of, is_retold, keep_negation, note, period, plain, shown, widen
from rawi.reporting.focus import Focus
from rawi.reporting.focused import Focused
from rawi.reporting.frames import frames
from rawi.reporting.records import Records, records_of
from rawi.reporting.repeats import without_repeats
from rawi.reporting.saying import Sayings


def make_brief(
    corpus: ComparedCorpus | Records,
    title: str,
    language: Language = "ar",
    focus: Focus = Focus(),
    config: BriefConfig = BriefConfig(),
) -> Brief:
    """A brief on what ``focus`` selects. Every line is one record; records without words to cite are left out.

    Records are ranked before their articles are read, and read until a section is full.
    """
    records = records_of(corpus) if isinstance(corpus, ComparedCorpus) else corpus
    said = frames(language)
    writer = _Writer(records, said, focus, config)
    sections = (
        Section(said.stories, writer.stories()),
        Section(said.disputes, writer.comparisons("conflicts")),
        Section(said.changes, writer.comparisons("changes_over_time")),
        Section(said.figures, writer.comparisons("agrees", "differs_in_detail", "differs_in_scope")),
        Section(said.said, Sayings(records, said, focus, config).lines()),
        Section(said.promises, writer.commitments()),
        Section(said.timeline, writer.timeline()),
        Section(said.silences, writer.silences()),
    )
    kept = tuple(section for section in sections if section.lines)
    return Brief(said.title.format(title=title), language, kept, said.note)


class _Writer(Focused):
    """Makes lines from records."""

    def stories(self) -> tuple[Line, ...]:
        """The stories that most origins report."""
        found = sorted(
            self.records.stories,
            key=lambda story: (-story.origins, -len(story.articles), story.earliest or "9", story.id),
        )
        told = (story for story in found if self.is_told(story.articles, story.title) and self.is_named(story.articles))
        return tuple(islice(filter(None, map(self._story, told)), self.config.stories))

    def _story(self, story: Story) -> Line | None:
        notes: list[Footnote] = []
        for name in story.reports:
            annotated = self.shelf.get(name)
            if annotated is None:
                continue
            place = annotated.text.find(story.title)
            headline = self._opening(annotated)
            if place >= 0:
                notes.insert(0, note(self.frames, annotated, Span(place, place + len(story.title))))
            elif headline is not None:
                notes.append(self.cite(annotated, headline))
        inside = ((self.shelf.get(told.article), Span(told.start, told.end)) for told in story.passages)
        notes += [self.cite(annotated, passage) for annotated, passage in inside if annotated is not None]
        if not notes:
            return None
        words = story.title if story.title in notes[0].words else notes[0].words
        return Line(
            self.frames.story.format(words=plain(words), when=period(self.frames, story.earliest, story.latest)),
            tuple(notes),
            (),
            story.id,
            story.outlets,
            story.origins,
        )

    def comparisons(self, *relations: str) -> tuple[Line, ...]:
        """Comparisons of the given kinds, those with most origins first."""
        found = [item for item in self.records.comparisons if item.relation in relations]
        found.sort(key=lambda item: (-item.origins, -item.outlets, item.id))
        told = (
            item
            for item in found
            if self.is_told((member.article for member in item.members), item.about, item.members)
            and self.involves(item.members)
        )
        alone = len(relations) == 1
        lines = (line for line in (self._comparison(item, alone=alone) for item in told) if line)
        return tuple(islice(without_repeats(lines, whole=alone), self.config.comparisons))

    def _comparison(self, item: Comparison, *, alone: bool) -> Line | None:
        """The sides of a comparison; ``alone``: the section's title says how they relate."""
        notes, values = [], []
        for annotated, member in self._sides(item):
            words = keep_negation(annotated.text, Span(member.start, member.end))
            wide = widen(annotated.text, words)
            cited = note(self.frames, annotated, wide)
            holder, when = annotated.article.outlet, day_of(self.frames, annotated)
            frame = self.frames.compared_value if holder else self.frames.compared_value_without_outlet
            notes.append(cited)
            values.append(frame.format(words=shown(annotated.text, wide), holder=plain(holder or ""), when=when))
        if len(notes) < 2:
            return None
        labels = [] if alone else [self.frames.relations[item.relation]]
        labels += [self.frames.subjects[item.kind]] if item.kind in self.frames.subjects else []
        told = " / ".join(values)
        text = self.frames.compared.format(label=" — ".join(labels), values=told) if labels else told
        return Line(text, tuple(notes), (), item.id, item.outlets, item.origins)

    def _sides(self, item: Comparison) -> list[tuple[AnnotatedArticle, Citation]]:
        """The members that show how it differs: the first of each value, in order of time; titles have no characters.

        What all say alike is shown by two.
        """
        found = [
            (self.shelf[member.article], member)
            for member in item.members
            if member.article in self.shelf and member.part == "text"
        ]
        found.sort(key=lambda pair: (pair[0].published.earliest or "9", pair[0].id, pair[1].start))
        first: dict[str | None, tuple[AnnotatedArticle, Citation]] = {}
        for pair in found:
            first.setdefault(pair[1].value, pair)
        chosen = list(first.values())
        if len({annotated.id for annotated, _ in chosen}) < 2:
            chosen += [pair for pair in found if pair[0].id != found[0][0].id][:1]
        return chosen[: self.config.sides]

    def commitments(self) -> tuple[Line, ...]:
        """The ledger: what changed status first, then what has a deadline."""
        found = sorted(
            self.records.ledger,
            key=lambda entry: (
                entry.status in ("open",),
                -len(entry.history),
                entry.deadline.latest or "9",
                entry.id,
            ),
        )
        told = (
            entry
            for entry in found
            if (self.focus.entity is None or entry.actor == self.focus.entity)
            and self.is_told((step.article for step in entry.history), entry.action, entry.history)
        )
        return tuple(islice(filter(None, map(self._commitment, told)), self.config.commitments))

    def _commitment(self, entry: LedgerEntry) -> Line | None:
        steps = [step for step in entry.history if step.article in self.shelf]
        if not steps:
            return None
        first, last = steps[0], steps[-1]
        annotated = self.shelf[first.article]
        cited = self.cite(annotated, keep_negation(annotated.text, Span(first.start, first.end)))
        notes = [cited]
        actor = self._actor(annotated, first.commitment)
        if actor is not None:
            notes.append(note(self.frames, annotated, actor))
        kind = self.frames.kinds[entry.kind]
        words = plain(cited.words)
        if len(steps) > 1 and actor is not None:
            later_article = self.shelf[last.article]
            later = self.cite(later_article, keep_negation(later_article.text, Span(last.start, last.end)))
            notes.append(later)
            text = self.frames.promise_status.format(
                kind=kind,
                actor=plain(actor.of(annotated.text)),
                words=words,
                status=self.frames.statuses[last.status],
                when=day_of(self.frames, later_article),
                later=plain(later.words),
            )
        elif actor is not None:
            actor_words = plain(actor.of(annotated.text))
            text = self.frames.promise.format(
                kind=kind, actor=actor_words, words=words, when=day_of(self.frames, annotated)
            )
        else:
            text = self.frames.promise_without_actor.format(kind=kind, words=words, when=day_of(self.frames, annotated))
        return Line(text, tuple(notes), (), entry.id, entry.outlets, entry.origins)

    def _actor(self, annotated: AnnotatedArticle, commitment: str | None) -> Span | None:
        found = next((item for item in annotated.commitments if item.id == commitment), None)
        return found.actor if found else None

    def timeline(self) -> tuple[Line, ...]:
        """The happenings that most origins report, in order of time; undated ones are left to the room."""
        dated = [
            entry
            for entry in self.records.timeline
            if entry.earliest and self.focus.holds_days(entry.earliest, entry.latest or entry.earliest)
        ]
        dated.sort(key=lambda entry: (-entry.origins, -len(entry.mentions), entry.earliest or "", entry.id))
        told = (
            entry
            for entry in dated
            if self.is_told((mention.article for mention in entry.mentions), entry.label, entry.mentions)
            and self.involves(entry.mentions)
        )
        chosen = sorted(
            islice(told, self.config.events), key=lambda entry: (entry.earliest or "", entry.latest or "", entry.id)
        )
        lines: list[Line] = []
        for line in filter(None, map(self._event, chosen)):
            first = line.footnotes[0]
            if not any(is_retold(first, other.footnotes[0]) for other in lines):
                lines.append(line)
        return tuple(lines)

    def _event(self, entry: TimelineEntry) -> Line | None:
        """A happening by the mention that says when; its time expression is cited too."""
        for mention in entry.mentions:
            annotated = self.shelf.get(mention.article)
            events = annotated.events if annotated else ()
            event = next((item for item in events if (item.start, item.end) == (mention.start, mention.end)), None)
            if annotated is None or event is None or not event.when:
                continue
            wide = widen(annotated.text, event.span, around=90)
            cited = note(self.frames, annotated, wide)
            notes = [cited, note(self.frames, annotated, event.when_span)] if event.when_span else [cited]
            text = self.frames.event.format(
                when=tell_stretch(event.when, self.frames.months), words=shown(annotated.text, wide)
            )
            return Line(text, tuple(notes), (), entry.id, entry.outlets, entry.origins)
        return None

    def silences(self) -> tuple[Line, ...]:
        """What the articles say was not said."""
        return tuple(islice(self._silences(), self.config.silences))

    def _silences(self) -> Iterator[Line]:
        for annotated in map(self.shelf.__getitem__, filter(self.is_told_alone, self.shelf.holding("silences"))):
            for silence in annotated.silences:
                place = Citation(annotated.id, silence.start, silence.end)
                if self.is_told([annotated.id], "", [place]) and self.involves([place]):
                    yield self._silence(annotated, silence)

    def _silence(self, annotated: AnnotatedArticle, silence: Silence) -> Line:
        cited = self.cite(annotated, silence.span)
        words, when = plain(cited.words), day_of(self.frames, annotated)
        if silence.who is None:
            return Line(self.frames.silence_without_actor.format(words=words, when=when), (cited,))
        who = note(self.frames, annotated, silence.who)
        return Line(self.frames.silence.format(actor=plain(who.words), words=words, when=when), (cited, who))

    def _opening(self, annotated: AnnotatedArticle) -> Span | None:
        """The first sentences of the article's own prose: bylines and datelines are shorter than any lede."""
        bodies = [zone.span for zone in annotated.zones if zone.kind in ("headline", "body")]
        long_enough = [span for span in bodies if len(span) >= self.config.shortest_opening]
        return next(iter(long_enough or bodies), None)
