"""Where content ends: at the closing mark, at the sentence's end, or where the outlet takes over again.

The places where content may end (after a comma, before another reporting word ...) are read in order, and a small
trained scorer says at each whether the reported words stop there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rawi.annotating.quotations.complements import Complement
from rawi.annotating.quotations.evidence import TagEvidence
from rawi.annotating.quotations.prose import Prose
from rawi.annotating.quotations.scorer import Scorer
from rawi.annotating.quotations.words import BOUNDARY_OPENERS, COMMAS, COORDINATED_PARTICLES, DASHES, RELATIVES
from rawi.arabic.cues import CueWord
from rawi.model.span import Span, trim


@dataclass(frozen=True, slots=True)
class ExtentsConfig:
    """How content's end is chosen.

    negligible: chance (0..1) that the words go on still, below which later places are not looked at.
    longest_phrase: words of content that is a noun phrase without أن; 98 % of 1,765 indirect contents are shorter.
    """

    negligible: float = 0.02
    longest_phrase: int = 60


_TAIL = " \t\r\n\u00a0\u200e\u200f،,.؛;:-–—/("
_CLOSING = frozenset('»”"“')


def content_span(  # noqa: PLR0917
    prose: Prose,
    complement: Complement,
    limit: int,
    word: CueWord | None,
    scorer: Scorer,
    evidence: TagEvidence | None = None,
    config: ExtentsConfig = ExtentsConfig(),
) -> Span | None:
    """Characters of the content that begins at the complement, up to token ``limit`` at most."""
    first = complement.first
    if first >= len(prose.tokens):
        return None
    start = prose.tokens[first].start + complement.cut
    passage = complement.marked
    if passage is not None and complement.kind == "speech":
        return passage.inner
    last = end_of_report(prose, first, limit, complement.kind, word, scorer, evidence, config)
    if passage is not None and (
        last <= prose.first_token(passage.outer.end) or _is_whole(prose, passage.outer.end, limit)
    ):
        return passage.inner
    if last <= first:
        return None
    if complement.kind == "phrase":
        last = min(last, first + config.longest_phrase)
    last = _through_marks(prose, first, last)
    return trim_content(prose.text, start, prose.tokens[last - 1].end)


def _is_whole(prose: Prose, end: int, limit: int) -> bool:
    """Whether nothing of the sentence follows the marked passage."""
    after = prose.first_token(end)
    return after >= limit or prose.tokens[after].fold in ".!؟"


# Words behind a mark that show it to be an opening one.
_SURELY_OPENED = 4


def _through_marks(prose: Prose, first: int, last: int) -> int:
    """The end behind the marks that were opened in the content: their words may be several sentences (إنه "...")."""
    passage = prose.marked_at.get(last - 1)
    if passage is None or not passage.closed or passage.outer.start < prose.tokens[first].start:
        return last
    if last - prose.first_token(passage.outer.start) < _SURELY_OPENED:
        return last  # a mark at the very end closes, whatever it looks like
    return max(last, prose.first_token(passage.outer.end))


def trim_content(text: str, start: int, end: int) -> Span | None:
    """The span without stops at its ends; a final mark is kept only if it closes what stands inside."""
    found = trim(text, start, end, _TAIL)
    while found is not None and text[found.end - 1] in _CLOSING and _is_unbalanced(found.of(text)):
        found = trim(text, found.start, found.end - 1, _TAIL)
    return found


def _is_unbalanced(piece: str) -> bool:
    if piece[-1] == '"':
        return piece.count('"') % 2 == 1
    return piece.count("«") + piece.count("“") < piece.count("»") + piece.count("”")


def end_of_report(  # noqa: PLR0917
    prose: Prose,
    first: int,
    limit: int,
    kind: str,
    word: CueWord | None,
    scorer: Scorer,
    evidence: TagEvidence | None = None,
    config: ExtentsConfig = ExtentsConfig(),
) -> int:
    """Number of the token at which the reported words end (not included): the end with the greatest expected overlap.

    The scorer gives each place the chance that words which reached it stop there; that makes a distribution over ends,
    and the end is chosen that shares most characters with it on average. An end that is a little wrong then costs
    little, where the single likeliest end may be wholly wrong.
    """
    ends: list[tuple[int, float]] = []
    left = 1.0
    for position in boundaries(prose, first, limit):
        chance = scorer.chance(boundary_features(prose, first, position, limit, kind, word, evidence))
        ends.append((position, left * chance))
        left *= 1 - chance
        if left < config.negligible:
            break
    if left >= config.negligible or not ends:
        ends.append((limit, left))
    start = prose.tokens[first].start
    sizes = [max(1, prose.tokens[position - 1].end - start) for position, _ in ends]
    best, most = limit, -1.0
    for (position, _), size in zip(ends, sizes):
        expected = sum(chance * min(size, other) / max(size, other) for (_, chance), other in zip(ends, sizes))
        if expected > most:
            best, most = position, expected
    return best


def boundaries(prose: Prose, first: int, limit: int) -> Iterator[int]:
    """Tokens before which content that begins at ``first`` may end, in order. Marked passages are not cut."""
    position = first
    while position < limit:
        token = prose.tokens[position]
        passage = prose.marked_at.get(position)
        if passage is not None and token.start == passage.outer.start and passage.closed:
            position = max(position + 1, prose.first_token(passage.outer.end))
            if position < limit and prose.tokens[position].kind == "word":
                yield position
                position += 1
            continue
        if position > first and token.kind == "word" and _may_end(prose, position):
            yield position
        position += 1


def _may_end(prose: Prose, position: int) -> bool:
    previous = prose.tokens[position - 1]
    if previous.kind == "mark" and (previous.fold in COMMAS or previous.fold in DASHES or previous.fold in '؛»”"….'):
        return True
    fold = prose.tokens[position].fold
    return fold in BOUNDARY_OPENERS or any(
        word.is_strong and (word.is_finite or word.kind in ("participle", "according", "relative"))
        for word in prose.cue_words(position)
    )


def boundary_features(  # noqa: PLR0917
    prose: Prose, first: int, position: int, limit: int, kind: str, word: CueWord | None, evidence: TagEvidence | None
) -> list[str]:
    """What the scorer sees of one place where content may end."""
    token = prose.tokens[position]
    previous = prose.tokens[position - 1]
    following = prose.tokens[position + 1].fold if position + 1 < limit else "$"
    pause = previous.fold if previous.kind == "mark" else "-"
    pause = "," if pause in COMMAS else "-" if pause in DASHES else '"' if pause in '»”"“' else pause
    fold = token.fold
    lead = fold if not fold.startswith("و") or fold in BOUNDARY_OPENERS else "و"
    found = [
        "pause=" + pause,
        "word=" + fold,
        "pair=" + fold + " " + following,
        "lead=" + lead[:2],
        "kind=" + kind,
        "length=" + _bucket(position - first),
        "rest=" + _bucket(limit - position),
        "next=" + following,
    ]
    if fold in COORDINATED_PARTICLES:
        found.append("coordinated")
    if fold in RELATIVES:
        found.append("relative")
    if word is not None:
        found.append("cue=" + word.kind)
        found.append("pause+cue=" + pause + word.kind)
    for reading in prose.cue_words(position)[:1]:
        accusative = "+acc" if reading.kind == "participle" and fold.endswith(("ا", "ه", "ين")) else ""
        shape = reading.kind + accusative + "+" + reading.proclitic + ("!" if reading.is_strong else "?")
        found += ["reads=" + shape, "reads+pause=" + shape + pause, "reads+word=" + shape + reading.lemma]
    if position in prose.mention_at:
        found.append("name")
    if following in ("ان", "الي", "انه", "انها", "علي"):
        found.append("lead+next=" + lead[:1] + following)
    if evidence is not None:
        where = evidence.place(prose.tokens[first].start, token.start)
        found += ["tag=" + where, "tag+pause=" + where + pause]
    return found


def _bucket(words: int) -> str:
    for edge in (2, 4, 7, 12, 20, 35):
        if words <= edge:
            return str(edge)
    return "more"
