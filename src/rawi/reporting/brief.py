"""The brief: a short cited report made from records of a compared corpus, and from nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.model.annotation import AnnotatedArticle, Quotation
from rawi.model.corpus import Citation, ComparedCorpus, Comparison, LedgerEntry, LedgerStep, Story, TimelineEntry
from rawi.model.span import Span
from rawi.reporting.briefing import Brief, Footnote, Language, Line, Section
from rawi.reporting.citing import day_of, is_retold, keep_negation, note, period, plain, shorten, widen
from rawi.reporting.focus import Focus
from rawi.reporting.frames import Frames, frames
from rawi.reporting.repeats import without_repeats


@dataclass(frozen=True, slots=True)
class BriefConfig:
    """How much a brief holds. A page and a half is what an editor reads: about forty lines.

    quotations_of_one: lines that one speaker may take. shortest_quotation: characters; below it words between marks
    are seldom a statement of their own (most of those under 20 in the samples are names and scare quotes).
    shortest_opening: characters; bylines, places and dates at the head of a text are shorter, ledes longer.
    longest_words: characters of a quotation shown in a line; the footnote leads to the rest.
    sides: values of one comparison; a reader holds four apart, the room shows all.
    """

    stories: int = 6
    quotations: int = 12
    comparisons: int = 8
    commitments: int = 8
    events: int = 12
    silences: int = 5
    quotations_of_one: int = 2
    shortest_quotation: int = 20
    shortest_opening: int = 40
    longest_words: int = 240
    sides: int = 4


def make_brief(
    corpus: ComparedCorpus,
    title: str,
    language: Language = "ar",
    focus: Focus = Focus(),
    config: BriefConfig = BriefConfig(),
) -> Brief:
    """A brief on what ``focus`` selects. Every line is one record; records without words to cite are left out."""
    writer = _Writer(corpus, frames(language), focus, config)
    said = writer.frames
    sections = (
        Section(said.stories, writer.stories()),
        Section(said.disputes, writer.comparisons("conflicts")),
        Section(said.changes, writer.comparisons("changes_over_time")),
        Section(said.figures, writer.comparisons("agrees", "differs_in_detail", "differs_in_scope")),
        Section(said.said, writer.quotations()),
        Section(said.promises, writer.commitments()),
        Section(said.timeline, writer.timeline()),
        Section(said.silences, writer.silences()),
    )
    kept = tuple(section for section in sections if section.lines)
    return Brief(said.title.format(title=title), language, kept, said.note)


class _Writer:
    """Makes lines from records; holds the articles they cite."""

    def __init__(self, corpus: ComparedCorpus, said: Frames, focus: Focus, config: BriefConfig) -> None:
        self.corpus = corpus
        self.frames = said
        self.focus = focus
        self.config = config
        self.articles: Mapping[str, AnnotatedArticle] = {annotated.id: annotated for annotated in corpus.articles}

    # -- what is in focus --------------------------------------------------------------------------------------------

    def _in_focus(self, articles: Iterable[str], words: str = "") -> bool:
        names = [name for name in articles if name in self.articles]
        if not names or (self.focus.articles is not None and not self.focus.articles.intersection(names)):
            return False
        if not self.focus.holds_words(words):
            return False
        return any(self.focus.holds_day_of(self.articles[name]) for name in names)

    def _words(self, label: str, places: Sequence[Citation | LedgerStep]) -> str:
        """What a question may be about in a record: its label and the sentences that it cites."""
        if not self.focus.words:
            return label
        cited = [
            widen(self.articles[place.article].text, Span(place.start, place.end)).of(self.articles[place.article].text)
            for place in places
            if place.article in self.articles and getattr(place, "part", "text") == "text"
        ]
        return " ".join([label, *cited])

    def _involves(self, places: Sequence[Citation]) -> bool:
        """Whether the entity in focus is named near one of the places, or says what stands there."""
        if self.focus.entity is None:
            return True
        return any(
            self.focus.is_near(self.articles[place.article], Span(place.start, place.end))
            for place in places
            if place.article in self.articles and place.part == "text"
        )

    def _cite(self, annotated: AnnotatedArticle, span: Span) -> Footnote:
        """The footnote for characters, no longer than a line takes."""
        return note(self.frames, annotated, shorten(annotated.text, self.config.longest_words, span))

    # -- lines -------------------------------------------------------------------------------------------------------

    def stories(self) -> tuple[Line, ...]:
        """The stories that most origins report."""
        found = [story for story in self.corpus.stories if self._in_focus(story.articles, story.title)]
        found.sort(key=lambda story: (-story.origins, -len(story.articles), story.earliest or "9", story.id))
        lines = (self._story(story) for story in found)
        return tuple(line for line in lines if line)[: self.config.stories]

    def _story(self, story: Story) -> Line | None:
        notes: list[Footnote] = []
        for name in story.articles:
            annotated = self.articles.get(name)
            if annotated is None:
                continue
            place = annotated.text.find(story.title)
            headline = self._opening(annotated)
            if place >= 0:
                notes.insert(0, note(self.frames, annotated, Span(place, place + len(story.title))))
            elif headline is not None:
                notes.append(self._cite(annotated, headline))
        if not notes:
            return None
        words = story.title if story.title in notes[0].words else notes[0].words
        when = period(self.frames, story.earliest, story.latest)
        return Line(
            self.frames.story.format(words=plain(words), when=when),
            tuple(notes),
            (),
            story.id,
            story.outlets,
            story.origins,
        )

    def comparisons(self, *relations: str) -> tuple[Line, ...]:
        """Comparisons of the given kinds, those with most origins first."""
        found = [
            item
            for item in self.corpus.comparisons
            if item.relation in relations
            and self._in_focus((member.article for member in item.members), self._words(item.about, item.members))
            and self._involves(item.members)
        ]
        found.sort(key=lambda item: (-item.origins, -item.outlets, item.id))
        alone = len(relations) == 1
        lines = (line for line in (self._comparison(item, alone=alone) for item in found) if line)
        return tuple(without_repeats(lines, whole=alone))[: self.config.comparisons]

    def _comparison(self, item: Comparison, *, alone: bool) -> Line | None:
        """The sides of a comparison; ``alone``: the section's title says how they relate."""
        notes, values = [], []
        for annotated, member in self._sides(item):
            words = keep_negation(annotated.text, Span(member.start, member.end))
            cited = note(self.frames, annotated, widen(annotated.text, words))
            holder, when = annotated.article.outlet, day_of(self.frames, annotated)
            frame = self.frames.compared_value if holder else self.frames.compared_value_without_outlet
            notes.append(cited)
            values.append(frame.format(words=plain(cited.words), holder=plain(holder or ""), when=when))
        if len(notes) < 2:
            return None
        relation = self.frames.relations[item.relation]
        told = " / ".join(values)
        text = told if alone else self.frames.compared.format(relation=relation, values=told)
        return Line(text, tuple(notes), (), item.id, item.outlets, item.origins)

    def _sides(self, item: Comparison) -> list[tuple[AnnotatedArticle, Citation]]:
        """The members that show how it differs: the first of each value, in order of time; titles have no characters.

        What all say alike is shown by two.
        """
        found = [
            (self.articles[member.article], member)
            for member in item.members
            if member.article in self.articles and member.part == "text"
        ]
        found.sort(key=lambda pair: (pair[0].published.earliest or "9", pair[0].id, pair[1].start))
        first: dict[str | None, tuple[AnnotatedArticle, Citation]] = {}
        for pair in found:
            first.setdefault(pair[1].value, pair)
        chosen = list(first.values())
        if len({annotated.id for annotated, _ in chosen}) < 2:
            chosen += [pair for pair in found if pair[0].id != found[0][0].id][:1]
        return chosen[: self.config.sides]

    def quotations(self) -> tuple[Line, ...]:
        """What was said, one line an utterance: those that most origins carry first, then the named before others."""
        spoken: list[tuple[tuple[int, int, int, str], AnnotatedArticle, Quotation, int | None, int | None]] = []
        taken: set[tuple[str, str]] = set()
        for utterance in self.corpus.utterances:
            members = [(ref.article, ref.id) for ref in utterance.quotations]
            found = [pair for pair in map(self._quotation, members) if pair is not None]
            taken.update(members)
            if not found:
                continue
            annotated, quotation = min(found, key=lambda pair: (not pair[1].verbatim, pair[1].translated, pair[0].id))
            rank = (-utterance.origins, -len(found), 0 if quotation.source_name else 1, utterance.id)
            spoken.append((rank, annotated, quotation, utterance.outlets, utterance.origins))
        weight = Counter(item.source_entity for annotated in self.corpus.articles for item in annotated.quotations)
        for annotated in self.corpus.articles:
            for quotation in annotated.quotations:
                if (annotated.id, quotation.id) in taken or not self._is_telling(quotation):
                    continue
                known = weight[quotation.source_entity] if quotation.source_entity else 0
                rank = (0, -known, 0 if quotation.kind == "direct" else 1, quotation.id)
                spoken.append((rank, annotated, quotation, None, None))
        spoken.sort(key=lambda item: item[0])
        lines = []
        speakers: Counter[str | None] = Counter()
        for _, annotated, quotation, outlets, origins in spoken:
            words = " ".join(span.of(annotated.text) for span in quotation.content)
            speaker = quotation.source_entity or quotation.source_name
            if self.focus.entity and quotation.source_entity != self.focus.entity:
                continue
            if not self.focus.entity and speakers[speaker] >= self.config.quotations_of_one:
                continue
            place = Citation(annotated.id, quotation.content[0].start, quotation.content[-1].end)
            if self._in_focus([annotated.id], self._words(words, [place])):
                speakers[speaker] += 1
                lines.append(self._said(annotated, quotation, outlets, origins))
        return tuple(without_repeats(lines))[: self.config.quotations]

    def _is_telling(self, quotation: Quotation) -> bool:
        """Whether a quotation stands by itself: somebody is named, and it is more than a word between marks."""
        long_enough = sum(len(span) for span in quotation.content) >= self.config.shortest_quotation
        return bool(quotation.source_name) and quotation.nested_in is None and long_enough

    def _opening(self, annotated: AnnotatedArticle) -> Span | None:
        """The first sentences of the article's own prose: bylines and datelines are shorter than any lede."""
        bodies = [zone.span for zone in annotated.zones if zone.kind in ("headline", "body")]
        long_enough = [span for span in bodies if len(span) >= self.config.shortest_opening]
        return next(iter(long_enough or bodies), None)

    def _quotation(self, place: tuple[str, str]) -> tuple[AnnotatedArticle, Quotation] | None:
        annotated = self.articles.get(place[0])
        found = next((item for item in annotated.quotations if item.id == place[1]), None) if annotated else None
        return (annotated, found) if annotated and found else None

    def _said(
        self, annotated: AnnotatedArticle, quotation: Quotation, outlets: int | None, origins: int | None
    ) -> Line:
        cited = self._cite(annotated, keep_negation(annotated.text, max(quotation.content, key=len)))
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

    def commitments(self) -> tuple[Line, ...]:
        """The ledger: what changed status first, then what has a deadline."""
        found = [
            entry
            for entry in self.corpus.ledger
            if self._in_focus((step.article for step in entry.history), self._words(entry.action, entry.history))
            and (self.focus.entity is None or entry.actor == self.focus.entity)
        ]
        found.sort(
            key=lambda entry: (entry.status in ("open",), -len(entry.history), entry.deadline.latest or "9", entry.id)
        )
        lines = (self._commitment(entry) for entry in found)
        return tuple(line for line in lines if line)[: self.config.commitments]

    def _commitment(self, entry: LedgerEntry) -> Line | None:
        steps = [step for step in entry.history if step.article in self.articles]
        if not steps:
            return None
        first, last = steps[0], steps[-1]
        annotated = self.articles[first.article]
        cited = self._cite(annotated, keep_negation(annotated.text, Span(first.start, first.end)))
        notes = [cited]
        actor = self._actor(annotated, first.commitment)
        if actor is not None:
            notes.append(note(self.frames, annotated, actor))
        kind = self.frames.kinds[entry.kind]
        words = plain(cited.words)
        if len(steps) > 1 and actor is not None:
            later_article = self.articles[last.article]
            later = self._cite(later_article, keep_negation(later_article.text, Span(last.start, last.end)))
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
            for entry in self.corpus.timeline
            if entry.earliest
            and self.focus.holds_days(entry.earliest, entry.latest or entry.earliest)
            and self._in_focus(
                (mention.article for mention in entry.mentions), self._words(entry.label, entry.mentions)
            )
            and self._involves(entry.mentions)
        ]
        dated.sort(key=lambda entry: (-entry.origins, -len(entry.mentions), entry.earliest or "", entry.id))
        chosen = sorted(
            dated[: self.config.events], key=lambda entry: (entry.earliest or "", entry.latest or "", entry.id)
        )
        lines: list[Line] = []
        for line in filter(None, map(self._event, chosen)):
            told = line.footnotes[0]
            if not any(is_retold(told, other.footnotes[0]) for other in lines):
                lines.append(line)
        return tuple(lines)

    def _event(self, entry: TimelineEntry) -> Line | None:
        """A happening by the mention that says when; its time expression is cited too."""
        for mention in entry.mentions:
            annotated = self.articles.get(mention.article)
            events = annotated.events if annotated else ()
            event = next((item for item in events if (item.start, item.end) == (mention.start, mention.end)), None)
            if annotated is None or event is None or not event.when:
                continue
            cited = note(self.frames, annotated, widen(annotated.text, event.span, around=90))
            notes = [cited, note(self.frames, annotated, event.when_span)] if event.when_span else [cited]
            text = self.frames.event.format(when=event.when, words=plain(cited.words))
            return Line(text, tuple(notes), (), entry.id, entry.outlets, entry.origins)
        return None

    def silences(self) -> tuple[Line, ...]:
        """What the articles say was not said."""
        lines = []
        for annotated in self.corpus.articles:
            for silence in annotated.silences:
                place = Citation(annotated.id, silence.start, silence.end)
                words = self._words("", [place])
                if not (self._in_focus([annotated.id], words) and self._involves([place])):
                    continue
                cited = self._cite(annotated, silence.span)
                words, when = plain(cited.words), day_of(self.frames, annotated)
                if silence.who is not None:
                    who = note(self.frames, annotated, silence.who)
                    text = self.frames.silence.format(actor=plain(who.words), words=words, when=when)
                    lines.append(Line(text, (cited, who)))
                else:
                    lines.append(Line(self.frames.silence_without_actor.format(words=words, when=when), (cited,)))
        return tuple(lines)[: self.config.silences]
