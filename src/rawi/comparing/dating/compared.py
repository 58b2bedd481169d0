"""Links that other comparisons found: copied text, reports of one happening, renderings of one utterance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rawi.comparing.dating.links import DateLink, DateLinkKind
from rawi.comparing.dating.readings import heads
from rawi.model.annotation import AnnotatedArticle, Evidence
from rawi.model.corpus import Reuse, Utterance


@dataclass(frozen=True, slots=True)
class ComparedLinksConfig:
    """Which finds of other comparisons say when an article appeared.

    reuse_share: share of the shorter text that must be copied; on saudinewsnet's dated outlets 97 of 100 such pairs
        appeared within 7 days of one another, of pairs from 0.5 on only 91.
    story_score: probability that two reports are of one happening; from 0.98 on 98 of 100 pairs appeared within 7 days,
        from 0.9 to 0.95 only 92 (trainings, telegrams and matches recur).
    story_articles: a story of more articles is linked through its first ones only.
    """

    reuse_share: float = 0.65
    story_score: float = 0.98
    story_articles: int = 40


def has_undated(articles: Sequence[AnnotatedArticle]) -> bool:
    """Whether some article's day is not given: only then can links tell anything."""
    return any(
        annotated.published.basis != "given" or annotated.published.earliest != annotated.published.latest
        for annotated in heads(articles)
    )


def link_reuse(reuse: Sequence[Reuse], config: ComparedLinksConfig = ComparedLinksConfig()) -> tuple[DateLink, ...]:
    """Links for copied text, each citing a copied passage in both articles, in the order given.

    >>> from rawi.model.corpus import Passage
    >>> from rawi.model.span import Span
    >>> copied = Reuse("a", "b", "near_duplicate", 0.9, 0.95, (Passage(Span(0, 80), Span(3, 83)),))
    >>> [(link.kind, link.score, len(link.evidence)) for link in link_reuse([copied])]
    [('near_duplicate', 0.95, 2)]
    """
    links = []
    for pair in reuse:
        share = max(pair.share_a, pair.share_b)
        if pair.kind != "near_duplicate" and share < config.reuse_share:
            continue
        kind: DateLinkKind = "near_duplicate" if pair.kind == "near_duplicate" else "reuse"
        longest = max(pair.passages, key=lambda passage: (len(passage.a), -passage.a.start), default=None)
        evidence = (
            ()
            if longest is None
            else (
                Evidence(pair.a, longest.a.start, longest.a.end, "shares its words"),
                Evidence(pair.b, longest.b.start, longest.b.end, "shares its words"),
            )
        )
        links.append(DateLink(pair.a, pair.b, kind, share, evidence))
    return tuple(links)


def link_stories(
    pairs: Mapping[tuple[str, str], float], config: ComparedLinksConfig = ComparedLinksConfig()
) -> tuple[DateLink, ...]:
    """Links for pairs of reports that are all but surely of one happening; ``pairs`` gives each pair's probability."""
    return tuple(
        DateLink(first, second, "story", score, _whole(first, second, "tells the same happening"))
        for (first, second), score in sorted(pairs.items())
        if score >= config.story_score
    )


def link_utterances(
    utterances: Sequence[Utterance], articles: Mapping[str, AnnotatedArticle] | None = None
) -> tuple[DateLink, ...]:
    """Links for articles that render the same act of speaking, in the order of the utterances."""
    links: dict[tuple[str, str], DateLink] = {}
    for utterance in utterances:
        if utterance.relation == "paraphrase":
            continue  # words of one speaker on one matter recur
        names = sorted({quotation.article for quotation in utterance.quotations})
        for first, second in combinations(names, 2):
            evidence = _whole(first, second, "gives the same words of one speaker")
            links.setdefault((first, second), DateLink(first, second, "utterance", 0.9, evidence))
    return tuple(links.values())


def _whole(first: str, second: str, why: str) -> tuple[Evidence, ...]:
    return Evidence(first, 0, 0, why), Evidence(second, 0, 0, why)
