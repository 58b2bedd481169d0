"""All links of a corpus that bear on the dates of its articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rawi.comparing.dating.compared import has_undated, link_reuse, link_stories, link_utterances
from rawi.comparing.dating.links import DateLink, find_told_links
from rawi.comparing.dating.meetings import find_meeting_links
from rawi.comparing.dating.readings import Readings
from rawi.comparing.reuse.finding import find_reuse
from rawi.comparing.stories.pairs import score_stories
from rawi.comparing.utterances import group_utterances
from rawi.comparing.words import CorpusWords, read_words
from rawi.knowledge import Knowledge
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Reuse

_LIKELY = 0.5


def find_links(articles: Sequence[AnnotatedArticle], knowledge: Knowledge) -> tuple[DateLink, ...]:
    """Copies, reports of one happening, renderings of one utterance, told events and meetings of the same persons.

    Nothing is sought where every article's day is given: links could tell nothing new.
    """
    if not has_undated(articles):
        return ()
    read = Readings(articles)
    words = read_words(articles)
    reuse = find_reuse((), words=words)
    return (
        *link_reuse(reuse),
        *link_stories(_reports_of_one(words, reuse)),
        *link_utterances(group_utterances(articles, reuse)),
        *find_told_links(read),
        *find_meeting_links(read, knowledge),
    )


def _reports_of_one(words: CorpusWords, reuse: Sequence[Reuse]) -> Mapping[tuple[str, str], float]:
    """Pairs of articles with the probability that they report the very same happening, where it is not small."""
    scored = score_stories((), reuse, words=words)
    names = [article.id for article in scored.words.articles]
    likely = scored.probabilities >= _LIKELY
    return {
        (names[pair // len(names)], names[pair % len(names)]): probability
        for pair, probability in zip(scored.pairs[likely].tolist(), scored.probabilities[likely].tolist())
    }
