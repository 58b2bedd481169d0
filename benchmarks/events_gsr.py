"""Events against the public event_gsr_ar set: sentences that report an assault or a protest, and who did it to whom.

    PYTHONPATH=. python benchmarks/events_gsr.py GSR_FOLDER [--seeds 2] [--errors 30] [--roles-only]

Sentences: with the patterns alone (any trigger of the type that is not denied), then with the trained scorer, five-fold
cross-validated as in ``training/events_reported.py``.

Roles: the 645 sentences with marked verb, source and target, each coded by several annotators. Spans of one role that
share a word are one item to be found. *head*: the first word is the same (proclitics aside); *overlap*: any word in
common.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.events_reported import KINDS, QUESTIONS, measure, percentages, read_judged

from rawi.annotating.events import annotate_events
from rawi.arabic.tokens import tokenize, view_text
from rawi.model.annotation import AnnotatedArticle
from rawi.model.article import Article
from rawi.pipeline import Settings, annotate_batch
from rawi.reading.results import ReadArticle

ROLES = {"verb": "verb", "source": "source_actor", "target": "target_actor"}
_PROCLITICS = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف", "ك")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with the items of each role; an item is the folded words of all spans that share a word."""

    text: str
    kind: str
    items: dict[str, list[list[tuple[str, ...]]]]


def words_of(text: str) -> tuple[str, ...]:
    """The folded words, marks left out."""
    return tuple(token.fold for token in tokenize(text) if token.kind != "mark")


def bare(word: str) -> str:
    """The word without what is written onto its front, where three letters are left."""
    for front in _PROCLITICS:
        if word.startswith(front) and len(word) - len(front) >= 3:
            return word[len(front) :]
    return word


def read_marked(folder: Path) -> list[Marked]:
    """All marked sentences of both types."""
    found = []
    for kind in KINDS:
        rows = json.loads((folder / f"{kind.lower()}_spans.json").read_text(encoding="utf-8"))
        for row in rows:
            items = {role: _items(row["spans"], field) for role, field in ROLES.items()}
            found.append(Marked(row["text"], kind, items))
    return found


def _items(spans: Iterable[dict[str, list[str]]], field: str) -> list[list[tuple[str, ...]]]:
    items: list[list[tuple[str, ...]]] = []
    for span in spans:
        words = words_of(" ".join(span[field]))
        if not words:
            continue
        near = [item for item in items if any({*map(bare, words)} & {*map(bare, other)} for other in item)]
        merged = [words, *(other for item in near for other in item)]
        items = [item for item in items if item not in near] + [merged]
    return items


def annotate(texts: Sequence[str]) -> Iterator[AnnotatedArticle]:
    """The texts through the whole pipeline."""
    for start in range(0, len(texts), 32):
        batch = [ReadArticle(Article.create(text), ()) for text in texts[start : start + 32]]
        yield from annotate_batch(batch, Settings())


def found_in(annotated: AnnotatedArticle, kind: str) -> dict[str, set[tuple[str, ...]]]:
    """What Rawi found of each role in events of the type."""
    text = annotated.text
    found: dict[str, set[tuple[str, ...]]] = {role: set() for role in ROLES}
    for event in annotated.events:
        if event.type == kind:
            found["verb"].add(words_of(event.span.of(text)))
            for role in event.roles:
                name = {"actor": "source", "recipient": "target"}.get(role.role)
                if name:
                    found[name].add(words_of(text[role.start : role.end]))
    return found


def matches(words: tuple[str, ...], item: Sequence[tuple[str, ...]], head: bool) -> bool:
    """Whether the found words meet one of the item's spans."""
    if head:
        return any(bare(words[0]) == bare(other[0]) for other in item)
    return any({*map(bare, words)} & {*map(bare, other)} for other in item)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--roles-only", action="store_true")
    options = parser.parse_args()
    if not options.roles_only:
        print_sentences(options.folder, options.seeds)
    print_roles(read_marked(options.folder), options.errors)


def print_sentences(folder: Path, seeds: int) -> None:
    """Sentences with patterns alone and with the scorer."""
    for kind in KINDS:
        judged = read_judged(folder, kind)
        said = {one.text: _says(one.text, kind) for one in judged}
        runs = [list(measure(judged, seed)) for seed in range(seeds)]
        for number, question in enumerate(QUESTIONS):
            pairs = [(said[one.text], question.is_right(one)) for one in judged if question.asks(one)]
            alone = percentages(pairs)
            scored = tuple(sum(run[number][part] for run in runs) / len(runs) for part in (1, 2, 3))
            print(f"{kind} {question.name} (n {len(pairs)}, right {sum(right for _, right in pairs)})")
            for name, (precision, recall, f1) in (("patterns", alone), ("scorer", scored)):
                print(f"  {name:9} precision {precision:5.1f} recall {recall:5.1f} F1 {f1:5.1f}")


def _says(text: str, kind: str) -> bool:
    events = annotate_events(AnnotatedArticle(Article.create(text), view=view_text(text))).events
    return any(event.type == kind and event.polarity == "asserted" for event in events)


def print_roles(marked: Sequence[Marked], errors: int) -> None:
    """Roles by type, and some errors."""
    counts: Counter[tuple[str, str, bool, str]] = Counter()
    shown = 0
    for one, annotated in zip(marked, annotate([one.text for one in marked]), strict=True):
        found = found_in(annotated, one.kind)
        for role, items in one.items.items():
            for head in (True, False):
                right = sum(any(matches(words, item, head) for item in items) for words in found[role])
                met = sum(any(matches(words, item, head) for words in found[role]) for item in items)
                key = (one.kind, role, head)
                counts.update({(*key, "found"): len(found[role]), (*key, "right"): right})
                counts.update({(*key, "marked"): len(items), (*key, "met"): met})
        wrong = {
            role: (found[role], items)
            for role, items in one.items.items()
            if role != "verb"
            and (
                any(not any(matches(words, item, False) for item in items) for words in found[role])
                or any(not any(matches(words, item, False) for words in found[role]) for item in items)
            )
        }
        if wrong and shown < errors:
            shown += 1
            print(one.kind, one.text[:300])
            for role, (words, items) in wrong.items():
                print(
                    f"   {role}: found {[' '.join(w) for w in sorted(words)]} marked {[' '.join(i[0]) for i in items]}"
                )
    for kind in KINDS:
        for role in ROLES:
            for head, name in ((True, "head"), (False, "overlap")):
                key = (kind, role, head)
                precision = counts[(*key, "right")] / max(1, counts[(*key, "found")])
                recall = counts[(*key, "met")] / max(1, counts[(*key, "marked")])
                f1 = 2 * precision * recall / max(1e-9, precision + recall)
                print(
                    f"{kind} {role:6} {name:7} precision {100 * precision:5.1f} recall {100 * recall:5.1f}"
                    f" F1 {100 * f1:5.1f} (found {counts[(*key, 'found')]}, marked {counts[(*key, 'marked')]})"
                )


if __name__ == "__main__":
    main()
