"""Figures on single articles: zones, dates, names, quotations, times, figures, events, commitments."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from rawi.evaluation.matching import Row, Tally, characters, match_spans, same_name, touch

_COARSE = {"GPE": "LOC", "FAC": "LOC"}
_NAMED = ("PER", "ORG", "LOC")
# Overlap (intersection over union) from which two spans count as the same find: contents of quotations half, names and
# numbers a third, commitments .3 and event triggers .2, as the scorer that ships with the gold has it.
_CONTENT, _SMALL, _EXCUSED, _COMMITMENT, _TRIGGER = 0.5, 0.34, 0.4, 0.3, 0.2


def text_key(article: Row) -> str:
    """What tells that two rows are the same article: their text, white space at its ends aside."""
    return hashlib.sha256(article["text"].strip().encode("utf-8", "surrogatepass")).hexdigest()


def evaluate_articles(gold: Sequence[Row], predicted: Iterable[Row]) -> dict[str, dict[str, float | int | None]]:
    """Figures of predicted annotated articles against gold ones, matched by their text."""
    by_text = {text_key(article): article for article in predicted}
    tally, missing = Tally(), 0
    for article in gold:
        found = by_text.get(text_key(article))
        missing += found is None
        _evaluate_article(tally, article, found or {})
    figures: dict[str, dict[str, float | int | None]] = {"articles": {"n": len(gold), "missing": missing}}
    return figures | tally.figures()


def _evaluate_article(tally: Tally, gold: Row, found: Row) -> None:
    if "zones" in gold:
        framed, told = _furniture(gold), _furniture(found)
        tally.count("furniture characters", len(framed & told), len(framed), len(told))
    if gold.get("published"):
        _evaluate_date(tally, gold["published"]["earliest"], found.get("published") or {})
    if "mentions" in gold:
        _evaluate_names(tally, gold["mentions"], found.get("mentions", []))
    if "quotations" in gold:
        _evaluate_quotations(tally, gold["quotations"], found.get("quotations", []))
    if "times" in gold:
        _evaluate_times(tally, gold["times"], found.get("times", []))
    if "figures" in gold:
        _evaluate_figures(tally, gold["figures"], found.get("figures", []))
    if "commitments" in gold:
        pairs, mine, theirs = _match(gold["commitments"], found.get("commitments", []), _COMMITMENT)
        tally.count("commitments found", len(pairs), mine, theirs)
    if "events" in gold:
        mine, theirs = len(gold["events"]), len(found.get("events", []))
        pairs = match_spans(gold["events"], found.get("events", []), lambda row: row, _TRIGGER)
        tally.count("event triggers found", len(pairs), mine, theirs)
        typed = sum(one["type"] == other.get("type") for one, other in pairs)
        tally.count("event triggers with the right type", typed, mine, theirs)


def _furniture(row: Row) -> set[int]:
    return characters([zone for zone in row.get("zones", []) if zone["kind"] == "furniture"])


def _match(gold: Sequence[Row], found: Sequence[Row], least: float) -> tuple[list[tuple[Row, Row]], int, int]:
    """Pairs, how many gold items, how many predicted ones; optional gold excuses a prediction and is not asked for."""
    asked = [row for row in gold if not row.get("optional")]
    pairs = match_spans(asked, found, lambda row: row, least)
    taken = {id(row) for _, row in pairs}
    optional = [row for row in gold if row.get("optional")]
    excused = match_spans(optional, [row for row in found if id(row) not in taken], lambda row: row, least)
    return pairs, len(asked), len(found) - len(excused)


def _evaluate_date(tally: Tally, day: str, published: Row) -> None:
    earliest, latest = published.get("earliest"), published.get("latest")
    inside = bool(earliest and latest and earliest <= day <= latest)
    tally.ask("article date inside the range given", inside)
    tally.ask("article date exact to the day", inside and earliest == latest)


def _evaluate_names(tally: Tally, gold: Sequence[Row], found: Sequence[Row]) -> None:
    mine, theirs = _names(gold), _names(found)
    exact = {(row["start"], row["end"], row["type"]) for row in mine}
    exact &= {(row["start"], row["end"], row["type"]) for row in theirs}
    tally.count("names, exact", len(exact), len(mine), len(theirs))
    near = match_spans(mine, theirs, lambda row: row, _SMALL, lambda one, other: one["type"] == other["type"])
    tally.count("names, overlapping", len(near), len(mine), len(theirs))
    if not any(row.get("entity") for row in mine):
        return
    pairs = match_spans(mine, theirs, lambda row: row, _SMALL)
    for index, (gold_one, found_one) in enumerate(pairs):
        for gold_other, found_other in pairs[index + 1 :]:
            if gold_one.get("entity") and gold_other.get("entity"):
                same_gold = gold_one["entity"] == gold_other["entity"]
                same_found = found_one.get("entity") == found_other.get("entity")
                tally.counts["identity", "tp"] += same_gold and same_found
                tally.counts["identity", "fp"] += same_found and not same_gold
                tally.counts["identity", "fn"] += same_gold and not same_found


def _names(rows: Sequence[Row]) -> list[Row]:
    coarse = [
        row | {"type": _COARSE.get(row["type"], row["type"])} for row in rows if row.get("form", "name") == "name"
    ]
    return [row for row in coarse if row["type"] in _NAMED]


def _evaluate_quotations(tally: Tally, gold: Sequence[Row], found: Sequence[Row]) -> None:
    asked = [row for row in gold if not row.get("optional")]
    optional = [row for row in gold if row.get("optional")]
    pairs = match_spans(asked, found, lambda row: row["content"], _CONTENT)
    taken = {id(row) for _, row in pairs}
    rest = [row for row in found if id(row) not in taken]
    predicted = len(found) - len(match_spans(optional, rest, lambda row: row["content"], _EXCUSED))
    tally.count("quotations found (content IoU >= .5)", len(pairs), len(asked), predicted)
    right = sum(_right_source(one, other) for one, other in pairs)
    tally.count("quotations with the right source", right, len(asked), predicted)
    hit = {id(row) for row, _ in pairs}
    for row in asked:
        if row["kind"] in ("direct", "mixed"):
            tally.ask("marked quotations found", id(row) in hit)
    for row in asked:
        if row["kind"] == "indirect":
            tally.ask("indirect quotations found", id(row) in hit)
    for one, other in pairs:
        tally.ask("source right, of those found", _right_source(one, other))
        tally.ask("kind right, of those found", one["kind"] == other.get("kind"))
        if one.get("cue"):
            tally.ask("cue right, of those found", touch(one["cue"], other.get("cue")))
        if "chain" in one:
            links, said = _told_links(one["chain"]), _told_links(other.get("chain", []))
            good = sum(_link_found(link, said) for link in links)
            tally.count("chain links, of those found", good, len(links), max(len(said), good))


def _right_source(gold: Row, found: Row) -> bool:
    if gold.get("source") is None and not gold.get("source_name"):
        return found.get("source") is None and not found.get("source_name")
    names = [name for name in (gold.get("source_name"), *gold.get("source_also", [])) if name]
    return touch(gold.get("source"), found.get("source")) or any(
        same_name(name, found.get("source_name")) for name in names
    )


def _told_links(chain: Sequence[Row]) -> list[Row]:
    return [link for link in chain if link["kind"] in ("agency", "medium", "anonymous")]


def _link_found(link: Row, chain: Sequence[Row]) -> bool:
    return any(
        touch(link.get("span"), other.get("span")) or same_name(link["name"], other.get("name")) for other in chain
    )


def _evaluate_times(tally: Tally, gold: Sequence[Row], found: Sequence[Row]) -> None:
    pairs, asked, predicted = _match(gold, found, _SMALL)
    tally.count("times found", len(pairs), asked, predicted)
    valued = sum(bool(row.get("value")) for row in gold if not row.get("optional"))
    right = sum(one["value"] == other.get("value") for one, other in pairs if one.get("value"))
    tally.count("times with the right value", right, valued, predicted - (asked - valued))


def _evaluate_figures(tally: Tally, gold: Sequence[Row], found: Sequence[Row]) -> None:
    pairs, asked, predicted = _match(gold, found, _SMALL)
    tally.count("figures found", len(pairs), asked, predicted)
    right = sum((one.get("low"), one.get("high")) == (other.get("low"), other.get("high")) for one, other in pairs)
    tally.count("figures with the right value", right, asked, predicted)
    for one, other in pairs:
        if one.get("counted"):
            tally.ask("thing counted right, of those found", touch(one["counted"], other.get("counted")))
