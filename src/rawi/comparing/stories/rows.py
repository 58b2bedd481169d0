"""What stories compare: each article of a corpus is a row, and behind them each segment that may tell a happening.

An article's own row ends where its text turns to another happening (من جهة أخرى): else one that tells of a bridge and
of a ship would be a report of both, and make one story of the two. What stands behind headings and bullets is compared
by itself too, but stays in the article's own row, for more often than not they part one happening.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from rawi.comparing.stories.segments import Segment
from rawi.comparing.words import CorpusWords, Integers, Offsets
from rawi.model.span import Span

_Kind = TypeVar("_Kind", bound=np.generic)


@dataclass(frozen=True, slots=True, eq=False)
class StoryRows:
    """Rows in order: all articles of ``words``, then ``segments``, which have no title.

    ``owners`` tells the article of each row, ``starts`` and ``stops`` its words in the corpus, ``bounds`` where they
    begin among the words of all rows.
    """

    words: CorpusWords
    segments: tuple[Segment, ...]
    owners: Integers
    starts: Integers
    stops: Integers
    bounds: Integers

    @classmethod
    def of(cls, words: CorpusWords, segments: tuple[Segment, ...] = ()) -> StoryRows:
        """The rows of a corpus."""
        owners = [*range(len(words.articles)), *(segment.owner for segment in segments)]
        starts = [*words.bounds[:-1].tolist(), *(segment.start for segment in segments)]
        stops = [*words.bounds[1:].tolist(), *(segment.stop for segment in segments)]
        for segment in segments:
            if segment.mark == "turn":
                stops[segment.owner] = min(stops[segment.owner], segment.start)
        first, last = np.array(starts, dtype=np.int64), np.array(stops, dtype=np.int64)
        bounds = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(last - first)])
        return cls(words, segments, np.array(owners, dtype=np.int64), first, last, bounds)

    @property
    def articles(self) -> int:
        """How many rows are whole articles."""
        return len(self.words.articles)

    def gather(self, of_words: npt.NDArray[_Kind]) -> npt.NDArray[_Kind]:
        """What is known of each word of the corpus, for the words of all rows."""
        if not self.segments:
            return of_words
        parts = zip(self.starts.tolist(), self.stops.tolist())
        return np.concatenate([of_words[start:stop] for start, stop in parts])

    @property
    def word_owners(self) -> Offsets:
        """For each word of all rows the number of its row."""
        return np.repeat(np.arange(len(self.owners), dtype=np.int32), np.diff(self.bounds))

    def span(self, row: int) -> Span:
        """The characters of a row: of a whole article all, else from its first word to its last."""
        owner = int(self.owners[row])
        place, start, stop = self.words.of(owner), int(self.starts[row]), int(self.stops[row])
        if (start, stop) == (place.start, place.stop):
            return Span(0, len(self.words.articles[owner].text))
        return Span(int(self.words.starts[start]), int(self.words.ends[stop - 1]))
