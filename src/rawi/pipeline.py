"""THE MAP: which stage runs after which, and nothing else."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

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
from rawi.comparing.identity import resolve_identity
from rawi.comparing.ledger import build_ledger
from rawi.comparing.positions import find_positions
from rawi.comparing.reuse.finding import find_reuse
from rawi.comparing.stories import group_stories
from rawi.comparing.timeline import build_timeline
from rawi.comparing.utterances import group_utterances
from rawi.engines.local import LocalEngine
from rawi.knowledge import Knowledge, load_knowledge
from rawi.model.annotation import AnnotatedArticle, Problem
from rawi.model.corpus import ComparedCorpus, Judgement
from rawi.model.span import Span
from rawi.model.tags import Tags
from rawi.reading.results import ReadArticle
from rawi.reading.zones import read_zones

# Raised whenever a stage's result changes: dossiers know by it which articles to read anew.
STAGES_VERSION = "1"
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
        ("mentions", functools.partial(annotate_mentions, knowledge=knowledge)),
        ("times", annotate_times),
        ("quotations", functools.partial(annotate_quotations, knowledge=knowledge)),
        ("figures", annotate_figures),
        ("events", functools.partial(annotate_events, knowledge=knowledge)),
        ("commitments", annotate_commitments),
        ("dating", functools.partial(_date_alone, knowledge=knowledge)),
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


def _date_together(articles: Sequence[AnnotatedArticle], knowledge: Knowledge) -> tuple[AnnotatedArticle, ...]:
    """The articles with dates passed along copies, told events and meetings of the same persons."""
    read = dating.read_articles(articles)
    links = (*dating.find_date_links(read), *dating.find_meeting_links(read, knowledge))
    return tuple(dating.date_again(articles, links, knowledge))


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


def compare_articles(
    articles: Sequence[AnnotatedArticle],
    settings: Settings = Settings(),
    judgements: Sequence[Judgement] = (),
    today: str | None = None,
) -> ComparedCorpus:
    """What links the articles. The result doesn't depend on their order; ``today`` (ISO day) dates what is overdue."""
    knowledge = load_knowledge(settings.knowledge)
    ordered = sorted(articles, key=lambda annotated: annotated.id)
    dated = _date_together(ordered, knowledge)
    reuse = find_reuse(dated)
    resolved, entities = resolve_identity(dated, judgements, knowledge)
    stories = group_stories(resolved, reuse, judgements=judgements)
    comparisons = compare_claims(resolved, stories, reuse, entities)
    return ComparedCorpus(
        articles=resolved,
        entities=entities,
        reuse=reuse,
        stories=stories,
        utterances=group_utterances(resolved, reuse, stories, judgements=judgements),
        comparisons=comparisons,
        timeline=build_timeline(resolved, stories, reuse, knowledge=knowledge),
        positions=find_positions(resolved),
        ledger=build_ledger(resolved, reuse, today, knowledge=knowledge),
    )
