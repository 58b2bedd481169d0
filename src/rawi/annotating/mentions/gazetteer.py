"""The gazetteer: names that a well-read person knows, found in running text by their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rawi.annotating.mentions.sheet import Sheet
from rawi.annotating.mentions.words import NO_NAMES
from rawi.arabic.clitics import find_proclitics
from rawi.arabic.names import arabic_given_names, split_name, strip_article
from rawi.arabic.tokens import tokenize
from rawi.model.labels import MentionType

# A surname is trusted alone when it can hardly be a word: this many letters, no article, no Arabic given name.
_SHORTEST_SURNAME = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to write a known name. ``weak`` entries are also everyday words: they need support from the context."""

    words: tuple[str, ...]
    id: str
    name: str
    type: MentionType
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that stands at a token: ``cut`` letters of it come before the name, ``last`` is not included."""

    entry: Entry
    cut: int
    last: int


@dataclass(slots=True)
class Gazetteer:
    """Known names by their first word. ``surnames`` hold family names that may stand alone for a person.

    ``families`` are family names of nobody in particular, without their articles.
    """

    entries: dict[str, tuple[Entry, ...]]
    surnames: dict[str, tuple[Entry, ...]]
    nationalities: frozenset[str]
    families: frozenset[str] = frozenset()
    _readings: dict[str, tuple[tuple[int, tuple[Entry, ...]], ...]] = field(default_factory=dict)

    @classmethod
    def build(cls, names: Iterable[Entry], nationalities: Iterable[str], families: Iterable[str] = ()) -> Gazetteer:
        """A gazetteer of these names. Of two entries with the same words the first given stays."""
        first: dict[str, dict[tuple[str, ...], Entry]] = {}
        surnames: dict[str, dict[str, Entry]] = {}
        for entry in names:
            if not entry.words:
                continue
            first.setdefault(entry.words[0], {}).setdefault(entry.words, entry)
            parts = split_name(" ".join(entry.words)) if entry.type == "PER" else ()
            if len(parts) > 1:
                surnames.setdefault(parts[-1], {}).setdefault(entry.id, entry)
        return cls(
            {
                word: tuple(sorted(group.values(), key=lambda entry: (-len(entry.words), entry.words)))
                for word, group in first.items()
            },
            {word: tuple(group.values()) for word, group in surnames.items()},
            frozenset(nationalities),
            frozenset(strip_article(family) for family in families),
        )

    def find_at(self, sheet: Sheet, index: int) -> Found | None:
        """The longest known name that starts in a token, with the least cut, or None."""
        best: Found | None = None
        for cut, entries in self.readings(sheet.folds[index]):
            for entry in entries:
                last = index + len(entry.words)
                if best is not None and last <= best.last:
                    break
                if self._continues(sheet, index, entry.words):
                    best = Found(entry, cut, last)
                    break
        return best

    def readings(self, word: str) -> tuple[tuple[int, tuple[Entry, ...]], ...]:
        """The ways to cut a word so that a known name starts behind the cut, with those names, longest first."""
        known = self._readings.get(word)
        if known is None:
            known = tuple(
                (reading.cut, self.entries[reading.stem])
                for reading in find_proclitics(word)
                if reading.stem in self.entries
            )
            if len(self._readings) < _REMEMBERED:
                self._readings[word] = known
        return known

    @staticmethod
    def _continues(sheet: Sheet, index: int, words: tuple[str, ...]) -> bool:
        last = index + len(words)
        if last > len(sheet.folds) or tuple(sheet.folds[index + 1 : last]) != words[1:]:
            return False
        return all(sheet.are_joined(place) for place in range(index + 1, last))

    def knows(self, words: tuple[str, ...]) -> Entry | None:
        """The entry with exactly these words."""
        return next((entry for entry in self.entries.get(words[0], ()) if entry.words == words), None)

    def surname(self, word: str) -> Entry | None:
        """A known person whose family name this surely is, standing alone (أوباما), or None."""
        holders = self.surnames.get(word, ())
        if (
            not holders
            or word.startswith("ال")
            or len(word) < _SHORTEST_SURNAME
            or word in arabic_given_names() | NO_NAMES
        ):
            return None
        return holders[0] if len(holders) == 1 else None


_REMEMBERED = 200_000


def entry_words(name: str) -> tuple[str, ...]:
    """A name's folded tokens.

    >>> entry_words("الأمم المتحدة")
    ('الامم', 'المتحده')
    """
    return tuple(token.fold for token in tokenize(name))


def spell_out(id_: str, name: str, aliases: Iterable[str], kind: MentionType, *, weak_single: bool) -> Iterator[Entry]:
    """The entries of one known thing: its usual name and its aliases. ``weak_single``: single words need support."""
    for spelling in (name, *aliases):
        words = entry_words(spelling)
        if words and any(len(word) > 1 for word in words):
            weak = len(words) == 1 and (weak_single or len(words[0]) < _SHORTEST_SAFE)
            yield Entry(words, id_, name, kind, weak)


_SHORTEST_SAFE = 3
