"""Undertakings against each other: what one side promised, planned, demanded or refused, as several articles tell it.

A promise that another report calls refused is a contradiction, or a turn where months lie between; a promise told with
a condition, with another extent (all of it, some of it) or as the going on of what has begun differs in detail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rawi.arabic.letters import fold
from rawi.arabic.quantities.word_sets import word_set
from rawi.comparing.actions import PhraseReader, load_actions
from rawi.comparing.agreement.config import AgreementConfig
from rawi.comparing.agreement.explaining import Side
from rawi.comparing.agreement.findings import Finding
from rawi.comparing.agreement.links import Links
from rawi.comparing.agreement.sources import Sources, shorten
from rawi.comparing.agreement.wording import share_words, tell_degrees
from rawi.comparing.ledger.config import LedgerConfig
from rawi.comparing.ledger.items import Item, collect_items, day_of, days_between, weigh_keys
from rawi.comparing.ledger.scoring import score_items
from rawi.comparing.ledger.sides import SideFinder
from rawi.comparing.words import fold_words
from rawi.knowledge import Knowledge
from rawi.model.annotation import AnnotatedArticle, Commitment
from rawi.model.corpus import Citation, Reason
from rawi.model.dates import earliest_day, latest_day, tell_dates
from rawi.model.labels import Agreement

_TWO = 2
# Words of a commitment within which what is to be done is named; an action named later is another matter's.
_OPENING = 5
# Where a clause begins, and within how many characters before what is refused: a verb further off is another one's.
_BEGINNING, _CLAUSE_REACH = re.compile(r"\A\s*|[.،,؛;:!?؟\n«»“”\"']\s*"), 80
# What is foreseen is nobody's promise.
_FORESEEN = "forecast"
# What goes on has begun already: سنقلص is not سنواصل تقليص.
_GOING_ON = word_set(
    "يواصل تواصل نواصل سيواصل ستواصل سنواصل مواصله بمواصله لمواصله يستمر تستمر سيستمر ستستمر سنستمر استمرار "
    "باستمرار الاستمرار بالاستمرار"
)


@dataclass(frozen=True, slots=True, eq=False)
class Undertaking:
    """A commitment as the ledger compares it, and the first and last day on which it may have been said.

    ``said`` is its wording; ``shown`` the words from ``start`` on that are told of it.
    """

    item: Item
    said: str
    start: int
    shown: str
    first: str | None
    last: str | None

    @property
    def order(self) -> tuple[str, int, int, str]:
        """What tells it apart whatever the order of the input."""
        return self.item.article.id, self.item.commitment.start, self.item.commitment.end, self.item.id

    @property
    def days(self) -> str | None:
        """When it is said, as far as that is known: a day, a month, a year or two years."""
        return tell_dates(self.first, self.last)

    @property
    def refused(self) -> bool:
        """Whether it is said that it won't be done."""
        return self.item.commitment.kind == "refusal" or self.item.commitment.polarity == "denied"


class UndertakingReader:
    """Reads articles' commitments with one knowledge."""

    def __init__(self, knowledge: Knowledge, phrases: PhraseReader) -> None:
        self._phrases = phrases
        self._sides = SideFinder(knowledge, phrases)

    def read(self, annotated: AnnotatedArticle) -> tuple[Undertaking, ...]:
        """The article's commitments of known sides, in order of place."""
        found = []
        for item in collect_items(annotated, self._phrases, self._sides, LedgerConfig()):
            said = shorten(item.commitment.span.of(annotated.text))
            if item.side is None or item.commitment.kind == _FORESEEN or not self._names_deed(item, said):
                continue
            first, last = annotated.published.earliest, annotated.published.latest
            if item.on is not None and item.on != day_of(annotated):
                first, last = earliest_day(item.on), latest_day(item.on)
            start = _start_shown(annotated.text, item.commitment)
            shown = shorten(annotated.text[start : item.commitment.end])
            found.append(Undertaking(item, said, start, shown, first, last))
        return tuple(found)

    def _names_deed(self, item: Item, said: str) -> bool:
        """Whether the wording opens with the deed, as a verb or its noun: of الاتفاق, a thing, nothing is done."""
        words = fold_words(said)[:_OPENING]
        return any(self._phrases.key_of(word) == item.phrase.head and _is_deed(word) for word in words)


@cache
def _is_deed(word: str) -> bool:
    """Whether a folded word is a verb of doing or its verbal noun, and not a noun alone.

    >>> _is_deed("الانسحاب"), _is_deed("للاتفاق")
    (True, False)
    """
    actions = load_actions()
    lemmas = {reading.key.split(":")[1].split("/")[0] for reading in actions.analyze(word)}
    return any(found.form.aspect == "perfect" for lemma in lemmas for found in actions.analyze(fold(lemma)))


def _start_shown(text: str, commitment: Commitment) -> int:
    """Where the words that are shown begin: of a refusal at its clause, whose verb stands before what is refused.

    >>> text = "قال المتحدث: رفض الوزير طلب الانسحاب"
    >>> text[_start_shown(text, Commitment(24, 36, "c", "refusal")) :]
    'رفض الوزير طلب الانسحاب'
    """
    if commitment.kind != "refusal":
        return commitment.start
    found = list(_BEGINNING.finditer(text, max(0, commitment.start - _CLAUSE_REACH), commitment.start))
    return found[-1].end() if found else commitment.start


def find_undertaking_findings(
    undertakings: Mapping[str, Sequence[Undertaking]],
    pairs: Sequence[tuple[str, str]],
    sources: Sources,
    config: AgreementConfig,
) -> Iterable[Finding]:
    """Commitments of one side to one action, told by articles of several origins; one line of them a finding."""
    rules = LedgerConfig()
    weights = weigh_keys([told.item for name in sorted(undertakings) for told in undertakings[name]])
    links: Links[Agreement, Undertaking] = Links(lambda told: told.order)
    for first, second in pairs:
        if sources.origins((first, second)) < _TWO:
            continue
        for one in undertakings.get(first, ()):
            for other in undertakings.get(second, ()):
                relation, why = _relate(one, other, weights, rules, config)
                if relation is not None:
                    links.add(relation, one, other, why)
    for relation, group, reasons in links.lines():
        yield _finding(relation, group, reasons, sources)


def _relate(
    one: Undertaking, other: Undertaking, weights: Mapping[str, float], rules: LedgerConfig, config: AgreementConfig
) -> tuple[Agreement | None, tuple[Reason, ...]]:
    """How two commitments relate; None where they are not of one side to one action."""
    mine, theirs = one.item, other.item
    head = mine.phrase.head
    if mine.side != theirs.side or head is None or head != theirs.phrase.head:
        return None, ()
    score, _ = score_items(mine, theirs, weights, rules)
    if score < rules.same or not _object(mine) & _object(theirs):
        return None, ()
    apart = _days_apart(one, other) > config.window
    reasons = [Reason("same_words", round(score, 3), share_words(one.said, other.said))]
    degrees = _degrees(one, other)
    conditional = (mine.commitment.condition is None) != (theirs.commitment.condition is None) or (
        (mine.commitment.kind == "condition") != (theirs.commitment.kind == "condition")
    )
    if one.refused != other.refused:
        if degrees and not apart:
            # Who refuses to leave at once may well have promised to leave.
            return "differs_in_detail", (*reasons, Reason("other_degree", 1.0, degrees))
        return ("changes_over_time" if apart else "conflicts"), (*reasons, Reason("turned" if apart else "denied", 1.0))
    if conditional:
        reasons.append(Reason("conditional", 1.0))
    elif degrees:
        reasons.append(Reason("other_degree", 1.0, degrees))
    if apart:
        moved = mine.commitment.deadline.latest != theirs.commitment.deadline.latest
        if len(reasons) > 1 or moved:
            return "changes_over_time", tuple(reasons)
        return "agrees", (*reasons, Reason("held", 1.0))
    return ("differs_in_detail" if len(reasons) > 1 else "agrees"), tuple(reasons)


def _object(item: Item) -> frozenset[str]:
    """What it is done to or where: the keys beside the actions and the doer's own side."""
    return item.phrase.keys - item.phrase.actions - {item.side}


def _days_apart(one: Undertaking, other: Undertaking) -> int:
    """Days that lie between two sayings at least, 0 where one's time is not known."""
    later, earlier = max(one.first or "", other.first or ""), min(one.last or "", other.last or "")
    return days_between(earlier, later) if earlier and later > earlier else 0


def _degrees(one: Undertaking, other: Undertaking) -> str:
    """The words of extent, speed or going on that only one of two wordings has; "" where there are none."""
    told = tell_degrees(one.said, other.said)
    going = [[word for word in fold_words(text) if word in _GOING_ON] for text in (one.said, other.said)]
    if not told and bool(going[0]) != bool(going[1]):
        return " / ".join(" ".join(words) or "-" for words in going)
    return told


def _finding(
    relation: Agreement, group: Sequence[Undertaking], reasons: tuple[Reason, ...], sources: Sources
) -> Finding:
    members = sorted(group, key=lambda told: told.order)
    actor = next((told.item.commitment.actor_name for told in group if told.item.commitment.actor_name), "")
    dated = relation == "changes_over_time" or any(reason.feature == "held" for reason in reasons)
    return Finding(
        kind="commitment",
        relation=relation,
        subject=(f"التزام {actor}", f"what {actor} is to do"),
        members=tuple(
            Citation(t.item.article.id, t.start, t.item.commitment.end, t.shown, t.days, t.item.holder) for t in members
        ),
        sides=tuple(
            Side(t.shown, (sources.outlet(t.item.article.id),), t.days if dated else None)
            for t in sorted(members, key=lambda told: (told.first or "", told.order))
        ),
        reasons=reasons,
    )
