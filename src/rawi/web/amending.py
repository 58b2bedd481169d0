"""What a correction speaks of, in words: a page shows names and quoted words where the store keeps ids."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rawi.model.corpus import Comparison, Entity, QuotationReference, Story, Utterance
from rawi.model.identifiers import make_id
from rawi.model.labels import JudgementKind
from rawi.store.browsing import annotations_slice, article_heads, article_texts, findings_slice, quotations_by_id
from rawi.store.dossier import Dossier
from rawi.web.explaining import explain_subject
from rawi.web.language import Language
from rawi.web.placing import place_link

# What may be said of each kind of thing. Pairs are joined and parted by the next build; the rest holds at once.
KINDS: Mapping[str, tuple[JudgementKind, ...]] = {
    "entities": ("same", "different", "correct", "reject"),
    "stories": ("same", "different", "reject"),
    "utterances": ("same", "different", "reject"),
    "quotations": ("correct", "reject"),
    "comparisons": ("reject",),
}
PAIRS: tuple[JudgementKind, ...] = ("same", "different")
_PAGES = {
    "entities": "/actors/",
    "stories": "/stories/",
    "utterances": "/utterances/",
    "comparisons": "/comparisons/",
}
# Others that a form offers to choose from; letters of words it shows.
_OFFERED, _LETTERS = 40, 120


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing in words, and the page where it stands; "" where it has none."""

    words: str
    address: str = ""


def describe_subjects(dossier: Dossier, things: Iterable[tuple[str, str]], language: Language) -> dict[str, Subject]:
    """The things of (kind, id), by id; one that the dossier no longer holds is missing."""
    found: dict[str, Subject] = {}
    quoted: dict[str, str] = {}  # what a quotation is called here, by its id
    asked = list(things)
    for about, name in asked:
        if about == "quotations":
            quoted[name] = name
        elif about in KINDS and (item := dossier.finding(about, name)) is not None:
            found[name] = Subject(_words(dossier, item, language), _PAGES[about] + name)
            if isinstance(item, Utterance):
                parts = {_part(part): part.id for part in item.quotations}
                quoted |= {parts[other]: other for _, other in asked if other in parts}
    heads = article_heads(dossier, [name for _, name in asked if name not in found])
    found |= {name: Subject(_cut(head.title), f"/articles/{name}") for name, head in heads.items()}
    if quoted:
        placed = quotations_by_id(dossier, quoted)
        texts = article_texts(dossier, {item.article.id for item in placed})
        for item in placed:
            span = item.item.content[0]
            words = f"{item.item.source_name or language.say('not named')}: «{span.of(texts[item.article.id])}»"
            found[quoted[item.item.id]] = Subject(_cut(words), place_link(item.article.id, span.start, span.end))
    return found


def offer_others(dossier: Dossier, about: str, name: str, kind: str, language: Language) -> list[tuple[str, str]]:
    """What the thing may be the same as, or must be parted from: ids with words, likely ones first."""
    item = dossier.finding(about, name) if kind in PAIRS and about in KINDS else None
    match item:
        case Entity() if kind == "same":
            last = json.dumps(item.name.split()[-1], ensure_ascii=False)[1:-1]
            found = findings_slice(dossier, "entities", 0, _OFFERED, labels=[item.type], holding=[last]).items
            return [(other.id, other.name) for other in found if other.id != name]
        case Entity():
            named = annotations_slice(dossier, "mentions", 0, 10 * _OFFERED, entity=name).items
            return list({placed.article.id: placed.article.title for placed in named}.items())[:_OFFERED]
        case Story() if kind == "same":
            near = findings_slice(dossier, "stories", 0, _OFFERED, earliest=item.earliest, latest=item.latest).items
            return [(other.id, other.title) for other in near if other.id != name]
        case Story():
            heads = article_heads(dossier, item.articles)
            return [(article, heads[article].title) for article in item.articles if article in heads]
        case Utterance() if kind == "same":
            found = findings_slice(dossier, "utterances", 0, _OFFERED, entity=item.speaker).items
            return [(other.id, _words(dossier, other, language)) for other in found if other.id != name]
        case Utterance():
            words = describe_subjects(dossier, [("quotations", part.id) for part in item.quotations], language)
            parts = {part.id: _part(part) for part in item.quotations}
            return [(parts[part], subject.words) for part, subject in words.items() if parts[part] != name]
    return []


def _part(quotation: QuotationReference) -> str:
    """What a rendering is called that is to be parted from the others: the utterance of it alone."""
    return make_id("u", quotation.article, quotation.id)


def find_other(dossier: Dossier, about: str, written: str) -> str | None:
    """The id that somebody means who writes an id, the address of a page, or a name that only one entity has."""
    name = written.strip().split("?")[0].split("#")[0].rstrip("/").rpartition("/")[2]
    if dossier.finding(about, name) is not None or dossier.article(name) is not None:
        return name
    piece = json.dumps(written.strip(), ensure_ascii=False)
    named = findings_slice(dossier, "entities", 0, _OFFERED, holding=[piece]).items if about == "entities" else ()
    exact = [item.id for item in named if written.strip() in (item.name, *item.aliases)]
    return exact[0] if len(exact) == 1 else None


def _words(dossier: Dossier, item: object, language: Language) -> str:
    match item:
        case Entity():
            return item.name
        case Story():
            return _cut(item.title)
        case Comparison():
            return _cut(explain_subject(item, language).striptags())
        case Utterance():
            first = item.quotations[0].id
            found = describe_subjects(dossier, [("quotations", first)], language)
            return found[first].words if first in found else item.speaker or language.say("not named")
    return ""


def _cut(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LETTERS else f"{flat[:_LETTERS].rsplit(' ', 1)[0]} …"
