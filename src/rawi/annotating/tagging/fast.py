"""The fast tagger: linear chains over word features (Lafferty et al. 2001), several times the network's speed.

It finds less than the network (figures in training/MODEL_CARD.md) and no nested contents; it is for very large backlogs
and for machines without onnxruntime.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby, repeat
from pathlib import Path

from rawi.annotating.tagging.spans import joined, moved, whole, within
from rawi.annotating.tagging.words import Word, find_words, skip_letters, split_blocks
from rawi.arabic.letters import fold_letters
from rawi.model.errors import ModelError
from rawi.model.span import Span
from rawi.model.tags import TaggedSpan, Tags

try:
    import pycrfsuite
except ImportError:  # an optional part of rawi
    pycrfsuite = None

SHIPPED_FAST = Path(__file__).parent / "fast_weights"
CHAINS = ("names", "titles", "parts", "contents")

# Words with their features kept; a form occurs a hundred times on average.
_CACHE = 100_000
_SHAPES = ((re.compile(r"\d+"), "1"), (re.compile(r"[A-Za-z]+"), "a"), (re.compile(r"\W"), "."))


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """A word's folded form, its own features, and what its neighbours see of it: at two places before them (-2), one
    before, one after, two after. All as bytes, which crfsuite takes as they are."""

    folded: bytes
    own: tuple[bytes, ...]
    seen: tuple[tuple[bytes, ...], tuple[bytes, ...], tuple[bytes, ...], tuple[bytes, ...]]


_PLACES = ("-2", "-1", "+1", "+2")


def _seen_from(*features: str) -> tuple[tuple[bytes, ...], ...]:
    return tuple(tuple(f"{place}{feature}".encode() for feature in features) for place in _PLACES)


@lru_cache(maxsize=_CACHE)
def word_features(form: str) -> WordFeatures:
    """What a word gives to its own row of features and to those near by; made once for each form.

    >>> word_features("والقاهرة").folded.decode()
    'والقاهره'
    """
    # Half a surrogate pair can't be handed to crfsuite.
    folded = "?" if "\ud800" <= form <= "\udfff" else fold_letters(form)
    shape = next((mark for pattern, mark in _SHAPES if pattern.fullmatch(form)), "ا")
    own = [f"w={folded}", f"s={shape}"]
    seen = [folded]
    if shape == "ا":
        own += [f"p{size}={folded[:size]}" for size in (1, 2, 3, 4) if len(folded) > size]
        own += [f"e{size}={folded[-size:]}" for size in (1, 2, 3) if len(folded) > size]
        bare = _bare(folded)
        own += [f"b={bare}", f"ال={folded[:2] == 'ال'}"]
        seen.append(f"e{folded[-2:]}")
    two_before, before, after, two_after = _seen_from(*seen)
    return WordFeatures(
        folded.encode(), tuple(feature.encode() for feature in own), (two_before, before, after, two_after)
    )


def _bare(folded: str) -> str:
    """The word without و ف ب ل ك and without the article, however many of them it may really have."""
    rest = folded[1:] if len(folded) > 4 and folded[0] in "وف" else folded
    rest = rest[1:] if len(rest) > 4 and rest[0] in "بلك" else rest
    return rest[2:] if len(rest) > 4 and rest.startswith("ال") else rest


_EDGE = WordFeatures(b"", (), ((b"-2^",), (b"-1^",), (b"+1^",), (b"+2^",)))


def sequence_features(words: Sequence[Word]) -> list[list[bytes]]:
    """Features of each word of one paragraph: its own, and its neighbours' up to two words off."""
    found = [_EDGE, _EDGE, *(word_features(word.form) for word in words), _EDGE, _EDGE]
    rows: list[list[bytes]] = []
    for place, word in enumerate(words):
        here, before, after = found[place + 2], found[place + 1], found[place + 3]
        row = [
            *here.own,
            b"-|%b|%b" % (before.folded, here.folded),
            b"+|%b|%b" % (here.folded, after.folded),
            *found[place].seen[0],
            *before.seen[1],
            *after.seen[2],
            *found[place + 4].seen[3],
        ]
        if word.spaced:
            row.append(b"sp")
        rows.append(row)
    return rows


class FastTagger:
    """Tags as :class:`rawi.annotating.tagging.tagger.Tagger` does, by the same method ``tag``."""

    def __init__(self, folder: Path) -> None:
        self._chains = {}
        total = hashlib.sha256()
        for name in CHAINS:
            path = folder / f"{name}.crfsuite"
            try:
                content = path.read_bytes()
                # crfsuite reads a damaged file without looking, so its head is checked here.
                if not content.startswith(b"lCRF") or int.from_bytes(content[4:8], "little") != len(content):
                    raise ValueError("it is damaged")
                opened = pycrfsuite.Tagger()
                opened.open(str(path))
            except (OSError, ValueError) as error:
                raise ModelError(
                    f"the fast tagger's file {path} can't be read ({error}); install rawi again"
                ) from error
            total.update(content)
            self._chains[name] = opened
        self.version = f"fast-{total.hexdigest()[:16]}"

    def tag(self, texts: Sequence[str], skipped: Sequence[Sequence[Span]] = ()) -> list[Tags]:
        """The tags of each text, in the order given; ``skipped`` zones are not read."""
        if len(skipped) > len(texts):
            raise ValueError(f"skipped zones are given for {len(skipped)} texts, but there are only {len(texts)}")
        zones = chain(skipped, repeat(()))
        return [self._tag(text, of_text) for text, of_text in zip(texts, zones, strict=False)]

    def _tag(self, text: str, skipped: Sequence[Span]) -> Tags:
        return joined([self._tag_block(text, block, skipped) for block in split_blocks(text)])

    def _tag_block(self, text: str, block: Span, skipped: Sequence[Span]) -> Tags:
        part = block.of(text)
        found: dict[str, list[TaggedSpan]] = {name: [] for name in CHAINS}
        for _, group in groupby(find_words(part, within(skipped, block)), key=lambda word: word.paragraph):
            words = list(group)
            items = pycrfsuite.ItemSequence(sequence_features(words))
            for name, opened in self._chains.items():
                opened.set(items)
                labels = opened.tag()
                if labels.count("O") < len(labels):
                    found[name].extend(self._spans(part, words, labels, name))
        parts = found["parts"]
        tags = Tags(
            names=tuple(found["names"]),
            titles=tuple(found["titles"]),
            cues=tuple(tag for tag in parts if tag.label == "CUE"),
            sources=tuple(tag for tag in parts if tag.label == "SOURCE"),
            contents=tuple(found["contents"]),
        )
        return moved(tags, block.start)

    def _spans(self, text: str, words: Sequence[Word], labels: Sequence[str], name: str) -> Iterable[TaggedSpan]:
        begun = -1
        for place, label in enumerate((*labels, "O")):
            if begun >= 0 and not label.startswith("I"):
                first, stop = whole(words, begun, place)
                if first < stop:
                    # A label is B, the letters to cut, a hyphen and the type.
                    kind = labels[begun].partition("-")[2]
                    cut = int(labels[begun][1]) if first == begun and labels[begun][0] == "B" else 0
                    start = skip_letters(text, words[first].span, cut)
                    chances = [self._chains[name].marginal(labels[here], here) for here in range(begun, place)]
                    score = round(min(1.0, sum(chances) / len(chances)), 4)
                    yield TaggedSpan(Span(start, words[stop - 1].span.end), kind, score)
                begun = -1
            if label != "O" and begun < 0:
                begun = place


def load_fast_tagger(path: Path | None = None) -> FastTagger:
    """The shipped fast tagger, or one in another folder of the same layout.

    Raises ``ModelError`` when a file is missing or damaged, or python-crfsuite isn't installed.
    """
    if pycrfsuite is None:
        raise ModelError("the fast tagger needs python-crfsuite: pip install rawi[fast]")
    return FastTagger(SHIPPED_FAST if path is None else Path(path))
