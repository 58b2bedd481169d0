"""THE MAP: which stage runs after which, and nothing else."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias, cast

from rawi.annotating.commitments import annotate_commitments
from rawi.annotating.events import annotate_events
from rawi.annotating.figures import annotate_figures
from rawi.annotating.mentions import annotate_mentions
from rawi.annotating.quotations import annotate_quotations
from rawi.annotating.tagging.choice import choose_tagger
from rawi.annotating.tagging.fast import FastTagger
from rawi.annotating.tagging.tagger import Tagger
from rawi.annotating.times import annotate_times
from rawi.comparing import dating
from rawi.comparing.agreement import compare_claims
from rawi.comparing.articles import in_order
from rawi.comparing.identity import find_identities
from rawi.comparing.ledger import build_ledger
from rawi.comparing.positions import find_positions
from rawi.comparing.reuse.finding import find_reuse
from rawi.comparing.stories import group_stories
from rawi.comparing.timeline import build_timeline
from rawi.comparing.utterances import group_utterances
from rawi.comparing.words import read_words
from rawi.engines.local import LocalEngine
from rawi.interchange.packing import Packed, pack
from rawi.interchange.pile import Pile
from rawi.knowledge import Knowledge, load_knowledge
from rawi.model.annotation import AnnotatedArticle, Problem
from rawi.model.corpus import (
    ComparedCorpus,
    Comparison,
    Entity,
    Judgement,
    LedgerEntry,
    Position,
    Reuse,
    Story,
    TimelineEntry,
    Utterance,
)
from rawi.model.span import Span
from rawi.model.tags import Tags
from rawi.reading.results import ReadArticle
from rawi.reading.zones import read_zones

# Raised whenever a stage's result changes: dossiers know by it which articles to read anew.
STAGES_VERSION = "4"
# Articles a worker takes at a time: enough for the tagger to sort windows by length, few enough to show progress.
BATCH = 32


@dataclass(frozen=True, slots=True)
class Settings:
    """How articles are annotated.

    fast: the smaller tagger, which needs no onnxruntime. model: folder of a user's own tagger.
    knowledge: folder of a user's own tables. strict: an error in a stage stops the run instead of being recorded.
    """

    fast: bool = False
    model: Path | None = None
    knowledge: Path | None = None
    strict: bool = False


Stage: TypeAlias = Callable[[AnnotatedArticle], AnnotatedArticle]


@dataclass(frozen=True, slots=True)
class _Tools:
    """What a worker loads once: the tagger and the stages of one article, in order."""

    tagger: Tagger | FastTagger
    stages: tuple[tuple[str, Stage], ...]
    version: str


@functools.cache
def _tools(settings: Settings) -> _Tools:
    knowledge = load_knowledge(settings.knowledge)
    tagger = choose_tagger(settings.model, settings.fast)
    stages: tuple[tuple[str, Stage], ...] = (
        # What الرئيس الأميركي means, deadlines, days of events and of figures hang on when the article was written.
        ("times", annotate_times),
        ("dating", functools.partial(_date_alone, knowledge=knowledge)),
        ("mentions", functools.partial(annotate_mentions, knowledge=knowledge)),
        ("quotations", functools.partial(annotate_quotations, knowledge=knowledge)),
        ("figures", annotate_figures),
        ("events", functools.partial(annotate_events, knowledge=knowledge)),
        ("commitments", annotate_commitments),
    )
    return _Tools(tagger, stages, f"{STAGES_VERSION}-{tagger.version}")


def version_of(settings: Settings) -> str:
    """What annotates articles under these settings: articles annotated by another version are read anew."""
    return _tools(settings).version


def annotate_articles(
    articles: Iterable[ReadArticle], settings: Settings = Settings(), engine: LocalEngine = LocalEngine()
) -> Iterator[AnnotatedArticle]:
    """Each article with its annotations, in order; what failed in one article is a problem of that article.

    Raises ModelError or KnowledgeError where a tagger or a table can't be loaded.
    """
    work = functools.partial(annotate_batch, settings=settings)
    for batch in engine.map(work, _batches(articles)):
        yield from batch


def annotate_batch(batch: Sequence[ReadArticle], settings: Settings = Settings()) -> list[AnnotatedArticle]:
    """A batch of articles, all stages."""
    tools = _tools(settings)
    read = [AnnotatedArticle(item.article, problems=item.problems) for item in batch]
    zoned = [_run("zones", read_zones, annotated, settings) for annotated in read]
    texts = [annotated.text for annotated in zoned]
    tags = tools.tagger.tag(texts, [_furniture(annotated) for annotated in zoned])
    done = []
    for annotated, found in zip(zoned, tags, strict=True):
        current = replace(annotated, tags=found)
        for name, stage in tools.stages:
            current = _run(name, stage, current, settings)
        done.append(replace(current, view=None, tags=Tags()))
    return done


def _run(name: str, stage: Stage, annotated: AnnotatedArticle, settings: Settings) -> AnnotatedArticle:
    """The article after a stage, or before it with the failure recorded: one article never stops a build."""
    try:
        return stage(annotated)
    except Exception as error:
        if settings.strict:
            raise
        problem = Problem(name, "stage-failed", f"{type(error).__name__}: {error}")
        return replace(annotated, problems=(*annotated.problems, problem))


def _date_alone(annotated: AnnotatedArticle, knowledge: Knowledge) -> AnnotatedArticle:
    """The article with the date that its own metadata and words give; a comparison may narrow it."""
    return dating.date_articles([annotated], (), knowledge)[0]


def _date_together(articles: Sequence[AnnotatedArticle], knowledge: Knowledge) -> Iterator[AnnotatedArticle]:
    """The articles with dates passed along all that links them (copies, stories, utterances, events), one by one."""
    links = dating.find_links(articles, knowledge)
    return dating.date_again(articles, links, knowledge)


def _furniture(annotated: AnnotatedArticle) -> tuple[Span, ...]:
    return tuple(zone.span for zone in annotated.zones if zone.kind == "furniture")


def _batches(articles: Iterable[ReadArticle]) -> Iterator[list[ReadArticle]]:
    batch: list[ReadArticle] = []
    for article in articles:
        batch.append(article)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


Tell: TypeAlias = Callable[[str], None]


def _silent(message: str) -> None:
    """Nobody listens."""


def compare_articles(
    articles: Sequence[AnnotatedArticle],
    settings: Settings = Settings(),
    judgements: Sequence[Judgement] = (),
    today: str | None = None,
) -> ComparedCorpus:
    """What links the articles. The result doesn't depend on their order; ``today`` (ISO day) dates what is overdue."""
    dated = tuple(_date_together(in_order(articles), load_knowledge(settings.knowledge)))
    resolved, corpus = _compare(_Material(dated, settings, tuple(judgements), today), LocalEngine(), _silent)
    return replace(corpus, articles=tuple(resolved))


def compare_pile(
    pile: Pile,
    settings: Settings = Settings(),
    judgements: Sequence[Judgement] = (),
    today: str | None = None,
    *,
    engine: LocalEngine = LocalEngine(),
    tell: Tell = _silent,
) -> tuple[Pile, ComparedCorpus]:
    """The same for more articles than memory holds: those with dates and identities resolved come in a pile of their
    own beside the given one (the caller removes it), the corpus has no articles. ``tell`` hears how far it is.
    """
    tell(f"comparing {len(pile):,} articles: dates")
    with Pile.gather(_date_together(pile, load_knowledge(settings.knowledge)), pile.path.parent) as dated:
        resolved, corpus = _compare(_Material(dated, settings, tuple(judgements), today), engine, tell)
    return cast(Pile, resolved), corpus


_NO_REUSE, _NO_STORIES = Packed(Reuse), Packed(Story)


@dataclass(frozen=True, slots=True)
class _Material:
    """What the comparisons of one corpus work on. Findings are packed for the way to other processes."""

    articles: Sequence[AnnotatedArticle]
    settings: Settings
    judgements: tuple[Judgement, ...]
    today: str | None
    reuse: Packed[Reuse] = _NO_REUSE
    stories: Packed[Story] = _NO_STORIES

    @property
    def knowledge(self) -> Knowledge:
        return load_knowledge(self.settings.knowledge)

    def shares(self) -> tuple[Reuse, ...]:
        """The reuse without passages and reasons: what origins are counted by, in a tenth of the memory."""
        return tuple(replace(link, passages=(), reasons=()) for link in self.reuse.unpack())


_Found: TypeAlias = Mapping[str, Packed[Any]]
_Compared: TypeAlias = tuple[_Found, Sequence[AnnotatedArticle]]


def _compare(material: _Material, engine: LocalEngine, tell: Tell) -> tuple[Sequence[AnnotatedArticle], ComparedCorpus]:
    """The articles with identities resolved, and the findings of all comparisons."""
    found: dict[str, Packed[Any]] = {}
    for step in (_FIRST, _THEN):
        work = functools.partial(_run_comparison, material=material)
        tell("comparing " + ", ".join(step))
        for name, (findings, articles) in zip(step, engine.map(work, step, fresh=True), strict=True):
            found.update(findings)
            material = replace(material, articles=articles)
            tell(", ".join(f"{len(packed):,} {what}" for what, packed in findings.items()) + f" ({name} done)")
        material = replace(material, reuse=found["reuse"], stories=found["stories"])
    return material.articles, ComparedCorpus(**{name: packed.unpack() for name, packed in found.items()})


def _run_comparison(name: str, material: _Material) -> _Compared:
    return _COMPARISONS[name](material)


def _compare_texts(material: _Material) -> _Compared:
    words = read_words(material.articles)
    reuse = find_reuse((), words=words)
    stories = group_stories((), reuse, judgements=material.judgements, words=words)
    return {"reuse": pack(reuse, Reuse), "stories": pack(stories, Story)}, material.articles


def _compare_names(material: _Material) -> _Compared:
    """The entities; the articles are written anew with them."""
    articles = material.articles
    identities = find_identities(articles, material.judgements, material.knowledge)
    rewritten = map(identities.rewrite, articles)
    resolved: Sequence[AnnotatedArticle]
    resolved = Pile.gather(rewritten, articles.path.parent) if isinstance(articles, Pile) else tuple(rewritten)
    return {"entities": pack(identities.entities, Entity)}, resolved


def _compare_claims(material: _Material) -> _Compared:
    stories = material.stories.unpack()
    comparisons = compare_claims(material.articles, stories, material.shares(), knowledge=material.knowledge)
    return {"comparisons": pack(comparisons, Comparison)}, material.articles


def _compare_words(material: _Material) -> _Compared:
    reuse, stories = material.reuse.unpack(), material.stories.unpack()
    utterances = group_utterances(
        material.articles, reuse, stories, judgements=material.judgements, knowledge=material.knowledge
    )
    return {"utterances": pack(utterances, Utterance)}, material.articles


def _follow_commitments(material: _Material) -> _Compared:
    ledger = build_ledger(material.articles, material.shares(), material.today, knowledge=material.knowledge)
    return {"ledger": pack(ledger, LedgerEntry)}, material.articles


def _follow_events(material: _Material) -> _Compared:
    stories = material.stories.unpack()
    timeline = build_timeline(material.articles, stories, material.shares(), knowledge=material.knowledge)
    return {"timeline": pack(timeline, TimelineEntry)}, material.articles


def _follow_positions(material: _Material) -> _Compared:
    return {"positions": pack(find_positions(material.articles), Position)}, material.articles


_COMPARISONS: Mapping[str, Callable[[_Material], _Compared]] = {
    "texts": _compare_texts,
    "names": _compare_names,
    "claims": _compare_claims,
    "quoted words": _compare_words,
    "commitments": _follow_commitments,
    "events": _follow_events,
    "positions": _follow_positions,
}
# Those that need no other's findings, then the rest; "names" comes last of the first because it writes the articles
# anew, and long ones come first of the rest, so that workers end together.
_FIRST = ("texts", "names")
_THEN = ("claims", "quoted words", "commitments", "events", "positions")
