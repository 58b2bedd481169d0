"""Commitments as the ledger compares them: side, keys of the wording, day."""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rawi.comparing.actions import Phrase, PhraseReader
from rawi.comparing.ledger.config import LedgerConfig
from rawi.comparing.ledger.sides import SideFinder
from rawi.interchange.pile import strip_layers
from rawi.model.annotation import AnnotatedArticle, Commitment
from rawi.model.dates import common_date, earliest_day, is_date


@dataclass(frozen=True, slots=True)
class Item:
    """A commitment of an article with what it is compared by. ``context`` are countries named near it.

    ``article`` has its commitments and silences alone.
    """

    article: AnnotatedArticle
    commitment: Commitment
    side: str | None
    phrase: Phrase
    context: frozenset[str]
    on: str | None
    holder: str | None

    @property
    def id(self) -> str:
        """The commitment's id."""
        return self.commitment.id


# Characters before a wording in which countries are its context.
_CONTEXT = 220


def day_of(article: AnnotatedArticle) -> str | None:
    """The date of the article as far as it is known (2020-08-20, 2020-08, 2020), None where its range spans years."""
    return common_date(article.published.earliest, article.published.latest)


# Characters before a commitment in which the verb that reports it, and its date, may stand.
_REPORTED = 160
_REPORTS = frozenset(["AGREE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "ACCUSE", "CONSULT"])


def said_on(article: AnnotatedArticle, commitment: Commitment) -> str | None:
    """When it was said: the date of the report's verb where it has one (في حزيران عندما أعلنت ...), else the article's.

    A date behind the article's own is not when something was said.
    """
    near = [
        event
        for event in article.events
        if event.when is not None
        and event.when_span is not None
        and event.type in _REPORTS
        and commitment.start - _REPORTED <= event.start <= commitment.start
    ]
    if near:
        when = near[-1].when
        latest = article.published.latest
        if when is not None and is_date(when) and (latest is None or earliest_day(when) <= latest):
            return when
    return day_of(article)


def collect_items(
    article: AnnotatedArticle, reader: PhraseReader, sides: SideFinder, config: LedgerConfig
) -> list[Item]:
    """The article's commitments worth following, in the order of their places."""
    if not article.commitments:
        return []
    items = []
    kept = strip_layers(article, ["commitments", "silences"])
    day = day_of(article)
    # What the article is about: the countries that its beginning names.
    lead = reader.read(article.text[:_CONTEXT]).countries
    quotations = {quotation.id: quotation for quotation in article.quotations}
    for commitment in article.commitments:
        if (commitment.score or 0.0) < config.least_score:
            continue
        text = commitment.span.of(article.text)
        phrase = reader.read(text)
        if not phrase.keys:
            continue
        quotation = quotations.get(commitment.quotation or "")
        holder = (quotation.source_name if quotation else None) or commitment.actor_name
        side = sides.find(commitment.actor_name, day) if commitment.actor_name else None
        if quotation is not None and quotation.source_name and (side is None or not side.startswith("c:")):
            # A statesman speaks of his own forces: the speaker's side is the side of what he says will be done.
            spoken = sides.find(quotation.source_name, day)
            side = spoken if spoken and (side is None or spoken.startswith("c:")) else side
        context = lead
        if len(phrase.keys) <= config.bare:
            around = article.text[max(0, commitment.start - _CONTEXT) : commitment.end + _CONTEXT // 2]
            context = lead | reader.read(around).countries
        on = said_on(article, commitment)
        items.append(Item(kept, commitment, side, phrase, context, on, holder))
    return items


def weigh_keys(items: Sequence[Item]) -> dict[str, float]:
    """How much each key tells: the logarithm of how rarely commitments hold it (at least 0.2)."""
    counts = Counter(key for item in items for key in item.phrase.keys)
    total = len(items)
    return {key: max(0.2, math.log((total + 1) / (count + 0.5))) for key, count in counts.items()}


def days_between(a: str | None, b: str | None) -> int:
    """Days from the first day of one ISO date to that of the other, 0 where one is not known."""
    if not a or not b:
        return 0
    first, second = (datetime.date.fromisoformat(earliest_day(day)) for day in (a, b))
    return abs((first - second).days)
