"""When other values are a clash: what must speak for one fact before two outlets are said to contradict each other.

A reader who is shown false conflicts stops trusting, so doubt keeps silent: figures of lists, of daily bulletins, of
markets and of other happenings of one day differ without contradicting.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from rawi.arabic.quantities.lexicon import find_noun
from rawi.arabic.quantities.roles import ROLE_WORDS
from rawi.arabic.quantities.word_sets import word_set
from rawi.comparing.agreement.blocks import Block
from rawi.comparing.agreement.claims import Claim
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.values import compare_values
from rawi.comparing.stems import light_stem

_SEVERAL = frozenset(light_stem(word) for word in word_set("منفصلين منفصله متفرقه متفرقين متفرق منفصل"))
_LOST_SCALE = 100.0
_ISO_DAY = 10  # characters of a day
_ORDINALS = frozenset(
    light_stem(word)
    for word in word_set(
        "الاول الاولي الثاني الثانيه الثالث الثالثه الرابع الرابعه الخامس الخامسه السادس السابع الثامن"
    )
)
_ROLE_STEMS = frozenset(light_stem(word) for word in ROLE_WORDS)


def is_market(claim: Claim) -> bool:
    """Whether the figure is a quotation of a market: new at every hour, true of that hour."""
    quoted = claim.market
    return (
        claim.category in ("index", "temperature")
        or quoted >= 2
        or (quoted == 1 and claim.category in ("percent", "money"))
    )


def is_other_happening(first: Claim, second: Claim) -> bool:
    """Whether two tolls are of two happenings: their sentences give other days, or one looks back at an earlier one."""
    if first.measured.role is None or first.base != "count":
        return False
    if first.earlier != second.earlier:
        return True
    if not (first.dated and second.dated):
        return False
    # Today and yesterday are reckoned from days of printing, which may be one off.
    return _days_apart(first, second) > (0 if first.weekday and second.weekday else 1)


def _is_people(stem: str) -> bool:
    noun = find_noun(stem)
    return noun is not None and noun.category == "people"


def is_part(first: Claim, second: Claim) -> bool:
    """Whether the smaller of two numbers is of some only (اثنان من القادة) and the larger one of all."""
    smaller, larger = sorted((first, second), key=lambda claim: claim.value.point or 0.0)
    return bool(smaller.of) and not larger.of


def is_misread(first: Claim, second: Claim) -> bool:
    """Whether the numbers are so far apart that one lost its million, or stands for the other's neighbour."""
    one, other = sorted((abs(first.value.point or 0.0), abs(second.value.point or 0.0)))
    return other > _LOST_SCALE * one


def tell_several(first: Claim, second: Claim) -> bool:
    """Whether only one of two numbers is of several happenings together (في حادثين منفصلين)."""
    return _SEVERAL.isdisjoint(first.words) != _SEVERAL.isdisjoint(second.words)


def _days_apart(first: Claim, second: Claim) -> int:
    """Days between the two claims' times, 0 where the ranges meet or one is unknown."""
    later, earlier = (
        max(first.first_day or "", second.first_day or ""),
        min(first.last_day or "", second.last_day or ""),
    )
    if len(later) < _ISO_DAY or len(earlier) < _ISO_DAY or later <= earlier:
        return 0
    return (datetime.date.fromisoformat(later[:_ISO_DAY]) - datetime.date.fromisoformat(earlier[:_ISO_DAY])).days


def may_clash(
    first: Claim,
    second: Claim,
    likeness: float,
    block: Block,
    *,
    others: Sequence[Sequence[Claim]],
    config: AgreementConfig,
) -> bool:
    """Whether other values are a clash: outside one story only where place or words leave no doubt of the fact.

    ``others`` holds all claims of each of the two articles.
    """
    if first.kind == "duration" and likeness < config.sure_duration:
        return False
    if not block.other_outlet or "vague" in (first.value.tolerance, second.value.tolerance):
        return False
    elsewhere = bool(first.places) and bool(second.places) and first.places.isdisjoint(second.places)
    if elsewhere and likeness < config.same_words:
        return False
    telling = {word for word in (first.words & second.words) - _ROLE_STEMS if not _is_people(word)}
    if not telling or first.words & _ORDINALS != second.words & _ORDINALS:
        return False  # the second consignment is not the third
    toll = first.measured.role is not None and first.base == "count"
    leading = first.leading and second.leading
    one_place = not first.places.isdisjoint(second.places)
    if not (toll and (leading or one_place)) and _is_other_list(first, second, others, config):
        return False
    if block.same_story:
        if not toll and bool(first.places) != bool(second.places) and likeness < config.same_words:
            return False  # one number is of a place, the other of nobody says where
        if leading:
            return bool(telling - first.home - second.home)  # a town has more than one attack a day
        if toll:
            return likeness >= config.same_wording or one_place
        return likeness >= config.clear_words and (len(telling) > 1 or block.likeness >= config.topic)
    closeness = block.closeness_at(first.start, second.start)
    if not one_place:
        return likeness >= config.sure_words and block.one_place
    if toll:
        return block.one_place and closeness >= config.place_closeness
    return likeness >= config.sure_words and block.one_place


def _is_other_list(first: Claim, second: Claim, others: Sequence[Sequence[Claim]], config: AgreementConfig) -> bool:
    """Whether the figures next to the two differ as well: other rows of a table, or another day's bulletin.

    One neighbour that both sentences tell is enough to say that they speak of one thing.
    """
    neighbours = zip(_neighbours(first, others[0]), _neighbours(second, others[1]))
    beside = [(one, other) for one, other in neighbours if one and other and one.base == other.base]
    return bool(beside) and all(compare_values(one.value, other.value, config) == "apart" for one, other in beside)


def _neighbours(claim: Claim, claims: Sequence[Claim]) -> tuple[Claim | None, Claim | None]:
    """The figures of its sentence right before and right after the claim."""
    inside = [other for other in claims if (other.part, other.sentence) == (claim.part, claim.sentence)]
    before = [other for other in inside if other.start < claim.start]
    after = [other for other in inside if other.start > claim.start]
    return before[-1] if before else None, after[0] if after else None
