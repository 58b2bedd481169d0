"""Coreference inside one article: every mention gets the entity it means, or honestly one of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rawi.annotating.coreference.bodies import gather_bodies, speaks_for
from rawi.annotating.coreference.persons import gather_persons
from rawi.annotating.coreference.titles import Description, describe_title, is_rank, takes_up
from rawi.annotating.coreference.unresolved import Referent, Unresolved
from rawi.arabic.names import strip_article
from rawi.knowledge import Knowledge
from rawi.model.annotation import Mention
from rawi.model.article import Article
from rawi.model.dates import DateRange
from rawi.model.identifiers import make_id

_PLURAL_OFFICIALS = ("ون", "ين")


def resolve_coreference(
    article: Article, mentions: Sequence[Unresolved], knowledge: Knowledge, when: DateRange = DateRange()
) -> tuple[Mention, ...]:
    """The mentions in order of place, each with its entity's id and usual name.

    What is not known to the tables gets an id of the article's own. ``when`` bounds the days on
    which the article was written; offices are resolved within them (الرئيس الأميركي), and stay open without.
    """
    names = [one for one in mentions if one.kind == "name"]
    found = gather_persons([one for one in names if one.mention.type == "PER"], knowledge, when.earliest)
    persons = list({id(referent): referent for _, referent in found}.values())
    outlet = knowledge.find_outlet(article.url or "") or knowledge.find_outlet(article.outlet or "")
    bodies = gather_bodies(
        article.text, [one for one in names if one.mention.type != "PER"], knowledge, outlet.country if outlet else None
    )
    found += bodies
    organisations = list({id(referent): referent for _, referent in bodies if referent.type == "ORG"}.values())
    open_officials: list[tuple[Unresolved, Referent]] = []
    for one in sorted((one for one in mentions if one.kind != "name"), key=lambda one: one.mention.start):
        referent = _resolve_nominal(one, persons, organisations, open_officials, knowledge, when)
        if referent is None and one.kind == "institution":
            continue
        if referent is None:
            referent = Referent(one.mention.type, one.surface, ("?", str(one.mention.start), *one.words))
            if one.kind == "title":
                referent.titles[one.words] = None
                referent.key = ("?", *one.words)
                persons.append(referent)
        if one.kind == "unnamed":
            open_officials.append((one, referent))
        referent.stand_at(one.mention.start)
        found.append((one, referent))
    resolved = [_resolved(article.id, article.text, one, referent, knowledge) for one, referent in found]
    return tuple(sorted(resolved, key=lambda mention: (mention.start, -mention.end)))


def _resolved(article: str, text: str, one: Unresolved, referent: Referent, knowledge: Knowledge) -> Mention:
    stands_for = one.mention.stands_for
    if one.kind == "name" and one.mention.type != "PER":
        stands_for = speaks_for(text, one, referent, knowledge)
    return replace(
        one.mention,
        entity=entity_id(article, referent),
        name=referent.name,
        knowledge=referent.knowledge,
        stands_for=stands_for,
    )


def entity_id(article: str, referent: Referent) -> str:
    """The id of what is meant: by the tables' id where known, else by the article and the fullest name in it."""
    if referent.knowledge is not None:
        return make_id("e", referent.knowledge)
    return make_id("e", article, referent.type if referent.type != "FAC" else "LOC", *referent.key)


def _resolve_nominal(  # noqa: PLR0917
    one: Unresolved,
    persons: Sequence[Referent],
    organisations: Sequence[Referent],
    officials: Sequence[tuple[Unresolved, Referent]],
    knowledge: Knowledge,
    when: DateRange,
) -> Referent | None:
    if one.kind == "title":
        return _resolve_title(one, persons, knowledge, when)
    if one.kind == "unnamed":
        return _resolve_official(one, officials)
    if one.kind == "institution":
        return _resolve_institution(one, organisations)
    country = knowledge.find_country_by_demonym(one.words[0])
    if country is None:
        return None
    return Referent("MISC", one.surface, ("people", country.code), knowledge=f"people-{country.code}")


def _resolve_title(
    one: Unresolved, persons: Sequence[Referent], knowledge: Knowledge, when: DateRange
) -> Referent | None:
    """The person introduced by this title in the text, else the one who held the office in those days."""
    title = describe_title(one.words, knowledge)
    if title is None:
        return None
    holders = [
        referent
        for referent in persons
        if any(full is not None and takes_up(title, full) for full in _descriptions(referent, knowledge))
    ]
    if holders:
        return min(holders, key=lambda referent: referent.distance(one.mention.start))
    return _resolve_office(one, title, persons, knowledge, when) or _resolve_rank(one, title, persons, knowledge)


def _descriptions(referent: Referent, knowledge: Knowledge) -> list[Description | None]:
    """The referent's titles; where they name no country, the one that a known person is of."""
    found = [describe_title(words, knowledge) for words in referent.titles]
    known = knowledge.find_persons(referent.knowledge) if referent.knowledge else ()
    country = known[0].country if known else None
    if country is None:
        return list(found)
    return [replace(one, country=country) if one is not None and one.country is None else one for one in found]


def _resolve_office(
    one: Unresolved, title: Description, persons: Sequence[Referent], knowledge: Knowledge, when: DateRange
) -> Referent | None:
    """Who held the office: the only holder in the article's days, or the only one of all whom the article names."""
    holders = knowledge.resolve_office(one.surface, when.earliest, when.latest)
    known = {referent.knowledge: referent for referent in persons if referent.knowledge is not None}
    ids = dict.fromkeys(holder.person for holder in holders)
    named = [known[person] for person in ids if person in known]
    if len(named) == 1:
        return named[0]
    if len(ids) == 1 and when.is_bounded and not title.former:
        holder = holders[0]
        return Referent("PER", holder.name, (holder.person,), knowledge=holder.person)
    return None


def _resolve_rank(
    one: Unresolved, title: Description, persons: Sequence[Referent], knowledge: Knowledge
) -> Referent | None:
    """الجنرال alone takes up the last man of that rank; one who only commands may be called so too."""
    if not is_rank(title):
        return None
    soldiers = [
        referent
        for referent in persons
        if any(
            full is not None and full.head in (title.head, "قايد", "قيادي") and title.country in (None, full.country)
            for full in _descriptions(referent, knowledge)
        )
        and not referent.distance(one.mention.start)[0]
    ]
    return min(soldiers, key=lambda referent: referent.distance(one.mention.start), default=None)


def _resolve_official(one: Unresolved, officials: Sequence[tuple[Unresolved, Referent]]) -> Referent | None:
    """المسؤول takes up the last unnamed official of that word; an indefinite one is somebody new."""
    if not one.words[0].startswith("ال"):
        return None
    head = strip_article(one.words[0])
    return next((referent for other, referent in reversed(officials) if strip_article(other.words[0]) == head), None)


def _resolve_institution(one: Unresolved, organisations: Sequence[Referent]) -> Referent | None:
    """الحكومة, الحزب, الشركة: the nearest organisation before that the text or the tables call by that noun."""
    if len(one.words) > 1:
        # المنتخب الجزائري: an institution of a nation, known by that or by nothing.
        return next((body for body in organisations if one.words in body.names), None)
    head = strip_article(one.words[0])
    fitting = [
        referent
        for referent in organisations
        if head in referent.callings and not referent.distance(one.mention.start)[0]
    ]
    return min(fitting, key=lambda referent: referent.distance(one.mention.start), default=None)
