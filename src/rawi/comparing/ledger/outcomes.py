"""Outcomes: what articles report to have become of a commitment, told by their events and by words of failing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rawi.arabic.letters import fold_letters
from rawi.comparing.actions import Phrase, PhraseReader
from rawi.comparing.ledger.items import day_of
from rawi.comparing.ledger.sides import SideFinder
from rawi.interchange.pile import strip_layers
from rawi.model.annotation import AnnotatedArticle, EventMention
from rawi.model.labels import CommitmentStatus

# Characters behind a trigger that tell what was done.
_REACH = 90
# لم يف بوعده، أخل بالاتفاق، نكث، تراجع عن، فشل في تنفيذ: a commitment not kept, in the folded text.
_BROKEN = re.compile(
    r"(?:لم (?:يف|تف|يلتزم|تلتزم|ينفذ|تنفذ|يتحقق|تتحقق)|(?:اخلت?|نكثت?|تنصلت?|تراجعت?|تخلي|تخلت) (?:ب|عن)"
    r"|(?:فشل|فشلت|اخفق|اخفقت) في|نقض|انتهك|انتهكت)\s+\S+"
)
# Doing of these kinds carries out a commitment; saying something again (AGREE, REQUEST) doesn't.
_DEEDS = frozenset(
    ["YIELD", "AID", "COOPERATE", "CONSULT", "MOBILIZE", "COERCE", "ASSAULT", "SANCTION", "SUPPORT", "PROTEST"]
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Words of an article (its annotations left out) that may tell what became of a commitment."""

    article: AnnotatedArticle
    start: int
    end: int
    side: str | None
    phrase: Phrase
    on: str | None
    status: CommitmentStatus
    holder: str | None = None


def find_outcomes(
    article: AnnotatedArticle, reader: PhraseReader, sides: SideFinder
) -> dict[tuple[str, str | None], list[Outcome]]:
    """The article's outcomes by the actions in them and by side: accomplished deeds, and what was not kept."""
    found: dict[tuple[str, str | None], list[Outcome]] = defaultdict(list)
    kept = strip_layers(article, [])
    for outcome in (*_deeds(article, kept, reader, sides), *_failures(kept, reader)):
        for action in sorted(outcome.phrase.actions):
            found[action, outcome.side].append(outcome)
    return found


def _deeds(
    article: AnnotatedArticle, kept: AnnotatedArticle, reader: PhraseReader, sides: SideFinder
) -> Iterator[Outcome]:
    published = day_of(article)
    for event in article.events:
        if event.type not in _DEEDS or event.modality != "actual" or event.polarity != "asserted":
            continue
        trigger = reader.read(article.text[event.start : event.end])
        if not trigger.actions:
            continue
        end = _clause_end(article.text, event.end)
        phrase = reader.read(article.text[event.start : end])
        phrase = Phrase(phrase.keys, trigger.actions, phrase.countries, trigger.head)
        actor = next((role for role in event.roles if role.role == "actor"), None)
        name = actor.name if actor else None
        side = sides.find(name, published) if name else None
        yield Outcome(kept, event.start, end, side, phrase, _when(event, published), "reported_done", name)


def _when(event: EventMention, published: str | None) -> str | None:
    """The event's first possible day where it says one, else the article's day."""
    if event.when and len(event.when) == 10:
        return event.when
    return published if event.when is None else None


def _failures(article: AnnotatedArticle, reader: PhraseReader) -> Iterator[Outcome]:
    folded = fold_letters(article.text)
    for match in _BROKEN.finditer(folded):
        end = _clause_end(article.text, match.end())
        phrase = reader.read(article.text[match.start() : end])
        if phrase.actions:
            yield Outcome(article, match.start(), end, None, phrase, day_of(article), "reported_broken")


_STOP = re.compile(r"[.،,؛;:!?؟\"”»\n]")


def _clause_end(text: str, start: int) -> int:
    """Where the words behind ``start`` end: at a mark or after some words, never inside a word."""
    stop = _STOP.search(text, start, start + _REACH)
    if stop:
        return stop.start()
    end = min(len(text), start + _REACH)
    if end < len(text):
        blank = text.rfind(" ", start, end)
        end = blank if blank > start else end
    return end
