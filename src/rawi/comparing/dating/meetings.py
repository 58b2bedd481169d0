"""Contacts of known persons: two articles that tell of the same two persons' meeting tell of the same day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rawi.comparing.dating.links import DateLink, ReadArticle
from rawi.comparing.dating.offices import countries_of, find_full_names, holder_names
from rawi.comparing.dating.settings import DatingConfig
from rawi.comparing.stems import strip_proclitics
from rawi.knowledge import Knowledge
from rawi.model.annotation import Evidence
from rawi.model.span import Span

# Words of contact, without proclitics: they met, received, visited, talked.
_CONTACT = (
    *(
        "التقي",
        "يلتقي",
        "لقاء",
        "لقايه",
        "لقاوه",
        "اجتمع",
        "اجتماع",
        "استقبل",
        "استقبال",
        "زار",
        "زياره",
        "زيارت",
        "محادثات",
        "مباحثات",
    ),
    *("قمه", "موتمر صحفي", "موتمر صحافي", "مشترك", "استضاف"),
)


@dataclass(frozen=True, slots=True)
class _Meeting:
    place: int
    span: Span
    head: bool
    timed: bool


def find_meeting_links(
    articles: Sequence[ReadArticle], knowledge: Knowledge, config: DatingConfig = DatingConfig()
) -> tuple[DateLink, ...]:
    """Links between articles that tell of a contact of the same two holders of office, in the order of the articles."""
    names, countries = holder_names(knowledge), countries_of(knowledge)
    told: dict[tuple[str, str], list[_Meeting]] = defaultdict(list)
    for place, article in enumerate(articles):
        # A surname alone is anybody's: its owner must be named in full somewhere in the article.
        present = find_full_names(article.view, knowledge)
        if len(present) < 2:
            continue
        for pair, meeting in _meetings(place, article, names, countries, present):
            told[pair].append(meeting)
    links: dict[tuple[int, int], tuple[int, DateLink]] = {}
    for pair in sorted(told):
        meetings = told[pair]
        if len({meeting.place for meeting in meetings}) > config.meeting_articles:
            continue
        for first, second in combinations(meetings, 2):
            if first.place == second.place or not (first.head or second.head):
                continue
            if not (first.head or first.timed) or not (second.head or second.timed):
                continue
            key = (first.place, second.place)
            rank = _rank(first) + _rank(second)
            if key not in links or links[key][0] < rank:
                links[key] = (rank, _link(articles, first, second))
    return tuple(links[key][1] for key in sorted(links))


def _rank(meeting: _Meeting) -> int:
    """How well a sentence dates the contact: by a day or week in it, then by standing at the head."""
    return 2 * meeting.timed + meeting.head


def _link(articles: Sequence[ReadArticle], first: _Meeting, second: _Meeting) -> DateLink:
    ids = [articles[meeting.place].annotated.id for meeting in (first, second)]
    evidence = tuple(
        Evidence(name, meeting.span.start, meeting.span.end, "tells of a contact of the same two persons")
        for name, meeting in zip(ids, (first, second))
    )
    return DateLink(ids[0], ids[1], "told_event", 0.5, evidence)


def _meetings(
    place: int,
    article: ReadArticle,
    names: Mapping[str, str],
    countries: Mapping[str, frozenset[str]],
    present: frozenset[str],
) -> list[tuple[tuple[str, str], _Meeting]]:
    """The sentences that name two persons of different countries and a contact: colleagues meet too often."""
    skipped = [zone.span for zone in article.annotated.zones if zone.kind in ("furniture", "headline", "heading")]
    found: list[tuple[tuple[str, str], _Meeting]] = []
    heads = 0
    for span in article.view.sentences:
        if any(other.overlaps(span) for other in skipped):
            continue
        heads += 1
        folds = [token.fold for token in article.view.tokens if span.start <= token.start < span.end]
        bare = [strip_proclitics(fold) for fold in folds]
        persons = sorted({names[word] for word in (*folds, *bare) if word in names and names[word] in present})
        if len(persons) < 2 or not any(word.startswith(_CONTACT) for word in (*folds, *bare)):
            continue
        timed = any(
            span.start <= time.start < span.end
            and (time.meaning.kind in ("day", "weekday") or time.meaning.day is not None or time.meaning.unit == "W")
            and time.meaning.cue != "future"
            for time in article.found
        )
        meeting = _Meeting(place, span, heads <= 2, timed)
        found += [
            ((first, second), meeting)
            for first, second in combinations(persons[:4], 2)
            if not countries[first] & countries[second]
        ]
    return found
