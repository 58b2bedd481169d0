"""Small sums with spans that both taggers need: edges, blocks, joining."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from rawi.annotating.tagging.words import Word
from rawi.model.span import Span
from rawi.model.tags import TaggedSpan, Tags

_STOPS = frozenset(".،؛,;:")
_CLOSES = {"»": {"«"}, "”": {"“", "„"}, ")": {"("}, "]": {"["}}
_OPENS = {"«": {"»"}, "“": {"”"}, "(": {")"}, "[": {"]"}}


def whole(words: Sequence[Word], start: int, stop: int) -> tuple[int, int]:
    """The words of a span without what can't belong to its edges: a stop, a closing mark that it doesn't open, an
    opening one that it doesn't close, one of an odd number of straight marks; empty when no letter is left."""
    forms = [word.form for word in words[start:stop]]
    while forms and (forms[-1] in _OPENS or _is_loose(forms[-1], forms)):
        forms.pop()
    first = 0
    while first < len(forms) and (forms[first] in _CLOSES or _is_loose(forms[first], forms[first:])):
        first += 1
    if not any(form.isalnum() for form in forms[first:]):
        return start, start
    return start + first, start + len(forms)


def _is_loose(form: str, forms: Sequence[str]) -> bool:
    if form == '"':
        return forms.count('"') % 2 == 1
    partners = _CLOSES.get(form) or _OPENS.get(form)
    return form in _STOPS or (partners is not None and partners.isdisjoint(forms))


def within(zones: Sequence[Span], block: Span) -> Iterator[Span]:
    """The zones' shares of a block, in its own offsets."""
    for zone in zones:
        start, end = max(zone.start, block.start), min(zone.end, block.end)
        if start < end:
            yield Span(start - block.start, end - block.start)


def moved(tags: Tags, by: int) -> Tags:
    """The tags, so many characters further on."""
    if by == 0:
        return tags

    def move(group: tuple[TaggedSpan, ...]) -> tuple[TaggedSpan, ...]:
        return tuple(replace(tag, span=Span(tag.span.start + by, tag.span.end + by)) for tag in group)

    return Tags(
        move(tags.names),
        move(tags.titles),
        move(tags.cues),
        move(tags.sources),
        move(tags.contents),
        move(tags.inner_contents),
    )


def joined(parts: Sequence[Tags]) -> Tags:
    """The tags of neighbouring blocks as one."""
    if len(parts) == 1:
        return parts[0]
    return Tags(
        tuple(chain.from_iterable(part.names for part in parts)),
        tuple(chain.from_iterable(part.titles for part in parts)),
        tuple(chain.from_iterable(part.cues for part in parts)),
        tuple(chain.from_iterable(part.sources for part in parts)),
        tuple(chain.from_iterable(part.contents for part in parts)),
        tuple(chain.from_iterable(part.inner_contents for part in parts)),
    )
