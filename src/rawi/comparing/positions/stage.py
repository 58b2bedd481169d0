"""The stage: one actor's statements, gathered by issue and told in order of time."""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rawi.arabic.quantities.word_sets import word_set
from rawi.comparing.articles import read_layers
from rawi.comparing.positions.stances import is_negation, read_stance
from rawi.comparing.stems import crude_root
from rawi.comparing.words import fold_words, split_words
from rawi.model.annotation import AnnotatedArticle, Quotation
from rawi.model.corpus import Citation, Position, PositionStance, QuotationReference
from rawi.model.dates import tell_dates
from rawi.model.identifiers import make_id
from rawi.model.labels import Polarity, SpeechAct, Stance


@dataclass(frozen=True, slots=True)
class PositionsConfig:
    """When statements are about one issue.

    same_issue: least likeness (Dice over weighted stems, 0..1) of a statement with the one that founded the issue;
      0.25 joins renderings of one demand over a year and keeps a speaker's other subjects apart (five seeds, read).
    shared_words: stems that they must share. common: a stem in more of an actor's statements than this opens no issue.
    same_utterance: statements so alike are one utterance printed twice, not a position held.
    same_claim: likeness from which an opposite statement of a later day takes the earlier one back.
    least_articles: an issue told by fewer articles is no line that could be followed. label_words: words of its name.
    background: statements that a small corpus is thought to lie in, so that rare words can be told.
    longest_words: characters of a statement shown as its value.
    """

    same_issue: float = 0.25
    shared_words: int = 2
    common: int = 60
    same_utterance: float = 0.7
    same_claim: float = 0.4
    least_articles: int = 2
    label_words: int = 4
    background: int = 500
    longest_words: int = 200


@dataclass(frozen=True, slots=True)
class _Said:
    article: str
    quotation: str
    start: int
    end: int
    day: str | None
    days: str | None
    actor: str
    name: str
    stems: frozenset[str]
    contents: tuple[str, ...]
    polarity: Polarity
    act: SpeechAct
    words: str

    @property
    def order(self) -> tuple[str, str, int]:
        return self.day or "", self.article, self.start

    @property
    def surfaces(self) -> tuple[tuple[str, str], ...]:
        """The words that say something, as stems and as they are printed."""
        return tuple((crude_root(word), printed) for word, printed in _cut(self.contents) if _tells(word))

    @property
    def folded(self) -> tuple[str, ...]:
        """All words, folded."""
        return tuple(word for word, _ in _cut(self.contents))


# The words of a corpus's statements would fill the memory, so they are cut anew where a line is told of them.
@functools.lru_cache(maxsize=1 << 12)
def _cut(contents: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Words of a statement, folded and as they are printed."""
    return tuple((word, content[start:end]) for content in contents for start, end, word in split_words(content))


def _tells(word: str) -> bool:
    return word not in _EMPTY and len(word) > 2


# Whose words are a position: a document or the outlet holds none of its own.
_ACTORS = frozenset(["person", "organisation", "collective", "anonymous", None])
_EMPTY = word_set(
    "في من علي الي عن مع بعد قبل خلال حتي بين عند ان انه انها التي الذي الذين هو هي كما لكن ثم او ما قد كان "
    "كانت هذا هذه ذلك تلك كل بعض و ومن وفي وعلي وان وقد اي به بها له لها فيه فيها ايضا نحن هم لا لم لن ليس "
    "ليست يكون تكون هناك عدم غير لدي لدينا اجل وليس ولا ولم ولن يجب ينبغي يمكن سوف يتم تتم لقد وانه وانها اننا انا"
)


def find_positions(
    articles: Sequence[AnnotatedArticle], config: PositionsConfig = PositionsConfig()
) -> tuple[Position, ...]:
    """Each actor's positions, in the order of their ids, the same whatever the order of the input. Own method.

    A later statement that turns an asserted position into a denied one (or the reverse) is "withdrawn".
    """
    by_actor: dict[str, list[_Said]] = {}
    for article in read_layers(articles, "quotations"):
        for quotation in article.quotations:
            said = _read(article, quotation, config)
            if said is not None and len(said.stems) >= config.shared_words:
                by_actor.setdefault(said.actor, []).append(said)
    counts = Counter(stem for found in by_actor.values() for said in found for stem in said.stems)
    total = sum(map(len, by_actor.values())) + config.background
    weights = {stem: math.log(total / count) for stem, count in counts.items()}
    positions = [
        _position(group, weights, config)
        for actor in sorted(by_actor)
        for group in _group(sorted(by_actor[actor], key=lambda said: said.order), weights, config)
        if _is_line(group, weights, config)
    ]
    return tuple(sorted(positions, key=lambda position: position.id))


def _is_line(group: Sequence[_Said], weights: Mapping[str, float], config: PositionsConfig) -> bool:
    """Whether the statements are more than one utterance in several papers."""
    if len({said.article for said in group}) < config.least_articles:
        return False
    founder = group[0]
    stances = _stances(group)
    return any(
        stance != stances[0] or _dice(said.stems, founder.stems, weights) < config.same_utterance
        for said, stance in zip(group[1:], stances[1:])
    )


def _read(article: AnnotatedArticle, quotation: Quotation, config: PositionsConfig) -> _Said | None:
    if not quotation.content or not (quotation.source_entity or quotation.source_name):
        return None
    if quotation.source_kind not in _ACTORS:
        return None
    contents = tuple(span.of(article.text) for span in quotation.content)
    stems = {crude_root(word) for content in contents for word in fold_words(content) if _tells(word)}
    start, end = quotation.content[0].start, quotation.content[-1].end
    words = " ".join(article.text[start:end].split())
    if len(words) > config.longest_words:
        words = words[: config.longest_words].rsplit(" ", 1)[0] + " …"
    return _Said(
        article=article.id,
        quotation=quotation.id,
        start=start,
        end=end,
        day=article.published.first_day,
        days=tell_dates(article.published.earliest, article.published.latest),
        actor=quotation.source_entity or quotation.source_name or "",
        name=quotation.source_name or quotation.source_entity or "",
        stems=frozenset(stems),
        contents=contents,
        polarity=quotation.polarity,
        act=quotation.act,
        words=words,
    )


def _group(statements: Sequence[_Said], weights: Mapping[str, float], config: PositionsConfig) -> list[list[_Said]]:
    """Issues: each statement joins the earliest founder that it is like enough, or founds one."""
    groups: list[list[_Said]] = []
    index: dict[str, list[int]] = {}
    for said in statements:
        shared: Counter[int] = Counter()
        for stem in said.stems:
            shared.update(index.get(stem, ()))
        best = max(
            (
                (_dice(said.stems, groups[number][0].stems, weights), -number)
                for number, count in shared.items()
                if count >= config.shared_words
            ),
            default=(0.0, 0),
        )
        if best[0] >= config.same_issue:
            groups[-best[1]].append(said)
            continue
        groups.append([said])
        for stem in said.stems:
            opened = index.setdefault(stem, [])
            if len(opened) < config.common:
                opened.append(len(groups) - 1)
    return groups


def _dice(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    total = math.fsum(weights[stem] for stem in one) + math.fsum(weights[stem] for stem in other)
    return 2 * math.fsum(weights[stem] for stem in one & other) / total if total else 0.0


def _position(group: Sequence[_Said], weights: Mapping[str, float], config: PositionsConfig) -> Position:
    stances = []
    told = _stances(group)
    for place, (said, stance) in enumerate(zip(group, told)):
        turned = _turns(place, group, told, weights, config)
        stances.append(
            PositionStance(
                "withdrawn" if turned else stance,
                Citation(said.article, said.start, said.end, said.words, said.days, said.name),
                QuotationReference(said.article, said.quotation),
            )
        )
    founder = group[0]
    return Position(
        id=make_id("p", founder.actor, founder.article, founder.quotation),
        actor=founder.name,
        issue=_label(group, weights, config),
        stances=tuple(stances),
    )


def _turns(
    place: int, group: Sequence[_Said], told: Sequence[Stance], weights: Mapping[str, float], config: PositionsConfig
) -> bool:
    """Whether a statement takes back what its speaker said on an earlier day, and has not said so before.

    Two papers of one day render one position, and a reprint of the same words is no turn whatever its cue.
    """
    said, stance = group[place], told[place]
    if stance not in ("asserted", "denied"):
        return False
    before = [
        (other, how, _dice(said.stems, other.stems, weights))
        for other, how in zip(group[:place], told)
        if (other.day or "") < (said.day or "") and not _is_reprint(said, other, weights, config)
    ]
    opposed = [alike for _, how, alike in before if {how, stance} == {"asserted", "denied"}]
    held = [alike for _, how, alike in before if how == stance]
    most = max(opposed, default=0.0)
    return most >= config.same_claim and max(held, default=0.0) < most


def _is_reprint(said: _Said, other: _Said, weights: Mapping[str, float], config: PositionsConfig) -> bool:
    """Whether both are the same words, denials included."""
    if sum(map(is_negation, said.folded)) != sum(map(is_negation, other.folded)):
        return False
    return _dice(said.stems, other.stems, weights) >= config.same_utterance


def _stances(group: Sequence[_Said]) -> list[Stance]:
    """The stance of each statement on what at least two of them speak of."""
    issue = _shared(group)
    return [read_stance(said.folded, said.polarity, said.act, lambda word: crude_root(word) in issue) for said in group]


def _shared(group: Sequence[_Said]) -> frozenset[str]:
    counts = Counter(stem for said in group for stem in said.stems)
    return frozenset(stem for stem, count in counts.items() if count > 1)


def _label(group: Sequence[_Said], weights: Mapping[str, float], config: PositionsConfig) -> str:
    """The issue's name: the words in a row of the founder that hold most of what the others speak of too."""
    shared = _shared(group)
    tokens = group[0].surfaces
    best, told = (0.0, 0), tokens[: config.label_words]
    for start in range(len(tokens)):
        for end in range(start + 1, min(len(tokens), start + config.label_words) + 1):
            row = tokens[start:end]
            if row[0][0] not in shared or row[-1][0] not in shared:
                continue
            weight = math.fsum(weights[stem] for stem in dict.fromkeys(stem for stem, _ in row) if stem in shared)
            if (weight, start - end) > best:
                best, told = (weight, start - end), row
    return " ".join(word for _, word in told)
