"""What identity compares: each article's entities, with all that the article says of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from sys import intern

from rawi.arabic.letters import fold, strip_marks
from rawi.arabic.names import split_name
from rawi.knowledge import Knowledge
from rawi.model.annotation import AnnotatedArticle, Mention
from rawi.model.corpus import Entity
from rawi.model.labels import MentionType

_PLACES = frozenset({"LOC", "GPE", "FAC"})
# A bare surname is weaker than any full name: its own block.
_FULL = 2


@dataclass(frozen=True, slots=True)
class Node:
    """One entity of one article that the tables don't know. ``place`` is its article's number in the order of ids."""

    place: int
    id: str
    type: MentionType
    name: str
    parts: tuple[str, ...]
    spellings: tuple[str, ...]
    titles: tuple[frozenset[str], ...]
    mentions: int


@dataclass(slots=True)
class Known:
    """An entity of the tables, with what the corpus calls it."""

    id: str
    knowledge: str
    type: MentionType
    name: str
    spellings: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    places: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article says around its names: the names themselves, its country, and the days it may be from."""

    company: frozenset[str]
    country: str | None
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Collected:
    """All nodes, known entities by id, one setting an article, and who speaks without a name."""

    nodes: tuple[Node, ...]
    known: dict[str, Known]
    settings: tuple[Setting, ...]
    unnamed: tuple[Entity, ...] = ()


def collect_nodes(articles: Iterable[AnnotatedArticle], knowledge: Knowledge) -> Collected:
    """The entities of all articles. ``articles`` must be in the order of their ids."""
    nodes: list[Node] = []
    known: dict[str, Known] = {}
    settings: list[Setting] = []
    unnamed: list[Entity] = []
    countries = {country.code for country in knowledge.countries}
    homes = {place.id: place.country for place in knowledge.places}
    for place, annotated in enumerate(articles):
        groups: dict[str, list[Mention]] = defaultdict(list)
        for mention in annotated.mentions:
            if mention.entity is not None:
                groups[mention.entity].append(mention)
        company: list[str] = []
        spoken: Counter[str] = Counter()
        speakers = {quotation.source_entity for quotation in annotated.quotations}
        for entity, mentions in groups.items():
            first = mentions[0]
            if first.knowledge is not None:
                _add_known(known, entity, mentions, annotated.text, place)
                company.append(intern(first.knowledge))
                country = first.knowledge if first.knowledge in countries else homes.get(first.knowledge)
                if country:
                    spoken[country] += len(mentions)
                continue
            node = _node(place, entity, mentions, annotated.text)
            if node is not None:
                nodes.append(node)
                company.append(intern(" ".join(node.parts)))
            elif entity in speakers:
                # مسؤول رفيع can't be met again in another article, but what he said is his.
                unnamed.append(Entity(entity, first.type, first.name or "", (), len(mentions), 1, ()))
        published = annotated.published
        country = max(sorted(spoken), key=lambda code: spoken[code]) if spoken else None
        settings.append(Setting(frozenset(company), country, published.earliest, published.latest))
    return Collected(tuple(nodes), known, tuple(settings), tuple(unnamed))


def _add_known(known: dict[str, Known], entity: str, mentions: Sequence[Mention], text: str, place: int) -> None:
    first = mentions[0]
    entry = known.get(entity)
    if entry is None:
        entry = known[entity] = Known(entity, first.knowledge or "", first.type, first.name or "")
    entry.mentions += len(mentions)
    entry.places.add(place)
    entry.spellings.update(
        surface for mention in mentions if mention.form == "name" for surface in (_surface(mention, text),)
    )


def _node(place: int, entity: str, mentions: Sequence[Mention], text: str) -> Node | None:
    """The entity as a node; None for one that the article never names (مسؤول رفيع): it can't be met again."""
    named = [mention for mention in mentions if mention.form == "name" or (mention.type == "ORG" and mention.score)]
    if not named:
        return None
    spellings = tuple(dict.fromkeys(_surface(mention, text) for mention in named))
    name = named[0].name or spellings[0]
    kind = named[0].type
    parts = split_name(name) if kind == "PER" else tuple(fold(word) for word in name.split())
    if not parts:
        return None
    titles = {_title_words(mention.title.of(text)) for mention in mentions if mention.title is not None}
    return Node(
        place,
        entity,
        "LOC" if kind in _PLACES else kind,
        intern(name),
        tuple(intern(part) for part in parts),
        spellings,
        tuple(sorted((words for words in titles if words), key=sorted)),
        len(mentions),
    )


def _surface(mention: Mention, text: str) -> str:
    words = " ".join(strip_marks(text[mention.start : mention.end]).split())
    return intern("ا" + words[1:] if words.startswith("لل") and len(words) > _FULL + 2 else words)


def _title_words(title: str) -> frozenset[str]:
    """A title's folded words without ال."""
    words = (fold(word) for word in strip_marks(title).split())
    return frozenset(word[2:] if word.startswith("ال") and len(word) > 4 else word for word in words)


def find_rare_company(settings: Iterable[Setting], share: float, least: int) -> frozenset[str]:
    """Names that few articles speak of, but more than one: sharing them tells something."""
    counts: Counter[str] = Counter()
    articles = 0
    for setting in settings:
        counts.update(setting.company)
        articles += 1
    most = max(least, int(share * articles))
    return frozenset(name for name, count in counts.items() if 1 < count <= most)
