"""The brief: a short cited report made from records of a compared corpus, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rawi.model.annotation import AnnotatedArticle, Quotation
from rawi.model.corpus import ComparedCorpus, Comparison, LedgerEntry, Story, TimelineEntry
from rawi.model.span import Span, cover
from rawi.reporting.briefing import Brief, Footnote, Language, Line, Section
from rawi.reporting.frames import Frames, frames

_MARKS = '«»"“”'


@dataclass(frozen=True, slots=True)
class BriefConfig:
    """How much a brief holds. A page and a half is what an editor reads: about forty lines.

    longest_words: characters of a quotation shown in a line; the footnote leads to the rest.
    """

    stories: int = 6
    quotations: int = 12
    comparisons: int = 8
    commitments: int = 8
    events: int = 12
    silences: int = 5
    longest_words: int = 240


@dataclass(frozen=True, slots=True)
class Focus:
    """What the brief is about: nothing (all), the articles of a story, an entity, words, or a period (ISO days)."""

    articles: frozenset[str] | None = None
    entity: str | None = None
    words: str | None = None
    earliest: str | None = None
    latest: str | None = None


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
        if self.focus.words and self.focus.words not in words:
            return False
        return any(self._in_period(self.articles[name]) for name in names)

    def _in_period(self, annotated: AnnotatedArticle) -> bool:
        if self.focus.earliest is None and self.focus.latest is None:
            return True
        earliest, latest = annotated.published.earliest, annotated.published.latest
        if earliest is None or latest is None:
            return False
        after = self.focus.earliest is None or latest >= self.focus.earliest
        return after and (self.focus.latest is None or earliest <= self.focus.latest)

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
            headline = next((zone.span for zone in annotated.zones if zone.kind in ("headline", "body")), None)
            if place >= 0:
                notes.insert(0, self._note(annotated, Span(place, place + len(story.title))))
            elif headline is not None:
                notes.append(self._note(annotated, self._shorten(annotated, headline)))
        if not notes:
            return None
        words = story.title if story.title in notes[0].words else notes[0].words
        when = self._when(story.earliest, story.latest)
        return Line(
            self.frames.story.format(words=_plain(words), when=when),
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
            if item.relation in relations and self._in_focus((member.article for member in item.members), item.about)
        ]
        found.sort(key=lambda item: (-item.origins, -item.outlets, item.id))
        lines = (self._comparison(item) for item in found)
        return tuple(line for line in lines if line)[: self.config.comparisons]

    def _comparison(self, item: Comparison) -> Line | None:
        notes, values = [], []
        for member in item.members[:6]:
            annotated = self.articles.get(member.article)
            if annotated is None:
                continue
            note = self._note(annotated, self._widen(annotated, Span(member.start, member.end)))
            holder = annotated.article.outlet or self.frames.undated
            notes.append(note)
            values.append(
                self.frames.compared_value.format(
                    words=_plain(note.words), holder=_plain(holder), when=self._day(annotated)
                )
            )
        if len(notes) < 2:
            return None
        relation = self.frames.relations[item.relation]
        text = self.frames.compared.format(relation=relation, values=" / ".join(values))
        return Line(text, tuple(notes), (), item.id, item.outlets, item.origins)

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
        for annotated in self.corpus.articles:
            for quotation in annotated.quotations:
                if (annotated.id, quotation.id) in taken or quotation.nested_in or not quotation.source_name:
                    continue
                direct = 0 if quotation.kind == "direct" else 1
                spoken.append(
                    ((0, direct, 0 if quotation.source_entity else 1, quotation.id), annotated, quotation, None, None)
                )
        spoken.sort(key=lambda item: item[0])
        lines = []
        for _, annotated, quotation, outlets, origins in spoken:
            words = " ".join(span.of(annotated.text) for span in quotation.content)
            if self.focus.entity and quotation.source_entity != self.focus.entity:
                continue
            if self._in_focus([annotated.id], words):
                lines.append(self._said(annotated, quotation, outlets, origins))
        return tuple(lines)[: self.config.quotations]

    def _quotation(self, place: tuple[str, str]) -> tuple[AnnotatedArticle, Quotation] | None:
        annotated = self.articles.get(place[0])
        found = next((item for item in annotated.quotations if item.id == place[1]), None) if annotated else None
        return (annotated, found) if annotated and found else None

    def _said(
        self, annotated: AnnotatedArticle, quotation: Quotation, outlets: int | None, origins: int | None
    ) -> Line:
        note = self._note(annotated, self._shorten(annotated, max(quotation.content, key=len)))
        notes = [note]
        if quotation.source is not None:
            notes.append(self._note(annotated, quotation.source))
        when = self._day(annotated)
        words = _plain(note.words)
        source = quotation.source.of(annotated.text) if quotation.source else quotation.source_name
        names = (source,) if source else ()
        through = [
            link for link in quotation.chain if link.kind in ("agency", "anonymous", "medium") and link.span is not None
        ]
        if not source:
            text = self.frames.quotation_without_source.format(words=words, when=when)
        elif through:
            link = through[0]
            told = link.span.of(annotated.text) if link.span else link.name
            if link.span:
                notes.append(self._note(annotated, link.span))
            text = self.frames.relayed.format(source=_plain(source), through=_plain(told), words=words, when=when)
        else:
            text = self.frames.quotation.format(source=_plain(source), words=words, when=when)
        return Line(text, tuple(notes), names, quotation.id, outlets, origins)

    def commitments(self) -> tuple[Line, ...]:
        """The ledger: what changed status first, then what has a deadline."""
        found = [
            entry
            for entry in self.corpus.ledger
            if self._in_focus((step.article for step in entry.history), entry.action)
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
        note = self._note(annotated, self._shorten(annotated, Span(first.start, first.end)))
        notes = [note]
        actor = self._actor(annotated, first.commitment)
        if actor is not None:
            notes.append(self._note(annotated, actor))
        kind = self.frames.kinds[entry.kind]
        words = _plain(note.words)
        if len(steps) > 1 and actor is not None:
            later_article = self.articles[last.article]
            later = self._note(later_article, self._shorten(later_article, Span(last.start, last.end)))
            notes.append(later)
            text = self.frames.promise_status.format(
                kind=kind,
                actor=_plain(actor.of(annotated.text)),
                words=words,
                status=self.frames.statuses[last.status],
                when=self._day(later_article),
                later=_plain(later.words),
            )
        elif actor is not None:
            actor_words = _plain(actor.of(annotated.text))
            text = self.frames.promise.format(kind=kind, actor=actor_words, words=words, when=self._day(annotated))
        else:
            text = self.frames.promise_without_actor.format(kind=kind, words=words, when=self._day(annotated))
        return Line(text, tuple(notes), (), entry.id, entry.outlets, entry.origins)

    def _actor(self, annotated: AnnotatedArticle, commitment: str | None) -> Span | None:
        found = next((item for item in annotated.commitments if item.id == commitment), None)
        return found.actor if found else None

    def timeline(self) -> tuple[Line, ...]:
        """The happenings that most origins report, in order of time; undated ones are left to the room."""
        dated = [
            entry
            for entry in self.corpus.timeline
            if entry.earliest and self._in_focus((mention.article for mention in entry.mentions), entry.label)
        ]
        dated.sort(key=lambda entry: (-entry.origins, -len(entry.mentions), entry.earliest or "", entry.id))
        chosen = sorted(
            dated[: self.config.events], key=lambda entry: (entry.earliest or "", entry.latest or "", entry.id)
        )
        lines = (self._event(entry) for entry in chosen)
        return tuple(line for line in lines if line)

    def _event(self, entry: TimelineEntry) -> Line | None:
        mention = next((item for item in entry.mentions if item.article in self.articles), None)
        if mention is None:
            return None
        annotated = self.articles[mention.article]
        note = self._note(annotated, self._widen(annotated, Span(mention.start, mention.end), around=90))
        text = self.frames.event.format(when=self._when(entry.earliest, entry.latest), words=_plain(note.words))
        return Line(text, (note,), (), entry.id, entry.outlets, entry.origins)

    def silences(self) -> tuple[Line, ...]:
        """What the articles say was not said."""
        lines = []
        for annotated in self.corpus.articles:
            for silence in annotated.silences:
                if not self._in_focus([annotated.id], silence.span.of(annotated.text)):
                    continue
                note = self._note(annotated, self._shorten(annotated, silence.span))
                words, when = _plain(note.words), self._day(annotated)
                if silence.who is not None:
                    who = self._note(annotated, silence.who)
                    text = self.frames.silence.format(actor=_plain(who.words), words=words, when=when)
                    lines.append(Line(text, (note, who)))
                else:
                    lines.append(Line(self.frames.silence_without_actor.format(words=words, when=when), (note,)))
        return tuple(lines)[: self.config.silences]

    # -- words -------------------------------------------------------------------------------------------------------

    def _note(self, annotated: AnnotatedArticle, span: Span) -> Footnote:
        article = annotated.article
        return Footnote(
            article.id, span.start, span.end, span.of(article.text), article.outlet, self._day(annotated), article.url
        )

    def _shorten(self, annotated: AnnotatedArticle, span: Span) -> Span:
        """The span, cut at a word where it is longer than a line should be."""
        if len(span) <= self.config.longest_words:
            return span
        cut = annotated.text.rfind(" ", span.start, span.start + self.config.longest_words)
        return Span(span.start, cut if cut > span.start else span.start + self.config.longest_words)

    def _widen(self, annotated: AnnotatedArticle, span: Span, around: int = 45) -> Span:
        """The span with some words around it, inside its line: a bare number says nothing."""
        text = annotated.text
        left = max(text.rfind("\n", 0, span.start) + 1, span.start - around)
        end = text.find("\n", span.end)
        right = min(len(text) if end < 0 else end, span.end + around)
        if left and text[left - 1 : left].strip():
            left = text.find(" ", left, span.start) + 1 or span.start
        if right < len(text) and text[right : right + 1].strip():
            cut = text.rfind(" ", span.end, right)
            right = cut if cut > 0 else span.end
        return cover([span, Span(left, right)]) if left < right else span

    def _day(self, annotated: AnnotatedArticle) -> str:
        return self._when(annotated.published.earliest, annotated.published.latest)

    def _when(self, earliest: str | None, latest: str | None) -> str:
        if earliest is None and latest is None:
            return self.frames.undated
        if earliest == latest:
            return str(earliest)
        return f"{earliest or '…'} – {latest or '…'}"


def _plain(words: str) -> str:
    """Words of an article on one line; inner marks give way to the line's own."""
    return " ".join(words.translate(_WITHOUT_MARKS).split())


_WITHOUT_MARKS = str.maketrans(dict.fromkeys(_MARKS, "'"))


def count_lines(sections: Sequence[Section]) -> int:
    """How many statements a brief holds."""
    return sum(len(section.lines) for section in sections)
