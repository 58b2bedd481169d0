"""A linear chain for ANERcorp, over what our lists and raw news tell of each word. Nothing of it is shipped.

What it knows of a word comes from a dossier of SaudiNewsNet that Rawi made (``rawi build --no-compare``): in which
company the word stands (its class among words), and how often our tagger took it for a part of a name.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pycrfsuite
from numpy.typing import NDArray

from rawi.annotating.tagging.fast import word_features
from rawi.arabic.letters import fold_letters
from rawi.arabic.names import arabic_given_names, foreign_given_names
from rawi.knowledge import load_knowledge
from rawi.store.dossier import open_dossier

Scores = NDArray[np.float32]

_WORD = re.compile(r"\w+|[^\w\s]")
_KINDS = {"PER": "P", "ORG": "O", "GPE": "L", "LOC": "L", "FAC": "L", "MISC": "M"}
_fold = cache(fold_letters)


@dataclass(frozen=True, slots=True)
class ChainConfig:
    """Chosen on the last block of the training half.

    ``smooth``: weight of the squared penalty (0.02 with a sparse one gave 71.9 alone and 76.5 in the mix, 0.5 gave 72.0
    and 77.2). ``rare``: occurrences below which a feature is dropped. ``common``: occurrences in raw news from which a
    word has a class; ``company``: most frequent words counted as neighbours; ``classes``: numbers of classes, coarse to
    fine; ``width``: of the vectors that are sorted into them.
    """

    smooth: float = 0.5
    rare: int = 2
    iterations: int = 80
    common: int = 5
    company: int = 2500
    width: int = 100
    classes: tuple[int, ...] = (100, 500, 2000)


@dataclass(frozen=True, slots=True)
class WordBook:
    """What raw news tells of folded words. ``classes``: of each common word, coarse to fine. ``marks``: how often it
    was taken for the begin (B) or the inside (I) of each kind of name, in steps of 1 to 5. ``names``: whole names with
    their kind, ``+`` behind it where found ten times."""

    classes: dict[str, list[int]]
    marks: dict[str, list[str]]
    names: dict[str, list[str]]


def make_book(dossier: Path, config: ChainConfig = ChainConfig()) -> WordBook:
    """Read all articles of a dossier; five minutes for 31,000."""
    ids: dict[str, int] = {}
    running: list[int] = []
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    wholes: dict[str, Counter[str]] = defaultdict(Counter)
    with open_dossier(dossier) as opened:
        for annotated in opened.articles():
            text = annotated.article.text
            running.append(-1)
            running.extend(ids.setdefault(_key(word), len(ids)) for word in _WORD.findall(text))
            for mention in annotated.mentions:
                words = [_key(word) for word in _WORD.findall(text[mention.start : mention.end])]
                kind = _KINDS[mention.type]
                wholes[" ".join(words)][kind] += 1
                for place, word in enumerate(words):
                    parts[word][f"{'I' if place else 'B'}{kind}"] += 1
    stream = np.array(running)
    counts = np.bincount(stream[stream >= 0], minlength=len(ids))
    marks = {word: _marks(found, int(counts[ids[word]]) if word in ids else 0) for word, found in parts.items()}
    names = {name: _name_marks(found) for name, found in wholes.items() if found.total() > 1}
    return WordBook(_classes(stream, list(ids), counts, config), marks, names)


def read_book(path: Path) -> WordBook:
    """A book as ``write_book`` left it."""
    return WordBook(**json.loads(path.read_text(encoding="utf-8")))


def write_book(book: WordBook, path: Path) -> None:
    """Keep a book."""
    content = {"classes": book.classes, "marks": book.marks, "names": book.names}
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _key(word: str) -> str:
    return "#" if word[0].isdigit() else _fold(word)


def _marks(found: Counter[str], seen: int) -> list[str]:
    total = max(seen, found.total())
    marks: list[str] = []
    for label, times in sorted(found.items()):
        if times > 1:
            step = 1 + sum(times / total > share for share in (0.05, 0.2, 0.5, 0.8))
            marks += [f"{label}{step}", f"{label}{step}+"][: 2 if times >= 20 else 1]
    return marks


def _name_marks(found: Counter[str]) -> list[str]:
    ((kind, times),) = found.most_common(1)
    return [f"{kind}+" if times >= 10 else kind]


def _classes(
    stream: NDArray[np.int64], words: Sequence[str], counts: NDArray[np.int64], config: ChainConfig
) -> dict[str, list[int]]:
    """Classes of words that keep the same company, by positive mutual information with their neighbours at -2 to +2."""
    from scipy import sparse
    from sklearn.cluster import MiniBatchKMeans
    from sklearn.utils.extmath import randomized_svd

    order = np.argsort(-counts, kind="stable")
    size = int((counts >= config.common).sum())
    rank = np.empty(len(words) + 1, np.int64)
    rank[order] = np.arange(len(words))
    rank[-1] = len(words)  # an article's end, -1 in the stream, is nobody's neighbour
    ranks = rank[stream]
    sides = []
    for distance in (1, 2):
        for near, far in (
            (ranks[:-distance], ranks[distance:]),
            (ranks[distance:], ranks[:-distance]),
        ):
            both = (near < size) & (far < config.company)
            pairs = sparse.coo_matrix(
                (np.ones(int(both.sum())), (near[both], far[both])), (size, config.company)
            ).tocsr()
            own = np.asarray(pairs.sum(1)).ravel()
            shares = np.asarray(pairs.sum(0)).ravel() ** 0.75
            pairs = pairs.tocoo()
            pairs.data = np.maximum(np.log(pairs.data / (own[pairs.row] * shares[pairs.col] / shares.sum())), 0)
            sides.append(pairs / distance)
    left, strength, _ = randomized_svd(sparse.hstack(sides).tocsr(), config.width, n_iter=3, random_state=0)
    vectors = left * np.sqrt(strength)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    sorted_into = [
        MiniBatchKMeans(number, random_state=0, batch_size=4096, n_init=1, max_iter=15).fit(vectors).labels_.tolist()
        for number in config.classes
    ]
    return {words[place]: list(classes) for place, *classes in zip(order[:size], *sorted_into, strict=True)}


@cache
def listed() -> dict[str, frozenset[str]]:
    """Our own lists of names, folded, with what they are lists of; words that may be a person's first or last name are
    marked as such."""
    known = load_knowledge()
    found: dict[str, set[str]] = defaultdict(set)
    named: list[tuple[str, tuple[str, ...]]] = [("P", (entry.name, *entry.aliases)) for entry in known.persons]
    named += [("P", (entry.name, *entry.aliases)) for entry in known.holders]
    named += [("L", (entry.name, *entry.aliases)) for entry in known.places]
    named += [("L", (entry.name, *entry.aliases)) for entry in known.countries]
    named += [("O", (entry.name, *entry.aliases)) for entry in known.organisations]
    named += [("O", (entry.name, *entry.aliases)) for entry in known.outlets]
    named += [("O", (entry.name, *entry.aliases)) for entry in known.agencies]
    for kind, names in named:
        for words in (fold_letters(name).split() for name in names):
            found[" ".join(words)].add(kind)
            if kind == "P" and len(words) > 1:
                found[words[0]].add("g")
                found[words[-1]].add("f")
    for country in known.countries:
        for name in (*country.demonyms, *country.capitals):
            found[fold_letters(name)].add("D" if name in country.demonyms else "L")
    for word in known.given_names | arabic_given_names() | foreign_given_names():
        found[fold_letters(word)].add("G")
    for word in known.family_names:
        found[fold_letters(word)].add("F")
    return {name: frozenset(marks) for name, marks in found.items()}


def bare_forms(word: str) -> tuple[str, ...]:
    """A folded word, and what is left of it without what may be proclitics; the corpus leaves them on names.

    >>> bare_forms("ولبنان")
    ('ولبنان', 'لبنان', 'بنان')
    """
    forms = [word]
    if len(word) > 3 and word[0] in "وف":
        forms.append(word[1:])
        if len(word) > 4 and word[1] in "بل":
            forms.append(word[2:])
    if len(word) > 3 and word[0] in "بلك":
        forms.append(word[1:])
    if len(word) > 4 and word.startswith("لل"):
        forms.append(f"ال{word[2:]}")
    return tuple(dict.fromkeys(forms))


_LONGEST = 6


def _list_marks(words: Sequence[str], book: WordBook) -> list[set[str]]:
    """Which list each word, or the name of up to six words that begins or goes on there, is in."""
    marks: list[set[str]] = [set() for _ in words]
    for place, word in enumerate(words):
        for form in bare_forms(word):
            for source, names in (("l", listed()), ("n", book.names)):
                for size in range(1, min(_LONGEST, len(words) - place) + 1):
                    for kind in names.get(" ".join((form, *words[place + 1 : place + size])), ()):
                        marks[place].add(f"{source}B{kind}{min(size, 3)}")
                        for inner in range(place + 1, place + size):
                            marks[inner].add(f"{source}I{kind}")
    return marks


def chain_features(forms: Sequence[str], book: WordBook) -> list[list[str]]:
    """Features of each word of a sentence: its own and its neighbours' up to two words off."""
    words = [_key(form) for form in forms]
    lists = [sorted(marks) for marks in _list_marks(words, book)]
    classes = [next((book.classes[form] for form in bare_forms(word) if form in book.classes), None) for word in words]
    known = [list(_known_marks(word, book)) for word in words]
    rows: list[list[str]] = []
    for place, form in enumerate(forms):
        row = [feature.decode() for feature in word_features(form).own]
        row += [f"l={mark}" for mark in lists[place]] + [f"k={mark}" for mark in known[place]]
        row += [f"c{level}={number}" for level, number in enumerate(classes[place] or ())]
        for step in (-2, -1, 1, 2):
            there = place + step
            if not 0 <= there < len(words):
                row.append(f"{step}^")
                continue
            row.append(f"{step}w={words[there]}")
            row += [f"{step}c{level}={number}" for level, number in enumerate(classes[there] or ())]
            if abs(step) == 1:
                row += [f"{step}l={mark}" for mark in lists[there]] + [f"{step}k={mark}" for mark in known[there]]
                row += [f"{step}e={words[there][-2:]}", f"{step}|{words[there]}|{words[place]}"]
                row.append(f"{step}|{(classes[there] or (0, 0))[1]}|{(classes[place] or (0, 0))[1]}")
        rows.append(row)
    return rows


def _known_marks(word: str, book: WordBook) -> Iterator[str]:
    found = False
    for number, form in enumerate(bare_forms(word)):
        for mark in book.marks.get(form, ()):
            found = True
            yield f"{min(number, 1)}{mark}"
    if not found:
        yield "none" if word in book.classes else "new"


def learn_chain(
    sentences: Iterable[Sequence[tuple[str, str]]], book: WordBook, path: Path, config: ChainConfig = ChainConfig()
) -> None:
    """Learn labelled sentences into a file; a minute for the training half."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(
        {"c1": 0.0, "c2": config.smooth, "max_iterations": config.iterations, "feature.minfreq": config.rare}
    )
    for sentence in sentences:
        trainer.append(chain_features([word for word, _ in sentence], book), [label for _, label in sentence])
    trainer.train(str(path))


def chain_scores(
    path: Path, sentences: Iterable[Sequence[tuple[str, str]]], book: WordBook, labels: Sequence[str]
) -> Scores:
    """Log-probabilities of all labels for all words, one row a word."""
    chain = pycrfsuite.Tagger()
    chain.open(str(path))
    known = frozenset(chain.labels())
    rows: list[list[float]] = []
    for sentence in sentences:
        chain.set(pycrfsuite.ItemSequence(chain_features([word for word, _ in sentence], book)))
        rows += [
            [chain.marginal(label, place) if label in known else 0.0 for label in labels]
            for place in range(len(sentence))
        ]
    scores: Scores = np.log(np.array(rows, np.float32) + 1e-6)
    return scores
