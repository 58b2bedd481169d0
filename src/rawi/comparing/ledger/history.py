"""History: the reports of one commitment in the order of time, and what each says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.comparing.ledger.items import Item, day_of
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import LedgerStep, Reason
from rawi.model.dates import earliest_day, latest_day
from rawi.model.labels import CommitmentStatus

# How firmly each kind binds: the change from one to the other hardens or weakens.
_FIRMNESS = {"forecast": 0, "condition": 1, "plan": 2, "promise": 3}


@dataclass(frozen=True, slots=True)
class History:
    """Steps in order, and the reasons for the changes among them."""

    steps: tuple[LedgerStep, ...]
    reasons: tuple[Reason, ...]


def order_items(items: Sequence[Item]) -> list[Item]:
    """The items by when they were said, else by the range in which their article was published; undated ones last."""
    return sorted(items, key=lambda item: (*time_key(item.on, item.article), item.article.id, item.commitment.start))


def time_key(on: str | None, article: AnnotatedArticle) -> tuple[bool, str, str]:
    """What orders dates of any precision: unknown last, then the first possible day, then the last.

    Where the date is the article's own, its range orders finer than the date's precision can say.
    """
    if on is not None and on != day_of(article):
        return False, earliest_day(on), latest_day(on)
    published = article.published
    return published.earliest is None, published.earliest or "", published.latest or "9999"


def write_history(items: Sequence[Item]) -> History:
    """The status of each report beside those before it.

    The first opens the entry. A later one restates it, or changes it by another deadline, another firmness or a
    condition, or denies it (a refusal after a promise).
    """
    steps: list[LedgerStep] = []
    reasons: list[Reason] = []
    latest: Item | None = None
    for item in order_items(items):
        status: CommitmentStatus = "open"
        if latest is not None:
            status, why = _compare(latest, item)
            reasons += why
        commitment = item.commitment
        steps.append(
            LedgerStep(item.article.id, commitment.start, commitment.end, item.on, status, item.holder, commitment.id)
        )
        latest = item
    return History(tuple(steps), tuple(reasons))


def _compare(before: Item, now: Item) -> tuple[CommitmentStatus, list[Reason]]:
    old, new = before.commitment, now.commitment
    if (new.kind == "refusal" and old.kind != "refusal") or (new.polarity == "denied" and old.polarity != "denied"):
        return "denied", [Reason("denied", 1.0, f"{before.on} … {now.on}: {new.action}")]
    if old.kind == "refusal" and new.kind != "refusal" and before.on == now.on:
        # Of one day no order is known: who refuses and who promises contradict each other either way.
        return "denied", [Reason("denied", 1.0, f"{now.on}: {new.action}")]
    changes: list[Reason] = []
    then, later = _deadline_words(before), _deadline_words(now)
    if later and then != later:
        changes.append(Reason(_direction(before, now), 1.0, f"{then or 'بلا موعد'} ← {later} ({now.on})"))
    if new.condition is not None and old.condition is None:
        changes.append(Reason("weakened", 1.0, f"بشرط: {new.condition.of(now.article.text)} ({now.on})"))
    firm = _FIRMNESS.get(new.kind, 2) - _FIRMNESS.get(old.kind, 2)
    if firm and not changes and now.article.id != before.article.id and abs(firm) > 1:
        changes.append(
            Reason("hardened" if firm > 0 else "weakened", abs(firm) / 3, f"{old.kind} ← {new.kind} ({now.on})")
        )
    return ("changed" if changes else "restated"), changes


def _deadline_words(item: Item) -> str | None:
    """The deadline as it can be compared: its last day where resolved, else its words."""
    deadline = item.commitment.deadline
    if deadline.latest:
        return deadline.latest
    return deadline.span.of(item.article.text) if deadline.span else None


def _direction(before: Item, now: Item) -> str:
    old, new = before.commitment.deadline, now.commitment.deadline
    if old.latest and new.latest:
        return "hardened" if new.latest < old.latest else "weakened"
    if new.latest and not old.latest:
        return "hardened"
    return "moved"
