"""Who had a copied text first, and which agency stands behind it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rawi.arabic.letters import fold
from rawi.comparing.reuse.config import ReuseConfig
from rawi.model.annotation import AnnotatedArticle
from rawi.model.corpus import Reason
from rawi.model.labels import Side

_AGENCY_WORD = re.compile(r"^(?:ال|ل|لل)?(?:وكاله|وكالات)\s+")
_NOT_LETTERS = re.compile(r"[^\w]+")


def find_signature(annotated: AnnotatedArticle, config: ReuseConfig = ReuseConfig()) -> str | None:
    """The agency that signs the article (at its head or foot), as it is written, or None.

    An agency named in the middle of a text is a source of that sentence, not the writer of the article.
    """
    body = [zone for zone in annotated.zones if zone.kind != "furniture"]
    end = max((zone.end for zone in body), default=len(annotated.text))
    for zone in annotated.zones:
        if zone.kind == "agency" and (zone.start < config.agency_head or zone.end > end - config.agency_tail):
            return zone.span.of(annotated.text)
    return None


def agency_key(name: str) -> str:
    """A name under which spellings of one agency meet.

    >>> agency_key("أ.ف.ب") == agency_key("أ ف ب"), agency_key("وكالة رويترز") == agency_key("رويترز")
    (True, True)
    """
    return _NOT_LETTERS.sub("", _AGENCY_WORD.sub("", fold(name).strip()))


def find_agencies(
    pairs: Sequence[tuple[int, int]], signatures: Sequence[str | None]
) -> Mapping[tuple[int, int], tuple[str, bool]]:
    """For each pair the agency behind it, and whether one of the two credits it.

    Where neither does, the agency is the one that most other holders of the same text credit. Only direct copies of
    one of the two are asked: a copy of a copy may have been joined from several dispatches.
    """
    copies: dict[int, list[int]] = defaultdict(list)
    for first, second in pairs:
        copies[first].append(second)
        copies[second].append(first)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for signature in signatures:
        if signature:
            names[agency_key(signature)][signature] += 1
    best = {key: min(found, key=lambda name: (-found[name], name)) for key, found in names.items()}
    keys = [agency_key(signature) if signature else None for signature in signatures]
    agencies: dict[tuple[int, int], tuple[str, bool]] = {}
    for first, second in pairs:
        own = Counter(key for key in (keys[first], keys[second]) if key)
        others = own or Counter(key for index in {*copies[first], *copies[second]} if (key := keys[index]))
        if others:
            key = min(others, key=lambda name: (-others[name], name))
            agencies[first, second] = (best[key], bool(own))
    return agencies


def find_earlier(
    first: AnnotatedArticle,
    second: AnnotatedArticle,
    shares: tuple[float, float],
    config: ReuseConfig = ReuseConfig(),
) -> tuple[Side, Reason | None]:
    """Which of two holders of a text had it first, and why; "unknown" where nothing tells.

    Publication days decide where they don't overlap. Where they do, a text that lies almost wholly in a longer one was
    cut from it.
    """
    a, b = first.published, second.published
    if a.latest and b.earliest and a.latest < b.earliest:
        return "a", Reason("earlier_date", 1.0, f"{a.latest} < {b.earliest}")
    if b.latest and a.earliest and b.latest < a.earliest:
        return "b", Reason("earlier_date", 1.0, f"{b.latest} < {a.earliest}")
    share_a, share_b = shares
    if share_a >= config.cut_share and share_b <= config.duplicate_share:
        return "b", Reason("containment", round(share_a - share_b, 3), "a lies almost wholly in b")
    if share_b >= config.cut_share and share_a <= config.duplicate_share:
        return "a", Reason("containment", round(share_b - share_a, 3), "b lies almost wholly in a")
    return "unknown", None
