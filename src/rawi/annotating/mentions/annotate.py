"""Mentions of one article: from the tagger's names where there are any, by rules and gazetteer where there are none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from rawi.annotating.coreference.resolve import resolve_coreference
from rawi.annotating.coreference.unresolved import Unresolved
from rawi.annotating.mentions.additions import add_missed
from rawi.annotating.mentions.config import MentionsConfig
from rawi.annotating.mentions.known import known_names
from rawi.annotating.mentions.memory import remember_names
from rawi.annotating.mentions.nominals import Nominal, find_nominals
from rawi.annotating.mentions.repair import align_tags, repair_drafts
from rawi.annotating.mentions.rules import Rules
from rawi.annotating.mentions.sheet import Draft, Sheet, stem_of
from rawi.arabic.letters import fold, strip_marks
from rawi.arabic.names import arabic_given_names, foreign_given_names
from rawi.knowledge import Knowledge
from rawi.model.annotation import AnnotatedArticle, Mention
from rawi.model.dates import DateRange, is_date
from rawi.model.span import Span
from rawi.model.tags import TaggedSpan


def annotate_mentions(
    annotated: AnnotatedArticle, knowledge: Knowledge, config: MentionsConfig = MentionsConfig()
) -> AnnotatedArticle:
    """The article with its mentions, in order of place, each with the entity it means in this article.

    Names from ``annotated.tags`` are mended at their joints; an article without tags gets the names that rules and
    the knowledge's gazetteer find. Titles, unnamed officials, peoples and bare institutions are nominal mentions.
    Furniture is never marked.

    >>> from rawi.knowledge import load_knowledge
    >>> from rawi.model.article import Article
    >>> line = "قال وزير الخارجية العراقي فؤاد حسين إن بغداد ترحب بالاتفاق. وأضاف حسين أن الحكومة العراقية تدرسه."
    >>> found = annotate_mentions(AnnotatedArticle(Article.create(line)), load_knowledge()).mentions
    >>> [(mention.type, mention.span.of(line), mention.name) for mention in found if mention.type == "PER"]
    [('PER', 'فؤاد حسين', 'فؤاد حسين'), ('PER', 'حسين', 'فؤاد حسين')]
    """
    sheet = Sheet(annotated)
    drafts = find_names(sheet, annotated, knowledge, config)
    nominals = find_nominals(
        sheet, drafts, annotated.tags.titles if _is_tagged(annotated) else None, known_names(knowledge)
    )
    titles: dict[Draft, list[Nominal]] = {}
    for nominal in nominals:
        if nominal.beside is not None:
            titles.setdefault(nominal.beside, []).append(nominal)
    said = [_name(sheet, draft, titles.get(draft, ())) for draft in drafts]
    said += [_nominal(sheet, nominal) for nominal in nominals if nominal.beside is None]
    mentions = resolve_coreference(annotated.article, said, knowledge, _written_on(annotated))
    return replace(annotated, mentions=mentions)


def _name(sheet: Sheet, draft: Draft, titles: Sequence[Nominal]) -> Unresolved:
    """The name with its first title; the text may take the person up by any of them (اللواء فلان، قائد الفيلق)."""
    span = sheet.span(draft)
    mention = Mention(
        span.start,
        span.end,
        draft.type,
        draft.form,
        title=titles[0].span if titles else None,
        score=round(draft.score, _SCORE_DIGITS),
    )
    words = sheet.words(draft)
    surface = strip_marks(span.of(sheet.text))
    if surface.startswith("لل") and not words[0].startswith("لل"):
        surface = "ا" + surface[1:]
    beside = tuple(_words(sheet, title.span) for title in titles)
    return Unresolved(mention, "name", words, " ".join(surface.split()), beside)


def _nominal(sheet: Sheet, nominal: Nominal) -> Unresolved:
    mention = Mention(nominal.span.start, nominal.span.end, nominal.type, "nominal")
    surface = strip_marks(nominal.span.of(sheet.text))
    if surface.startswith("لل"):
        surface = "ا" + surface[1:]
    return Unresolved(mention, nominal.kind, _words(sheet, nominal.span), " ".join(surface.split()))


def _words(sheet: Sheet, span: Span) -> tuple[str, ...]:
    """The folded words of a span, its first without proclitics."""
    indices = sheet.indices(span.start, span.end)
    words = [sheet.folds[index] for index in indices if sheet.tokens[index].kind == "word"]
    if not words:
        return (fold(span.of(sheet.text)),)
    cut = sheet.letters_before(indices.start, span.start) if sheet.tokens[indices.start].start < span.start else 0
    return (stem_of(words[0][cut:]), *words[1:])


def _written_on(annotated: AnnotatedArticle) -> DateRange:
    """The days on which the article may have been written."""
    published = annotated.published
    if published.earliest is not None and published.latest is not None:
        return DateRange(published.earliest, published.latest)
    given = annotated.article.published
    return DateRange.of(given[:10]) if given is not None and is_date(given) else DateRange()


_SCORE_DIGITS = 4


def find_names(sheet: Sheet, annotated: AnnotatedArticle, knowledge: Knowledge, config: MentionsConfig) -> list[Draft]:
    """The article's names on its sheet: what the tagger saw, mended; without tags, what rules and gazetteer find."""
    gazetteer = known_names(knowledge)
    if _is_tagged(annotated):
        tagged = _without_titles(sheet, align_tags(sheet, annotated.tags.names, config), annotated.tags.titles)
        drafts = repair_drafts(sheet, tagged, gazetteer)
        drafts = add_missed(sheet, drafts, annotated, gazetteer, config)
    else:
        drafts = rules_for(knowledge).find_names(sheet, config)
    return remember_names(sheet, drafts, gazetteer, config)


def _without_titles(sheet: Sheet, drafts: Sequence[Draft], titles: Iterable[TaggedSpan]) -> list[Draft]:
    """The drafts without bodies and places that are, word for word, titles (المفوض السامي): of 250 articles' six such
    double readings all were titles."""
    places = {
        (indices.start, indices.stop) for tag in titles if (indices := sheet.indices(tag.span.start, tag.span.end))
    }
    return [draft for draft in drafts if draft.type == "PER" or (draft.first, draft.last) not in places]


def _is_tagged(annotated: AnnotatedArticle) -> bool:
    """Whether a tagger has read the article (and found anything in it)."""
    tags = annotated.tags
    return bool(tags.names or tags.titles or tags.cues)


@lru_cache(maxsize=8)
def rules_for(knowledge: Knowledge) -> Rules:
    """The rules over a knowledge's names; made once for each knowledge."""
    given = arabic_given_names() | foreign_given_names() | knowledge.given_names
    return Rules(known_names(knowledge), given, knowledge.family_names)
