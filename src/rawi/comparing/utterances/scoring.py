"""How much speaks for two renderings being one act of speaking: a card of named points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rawi.comparing.utterances.config import UtterancesConfig
from rawi.comparing.utterances.renderings import Rendering
from rawi.comparing.utterances.voices import VoiceRelation, relate_voices
from rawi.model.corpus import Reason, Reuse, Story
from rawi.model.span import Span, cover


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the corpus knows of the articles: their stories, and the passages that pairs of them share."""

    stories: dict[str, frozenset[str]]
    passages: dict[tuple[str, str], tuple[tuple[Span, Span], ...]]

    @classmethod
    def of(cls, reuse: Sequence[Reuse], stories: Sequence[Story]) -> Surroundings:
        """The surroundings that copied passages and stories give."""
        named: dict[str, set[str]] = {}
        for story in stories:
            for article in story.articles:
                named.setdefault(article, set()).add(story.id)
        passages = {(link.a, link.b): tuple((passage.a, passage.b) for passage in link.passages) for link in reuse}
        return cls({article: frozenset(found) for article, found in named.items()}, passages)

    def linked(self) -> Iterator[tuple[str, str]]:
        """Pairs of articles, in order, that share a story or passages; some of them twice."""
        yield from self.passages
        tellers: dict[str, list[str]] = {}
        for article in sorted(self.stories):
            for story in sorted(self.stories[article]):
                tellers.setdefault(story, []).append(article)
        for articles in tellers.values():
            yield from combinations(articles, 2)

    def same_story(self, first: Rendering, second: Rendering) -> bool:
        """Whether the two stand in one article or in articles of one story."""
        if first.article == second.article:
            return True
        return bool(self.stories.get(first.article, frozenset()) & self.stories.get(second.article, frozenset()))

    def copied(self, first: Rendering, second: Rendering) -> bool:
        """Whether both lie in one and the same copied passage."""
        left, right = (first, second) if first.article < second.article else (second, first)
        spans = cover(left.quotation.content), cover(right.quotation.content)
        for passage, other in self.passages.get((left.article, right.article), ()):
            if passage.overlaps(spans[0]) and other.overlaps(spans[1]):
                # Where each begins inside the passage, as a part of it: one copy puts them at about the same place.
                places = (spans[0].start - passage.start) / len(passage), (spans[1].start - other.start) / len(other)
                if abs(places[0] - places[1]) * min(len(passage), len(other)) <= max(map(len, spans)) / 2:
                    return True
        return False


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two renderings mean in common, 0..1 each: the ``containment`` and ``cosine`` of all their words, and
    the highest cosine of any ``clause`` of one with one of the other."""

    containment: float
    cosine: float
    clause: float


_VOICES: dict[VoiceRelation, str] = {
    "same": "one speaker",
    "like": "names that may be one person's",
    "unknown": "a speaker is not named",
    "one_state": "bodies of one state",
    "other_voice": "an office or body on one side, a person on the other",
    "other_body": "two offices or bodies of different names",
    "other_speaker": "two persons",
}
# As the reasons call them, where that is not their own name.
_FEATURES: dict[VoiceRelation, str] = {"same": "same_speaker", "like": "like_speaker", "unknown": "unknown_speaker"}


def score_renderings(
    first: Rendering,
    second: Rendering,
    likeness: Likeness,
    surroundings: Surroundings,
    config: UtterancesConfig = UtterancesConfig(),
) -> tuple[float, tuple[Reason, ...]]:
    """The score of a pair (0..1) and the points it is made of."""
    told = share_told_inside(first, second)
    if told:
        # A report and the speech inside it stand in one place: one act, told through one more mouth.
        whole = config.told_inside if told >= config.told_share else 0.0
        return whole, (Reason("told_inside", round(told, 3), "one lies in the words of the other"),)
    said = f"{likeness.containment:.0%} of the shorter rendering's weight"
    points = [
        Reason("shared_meaning", round(config.meaning(likeness.containment, likeness.cosine, likeness.clause), 3), said)
    ]

    def point(feature: str, score: float, detail: str) -> None:
        points.append(Reason(feature, score, detail))

    one_article = first.article == second.article
    copied = surroundings.copied(first, second)
    if copied:
        point("copied", config.copied, "both lie in one copied passage")
    if one_article:
        points += _in_one_article(first, second, config)
    elif surroundings.same_story(first, second):
        point("same_story", config.same_story, "told in one story")
    order = order_of_shared(first.meanings, second.meanings)
    if order > 0:
        point("in_order", round(config.in_order * order, 3), "shared words stand in one order")
    headed = one_article and first.headline != second.headline
    voices = relate_voices(first.voice, second.voice, one_article=one_article)
    if not (voices == "other_speaker" and copied) and not (voices in ("unknown", "one_state") and headed):
        cost = config.cost_of(voices)
        points.append(Reason(_FEATURES.get(voices, voices), -cost if cost else 0.0, _VOICES[voices]))
    if first.numbers and second.numbers and not first.numbers & second.numbers:
        point("numbers", -config.numbers, "the numbers differ")
    differ = first.denied ^ second.denied
    if differ and not first.denied & second.denied and differ & set(first.meanings) & set(second.meanings):
        point("negation", -config.negation, "one denies what the other says")
    return max(0.0, min(1.0, round(sum(reason.score for reason in points), 6))), tuple(points)


def _in_one_article(first: Rendering, second: Rendering, config: UtterancesConfig) -> Iterator[Reason]:
    """An article tells words again below a headline or lead that sums them up, or after a report of them."""
    earlier, later = sorted((first, second), key=lambda rendering: rendering.quotation.content[0].start)
    if earlier.headline and not later.headline:
        yield Reason("headline", config.headline, "a headline sums up the words of its article")
    elif earlier.lead:
        yield Reason("lead", config.lead_points, "the first lines sum up the words of their article")
    if earlier.quotation.kind == "indirect" and later.quotation.kind != "indirect":
        yield Reason("then_quoted", config.then_quoted, "words are reported, then quoted")
    if later.goes_on:
        yield Reason("goes_on", -config.goes_on, "the cue says that more is said")


def share_told_inside(first: Rendering, second: Rendering) -> float:
    """The part of the longer one's characters that the other shares, where they are of one article; else 0."""
    if first.article != second.article:
        return 0.0
    common = sum(
        max(0, min(span.end, other.end) - max(span.start, other.start))
        for span in first.quotation.content
        for other in second.quotation.content
    )
    return common / max(sum(map(len, rendering.quotation.content)) for rendering in (first, second))


def order_of_shared(first: Sequence[str], second: Sequence[str]) -> float:
    """How far the words shared stand in one order: 1 in the same, 0 where fewer than three are shared.

    >>> order_of_shared("سحب قوت عرق بلد".split(), "سحب كل قوت عرق".split())
    1.0
    """
    place: dict[str, int] = {}
    for at, root in enumerate(second):
        place.setdefault(root, at)
    places = [place[root] for root in dict.fromkeys(first) if root in place]
    if len(places) < 3:
        return 0.0
    best: list[int] = []
    for end, value in enumerate(places):
        best.append(1 + max((best[at] for at in range(end) if places[at] < value), default=0))
    return round(max(best) / len(places), 3)
