"""Triggers: the words of a sentence that name a happening, with the reading the lexicon gives them."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.annotating.commitments.clauses import Sentence
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
            if not is_part(analysis, rule) or not is_verb_here(sentence, index, analysis, rule):
                continue
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


def _rank(rule: Rule) -> tuple[int, int]:
    return len(rule.conditions), -rule.order


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


_JUSSIVE = frozenset(["لم", "ولم", "فلم", "لا", "ولا", "الم", "اذا", "ان"])
_BEFORE_VERBS = frozenset(
    [
        "قد",
        "وقد",
        "لقد",
        "فقد",
        "الذي",
        "التي",
        "الذين",
        "ثم",
        "كان",
        "كانت",
        "كانوا",
        "ما",
        "كما",
        "عندما",
        "حيث",
        "بعدما",
        "حين",
        "لم",
        "ان",
        "انه",
        "انها",
        "فيما",
        "بينما",
        "منذ",
        "لكنه",
        "لكنها",
        "من",
        "ومن",
        "لما",
        "اذ",
        "اليوم",
        "امس",
    ]
)


def is_verb_here(sentence: Sentence, index: int, analysis: Analysis, rule: Rule) -> bool:
    """Whether a form that is written like a noun or another verb may be the verb here.

    A bare perfect of three letters (دعم، طلب) is one's verbal noun as well: where the rule wants the verb only, it must
    stand where a verb stands. A jussive (يعد of عاد) needs its particle.
    """
    form = analysis.form
    before = sentence.folds[index - 1] if index else ""
    if form.jussive:
        return before in _JUSSIVE or "ل" in analysis.particles
    if form.aspect != "perfect" or "m" in rule.parts or len(form.text) > 3 or analysis.pronoun:
        return True
    if index == 0 or before in _BEFORE_VERBS or analysis.particles:
        return True
    return sentence.tokens[index - 1].kind == "mark"


def trigger_span(sentence: Sentence, trigger: Trigger) -> Span:
    """The trigger's characters: without conjunction and preposition, with article, future's س and pronoun."""
    token = sentence.tokens[trigger.index]
    start = start_after(sentence.text, token, trigger.analysis.cut) if trigger.analysis.cut else token.start
    return Span(start, token.end)
