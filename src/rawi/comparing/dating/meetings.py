"""Contacts of known persons: two articles that tell of the same two persons' meeting tell of the same day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rawi.comparing.dating.links import DateLink
from rawi.comparing.dating.offices import countries_of, find_full_names, holder_names
from rawi.comparing.dating.readings import ReadArticle
from rawi.comparing.dating.settings import DatingConfig
from rawi.comparing.stems import strip_proclitics
from rawi.comparing.words import fold_words
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
        words = set(fold_words(article.annotated.text))
        if len({names[form] for word in words for form in (word, strip_proclitics(word)) if form in names}) < 2:
            continue  # told before the text is cut up: few articles name two holders of office
        contacts = _contacts(article, names)
        # A surname alone is anybody's: its owner must be named in full somewhere in the article.
        present = find_full_names(article.view, knowledge) if contacts else frozenset()
        if len(present) < 2:
            continue
        for pair, meeting in _meetings(place, article, contacts, countries, present):
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


def _contacts(article: ReadArticle, names: Mapping[str, str]) -> list[tuple[Span, bool, frozenset[str]]]:
    """The sentences that name two persons or more and a contact, whether each stands at the head, and the persons."""
    skipped = [zone.span for zone in article.annotated.zones if zone.kind in ("furniture", "headline", "heading")]
    found = []
    heads = 0
    for span in article.view.sentences:
        if any(other.overlaps(span) for other in skipped):
            continue
        heads += 1
        folds = [token.fold for token in article.view.tokens if span.start <= token.start < span.end]
        bare = [strip_proclitics(fold) for fold in folds]
        persons = frozenset(names[word] for word in (*folds, *bare) if word in names)
        if len(persons) > 1 and any(word.startswith(_CONTACT) for word in (*folds, *bare)):
            found.append((span, heads <= 2, persons))
    return found


def _meetings(
    place: int,
    article: ReadArticle,
    contacts: Sequence[tuple[Span, bool, frozenset[str]]],
    countries: Mapping[str, frozenset[str]],
    present: frozenset[str],
) -> list[tuple[tuple[str, str], _Meeting]]:
    """The contacts of two persons of different countries: colleagues meet too often."""
    found: list[tuple[tuple[str, str], _Meeting]] = []
    for span, head, named in contacts:
        persons = sorted(named & present)
        if len(persons) < 2:
            continue
        timed = any(
            span.start <= time.start < span.end
            and (time.meaning.kind in ("day", "weekday") or time.meaning.day is not None or time.meaning.unit == "W")
            and time.meaning.cue != "future"
            for time in article.found
        )
        meeting = _Meeting(place, span, head, timed)
        found += [
            ((first, second), meeting)
            for first, second in combinations(persons[:4], 2)
            if not countries[first] & countries[second]
        ]
    return found
