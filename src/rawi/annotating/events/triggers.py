"""Triggers: the words of a sentence that name a happening, with the reading the lexicon gives them."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.annotating.commitments.clauses import Sentence, may_be_verb
from rawi.annotating.events.conditions import is_met
from rawi.annotating.events.lexicon import EventLexicon, Rule
from rawi.arabic.word_index import Analysis, start_after
from rawi.model.span import Span


@dataclass(frozen=True, slots=True)
class Trigger:
    """A token that names a happening, the rule that says so and the form it stands in."""

    index: int
    rule: Rule
    analysis: Analysis

    @property
    def finite(self) -> bool:
        """Whether it is a finite verb."""
        return self.analysis.form.aspect in ("perfect", "imperfect")


def find_triggers(
    sentence: Sentence, lexicon: EventLexicon, blocked: frozenset[int] = frozenset()
) -> tuple[tuple[Trigger, ...], tuple[Trigger, ...]]:
    """The sentence's triggers, and beside them its verbs of saying, each in order of place.

    ``blocked`` are tokens inside names (مجلس التعاون is no cooperation).
    """
    happenings: list[Trigger] = []
    sayings: list[Trigger] = []
    for index, token in enumerate(sentence.tokens):
        if token.kind != "word":
            continue
        readings = lexicon.words.analyze(token.fold)
        if not readings:
            continue
        best: Trigger | None = None
        for analysis in readings:
            rule = lexicon.rules[analysis.key]
            if not is_part(analysis, rule) or not may_be_verb(sentence, index, analysis, "m" in rule.parts):
                continue
            if rule.type is None and analysis.pronoun:
                continue  # إضافة is no "he added it"
            if rule.type is None:
                if not any(saying.index == index for saying in sayings):
                    sayings.append(Trigger(index, rule, analysis))
                continue
            if index in blocked or not all(is_met(condition, sentence.folds, index) for condition in rule.conditions):
                continue
            if best is None or _rank(rule) > _rank(best.rule):
                best = Trigger(index, rule, analysis)
        if best is not None:
            happenings.append(best)
    return tuple(happenings), tuple(sayings)


def _rank(rule: Rule) -> tuple[int, int, int]:
    """What is told by the word right before (لم يوافق) comes first, then the most conditions, then the earlier line."""
    return sum(condition.place == "before" for condition in rule.conditions), len(rule.conditions), -rule.order


def is_part(analysis: Analysis, rule: Rule) -> bool:
    """Whether the form stands in a part of speech that the rule allows."""
    aspect = analysis.form.aspect
    if aspect in ("perfect", "imperfect"):
        return "v" in rule.parts
    if aspect == "masdar":
        return "m" in rule.parts and analysis.pronoun != "ي"
    # A participle is a happening only as an adverb (مندداً ب، مطالبين ب), which is indefinite and bare.
    adverb = analysis.form.text.endswith(("ا", "ين")) and not analysis.definite and not analysis.pronoun
    return "p" in rule.parts and adverb and all(particle == "و" for particle in analysis.particles)


def trigger_span(sentence: Sentence, trigger: Trigger) -> Span:
    """The trigger's characters: without conjunction and preposition, with article, future's س and pronoun."""
    token = sentence.tokens[trigger.index]
    start = start_after(sentence.text, token, trigger.analysis.cut) if trigger.analysis.cut else token.start
    return Span(start, token.end)
