"""The tagger: names, titles and the parts of quotations in Arabic news, in one pass over the text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat
from pathlib import Path

import numpy as np

from rawi.annotating.tagging.decode import decode_tags
from rawi.annotating.tagging.folder import open_folder
from rawi.annotating.tagging.pieces import PieceSplitter, read_vocabulary
from rawi.annotating.tagging.session import Session
from rawi.annotating.tagging.spans import joined, moved, within
from rawi.annotating.tagging.windows import WindowConfig, pack_windows
from rawi.annotating.tagging.words import find_words, split_blocks
from rawi.model.span import Span
from rawi.model.tags import Tags


class Tagger:
    """A loaded model. Make one with :func:`load_tagger`; it is not shared between processes or threads.

    ``version`` is a digest of the model's files: the same version gives the same tags for the same text.
    """

    def __init__(self, session: Session, splitter: PieceSplitter, window: WindowConfig, version: str) -> None:
        self._session = session
        self._splitter = splitter
        self._window = window
        self.version = version

    def tag(self, texts: Sequence[str], skipped: Sequence[Sequence[Span]] = ()) -> list[Tags]:
        """The tags of each text, in the order given.

        ``skipped``: for each text, zones that are not read at all (page furniture); texts beyond its end have none.
        Spans are offsets of the texts as given, vowel marks and tatweel included. A text's tags depend on nothing but
        the text, its skipped zones and the model: neither on other texts nor on how they are dealt out.
        """
        if len(skipped) > len(texts):
            raise ValueError(f"skipped zones are given for {len(skipped)} texts, but there are only {len(texts)}")
        zones = chain(skipped, repeat(()))
        return [self._tag(text, of_text) for text, of_text in zip(texts, zones, strict=False)]

    def _tag(self, text: str, skipped: Sequence[Span]) -> Tags:
        return joined([self._tag_block(text, block, skipped) for block in split_blocks(text)])

    def _tag_block(self, text: str, block: Span, skipped: Sequence[Span]) -> Tags:
        part = text if len(block) == len(text) else block.of(text)
        words = find_words(part, within(skipped, block))
        cuts = [self._splitter.split_word(word.form, word.spaced) for word in words]
        windows = pack_windows(words, cuts, self._window)
        if not windows:
            return Tags()
        scores = np.concatenate([self._session.score(window) for window in windows])
        return moved(decode_tags(part, words, scores), block.start)


def load_tagger(path: Path | None = None) -> Tagger:
    """The shipped tagger, or the one in a folder of the same layout (``model.onnx``, ``vocabulary.tsv``,
    ``config.json``).

    Raises ``ModelError`` naming the file that is missing or damaged.

    >>> text = "وقال وزير الخارجية سامي العبدلي إن القمة ستعقد في القاهرة"
    >>> tags = load_tagger().tag([text])[0]
    >>> [(name.label, name.span.of(text)) for name in tags.names]
    [('PER', 'سامي العبدلي'), ('LOC', 'القاهرة')]
    >>> [content.span.of(text) for content in tags.contents]
    ['القمة ستعقد في القاهرة']
    """
    folder = open_folder(path)
    splitter = PieceSplitter(read_vocabulary(folder.vocabulary))
    return Tagger(Session(folder.model), splitter, WindowConfig(pieces=folder.window), folder.version)
