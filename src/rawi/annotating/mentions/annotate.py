"""Mentions of one article: from the tagger's names where there are any, by rules and gazetteer where there are none."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from rawi.annotating.mentions.config import MentionsConfig
from rawi.annotating.mentions.known import known_names
from rawi.annotating.mentions.memory import remember_names
from rawi.annotating.mentions.repair import align_tags, repair_drafts
from rawi.annotating.mentions.rules import Rules
from rawi.annotating.mentions.sheet import Draft, Sheet
from rawi.arabic.names import arabic_given_names, foreign_given_names
from rawi.knowledge import Knowledge
from rawi.model.annotation import AnnotatedArticle, Mention


def annotate_mentions(
    annotated: AnnotatedArticle, knowledge: Knowledge, config: MentionsConfig = MentionsConfig()
) -> AnnotatedArticle:
    """The article with its mentions, in order of place.

    Names from ``annotated.tags`` are mended at their joints; an article without tags gets the names that rules and
    the knowledge's gazetteer find. Furniture is never marked.
    """
    sheet = Sheet(annotated)
    drafts = find_names(sheet, annotated, knowledge, config)
    mentions = []
    for draft in drafts:
        span = sheet.span(draft)
        mentions.append(
            Mention(span.start, span.end, draft.type, draft.form, score=draft.score, knowledge=draft.knowledge)
        )
    return replace(annotated, mentions=tuple(mentions))


def find_names(sheet: Sheet, annotated: AnnotatedArticle, knowledge: Knowledge, config: MentionsConfig) -> list[Draft]:
    """The article's names on its sheet: what the tagger saw, mended; without tags, what rules and gazetteer find."""
    gazetteer = known_names(knowledge)
    if annotated.tags.names or annotated.tags.titles or annotated.tags.cues:
        drafts = repair_drafts(sheet, align_tags(sheet, annotated.tags.names, config), gazetteer)
    else:
        drafts = rules_for(knowledge).find_names(sheet, config)
    return remember_names(sheet, drafts, gazetteer, config)


@lru_cache(maxsize=8)
def rules_for(knowledge: Knowledge) -> Rules:
    """The rules over a knowledge's names; made once for each knowledge."""
    given = arabic_given_names() | foreign_given_names() | knowledge.given_names
    return Rules(known_names(knowledge), given, knowledge.family_names)
