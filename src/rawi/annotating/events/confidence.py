"""How sure an event mention is: a linear scorer on how it stands, learned from mentions that were read and judged.

``training/events_confidence.py`` makes the weights. A mention is right where its word means a happening of that type in
its place; a promise about prices, the top of a hill and a drug that helps are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rawi.annotating.commitments.clauses import Sentence
from rawi.annotating.events.reported import load_report_scorer, sentence_features
from rawi.annotating.events.triggers import Trigger
from rawi.model.annotation import EventMention, RoleFiller

# Words of state, by their first letters (folded, without و): where they are many, news is of state and war.
STATE = (
    *("رييس", "الرييس", "وزير", "الوزير", "وزراء", "حكوم", "الحكوم", "برلمان", "البرلمان", "قوات", "القوات", "جيش"),
    *("الجيش", "مسوول", "المسوول", "عسكري", "العسكري", "سياسي", "السياسي", "دوله", "الدوله", "امن", "الامن", "الملك"),
    *("الامير", "سفير", "حزب", "تنظيم", "ميليشيا", "الحرب", "اتفاق", "الاتفاق", "مفاوضات", "المفاوضات", "مجلس"),
    *("معارض", "المعارض", "الولايات"),
)
# Shares of words of state (percent) between which pages differ: health lies below the first, war above the last.
_SHARES = (0.3, 0.8, 1.6, 3.0)
_FIRST_PART = 0.2
# Chances of the report scorer between which mentions are told apart; half of all right ones lie above the second.
_CHANCES = (0.02, 0.1, 0.3, 0.6)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands: the page's share of words of state (0..1) and how far into the text (0..1)."""

    state: float
    depth: float


def event_features(sentence: Sentence, trigger: Trigger, event: EventMention, place: Place) -> list[str]:
    """What the scorer sees, in a fixed order."""
    return list(_features(sentence, trigger, event, place))


def _features(sentence: Sentence, trigger: Trigger, event: EventMention, place: Place) -> Iterator[str]:
    analysis = trigger.analysis
    spoken = trigger.rule.type is None
    shape = "said" if spoken else analysis.form.aspect
    yield f"type:{event.type}"
    yield f"shape:{shape}"
    yield f"type:{event.type}:{shape}"
    share = f"page:{sum(100 * place.state > limit for limit in _SHARES)}"
    yield share
    yield f"{share}:{'spoken' if spoken else 'told'}"
    near = sum(word.removeprefix("و").startswith(STATE) for word in sentence.folds)
    yield f"sentence:{min(near, 3)}"
    for name in ("actor", "recipient"):
        who = _kind_of(next((role for role in event.roles if role.role == name), None))
        yield f"{name}:{who}"
    yield f"participants:{sum(role.role in ('actor', 'recipient') for role in event.roles)}"
    yield f"codes:{sum(role.code is not None for role in event.roles)}"
    yield f"modality:{event.modality}"
    yield f"polarity:{event.polarity}"
    if event.when_span is not None:
        yield "dated"
    if event.quotation is not None:
        yield "quoted"
    if any(role.role == "place" for role in event.roles):
        yield "placed"
    if not trigger.finite and not spoken:
        yield f"definite:{analysis.definite}"
        yield f"owned:{bool(analysis.pronoun)}"
        yield f"governed:{''.join(analysis.particles).replace('و', '')}"
    if trigger.rule.conditions:
        yield "conditions"
    if place.depth < _FIRST_PART:
        yield "early"
    scorer = load_report_scorer(event.type)
    if scorer is not None:
        chance = scorer.chance(sentence_features(sentence, [trigger]))
        yield f"reported:{sum(chance > limit for limit in _CHANCES)}"


def _kind_of(role: RoleFiller | None) -> str:
    if role is None:
        return "none"
    if role.code is not None:
        return "coded"
    return "named" if role.name or role.entity else "unnamed"
