"""Copied text: passages that two articles share, near duplicates, direction, and the agency behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rawi.comparing.reuse.alignment import Alignment, Seeds, align
from rawi.comparing.reuse.candidates import Candidates, block_reuse
from rawi.comparing.reuse.config import ReuseConfig
from rawi.comparing.reuse.origins import find_agencies, find_earlier, find_signature
from rawi.comparing.reuse.seams import mark_seams
from rawi.comparing.words import CorpusWords, Integers, read_words
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Passage, Reason, Reuse
from rawi.model.span import Span


@dataclass(frozen=True, slots=True, eq=False)
class _Copy:
    """A verified pair: article indexes, its passages, shares of characters, and words shared without formulas."""

    first: int
    second: int
    alignment: Alignment
    shares: tuple[float, float]
    word_shares: tuple[float, float]
    plain_words: int


def find_reuse(
    articles: Sequence[AnnotatedArticle], config: ReuseConfig = ReuseConfig(), words: CorpusWords | None = None
) -> tuple[Reuse, ...]:
    """Every pair of articles that share copied text, in the order of their ids.

    ``words`` may be given where they have been read for another comparison already. The result is exact (no chance in
    it) and doesn't depend on the order of the articles.

    >>> from rawi.model.article import Article
    >>> body = "أعلنت الوزارة أن الجسر الجديد على دجلة سيفتح أمام المركبات صباح الأحد بعد انتهاء أعمال الصيانة"
    >>> one, two = (AnnotatedArticle(Article.create(text)) for text in (body + " أمس", "وقد " + body + " كلها"))
    >>> [(reuse.kind, round(reuse.share_a, 1)) for reuse in find_reuse([one, two])]
    [('near_duplicate', 0.9)]
    """
    words = words or read_words(articles)
    candidates = block_reuse(words, config)
    copies = _verify(words, candidates, config)
    pairs = [(copy.first, copy.second) for copy in copies]
    agencies = find_agencies(pairs, [find_signature(article, config) for article in words.articles])
    found = [_reuse(words, copy, agencies.get((copy.first, copy.second)), config) for copy in copies]
    return mark_seams(found, {article.id: len(article.text) for article in words.articles}, config)


def _verify(words: CorpusWords, candidates: Candidates, config: ReuseConfig) -> list[_Copy]:
    seeds = Seeds(words, config)
    lengths = (words.ends - words.starts).astype(np.int64)
    letters = np.concatenate(([0], np.cumsum(lengths)))
    copies = []
    for first, second in zip(candidates.first.tolist(), candidates.second.tolist()):
        alignment = align(seeds, first, second, config)
        if not alignment.passages:
            continue
        sides = ((first, alignment.first_words), (second, alignment.second_words))
        word_shares = tuple(len(found) / int(words.bounds[index + 1] - words.bounds[index]) for index, found in sides)
        plain = _plain(alignment.first_words, candidates)
        longest = max(
            _plain(_within(alignment.first_words, passage.first_start, passage.first_end), candidates)
            for passage in alignment.passages
        )
        short_copy = max(word_shares) >= config.least_share and plain >= config.least_words
        if longest < config.least_passage and not short_copy:
            continue
        shares = tuple(
            float(lengths[found].sum() / (letters[words.bounds[index + 1]] - letters[words.bounds[index]]))
            for index, found in sides
        )
        copies.append(_Copy(first, second, alignment, (shares[0], shares[1]), (word_shares[0], word_shares[1]), plain))
    return copies


def _within(places: Integers, start: int, end: int) -> Integers:
    return places[np.searchsorted(places, start) : np.searchsorted(places, end)]


def _plain(places: Integers, candidates: Candidates) -> int:
    """How many of the words are of no formula."""
    return len(places) - int(np.count_nonzero(candidates.formula[places]))


def _reuse(words: CorpusWords, copy: _Copy, agency: tuple[str, bool] | None, config: ReuseConfig) -> Reuse:
    first, second = words.articles[copy.first], words.articles[copy.second]
    passages = tuple(
        Passage(
            Span(int(words.starts[passage.first_start]), int(words.ends[passage.first_end - 1])),
            Span(int(words.starts[passage.second_start]), int(words.ends[passage.second_end - 1])),
        )
        for passage in copy.alignment.passages
    )
    matched = len(copy.alignment.first_words)
    longest = max(passage.matching for passage in copy.alignment.passages)
    reasons = [
        Reason("shared_words", float(matched), f"{matched} words in {len(passages)} passages, the longest of {longest}")
    ]
    if copy.plain_words < matched:
        formula = (matched - copy.plain_words) / matched
        reasons.append(Reason("formulas", round(formula, 3), f"{matched - copy.plain_words} words of common formulas"))
    earlier, why = find_earlier(first, second, copy.word_shares, config)
    if why:
        reasons.append(why)
    if agency:
        name, credited = agency
        detail = f"credited: {name}" if credited else f"credited by other holders of the text: {name}"
        reasons.append(Reason("agency", 1.0 if credited else 0.5, detail))
    return Reuse(
        a=first.id,
        b=second.id,
        kind="near_duplicate" if min(copy.word_shares) >= config.duplicate_share else "partial",
        share_a=round(min(1.0, copy.shares[0]), 4),
        share_b=round(min(1.0, copy.shares[1]), 4),
        passages=passages,
        earlier=earlier,
        agency=agency[0] if agency else None,
        reasons=tuple(reasons),
    )
