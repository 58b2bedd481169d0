"""Through what and where it was said: the medium spoken to, the occasion, and whom it was said to."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.annotating.quotations.phrases import noun_span, phrase_after
from rawi.annotating.quotations.prose import Prose
from rawi.annotating.quotations.reports import Report
from rawi.annotating.quotations.sources import PASSING_ON
from rawi.arabic.letters import fold
from rawi.arabic.word_lists import read_words
from rawi.model.span import Span

# Nouns that name a medium; after لـ, مع, عبر or in construct with an interview they are whom it was said to.
_MEDIA_HEADS = read_words("media_heads")
_TO = frozenset({"مع", "عبر", "الي", "علي", "بحسب", "عن"})
_OCCASIONS = read_words("occasions")
_SAID_AS = frozenset({"تصريح", "تصريحات", "بيان", "موتمر"})
_IN = frozenset({"في", "خلال", "عبر", "وفي", "وخلال", "اثناء", "وعبر"})
_SECOND_WORDS = ("صحف", "صحاف", "تلفز", "اذاع", "مشترك", "له", "لها", "هاتف", "رسمي", "متلفز", "اعلام", "خاص", "مكتوب")
# Words on each side of a cue in which its medium is sought.
_REGION = 45
_LONGEST_NAME = 30
_OCCASION_REACH = 4


def find_media(prose: Prose, report: Report) -> tuple[Span, ...]:
    """The media and the forms of a statement that stand in the report's sentence outside its content."""
    found: list[Span] = []
    passed = _passed_on_by(prose, report)
    if passed is not None:
        found.append(passed)
    for number, (first, limit) in enumerate(_regions(prose, report)):
        for index in range(first, limit):
            if prose.tokens[index].kind != "word" and index not in prose.marked_at:
                continue
            # Beside the cue لـ says whom it was said to; farther off only after a word of saying (في حديث لشبكة).
            if number and not _near_occasion(prose, index):
                continue
            span = _medium_at(prose, index, limit) or _form_at(prose, index, limit)
            if span is None or any(span.overlaps(other) for other in found):
                continue
            if report.source is None or not report.source.overlaps(span):
                found.append(span)
    return tuple(sorted(found))


def find_occasion(prose: Prose, report: Report) -> Span | None:
    """Where or how it was said (في مؤتمر صحفي، خلال مقابلة مع شبكة، في كلمة ألقاها)."""
    for first, limit in _regions(prose, report):
        for index in range(first, limit):
            before = prose.tokens[index - 1].fold if index else ""
            if prose.tokens[index].fold in _OCCASIONS and before in _IN:
                phrase = phrase_after(prose, index, limit, open_ended=True)
                return noun_span(prose, *phrase) if phrase else prose.tokens[index].span
            if prose.tokens[index].fold in ("للصحفيين", "للصحافيين"):
                return prose.tokens[index].span
    return None


def find_addressee(prose: Prose, report: Report) -> Span | None:
    """Whom it was said to or asked of, where it is a person or body (أبلغ الوزير نظيره، قال لنواب البرلمان)."""
    if report.cue is None or report.start < report.cue.end:
        return None
    first, limit = prose.token_at(report.cue.start) + 1, prose.first_token(report.start)
    for index in range(first, min(limit, first + _REGION)):
        mention = prose.mention_at.get(index)
        if mention is None or (report.source is not None and report.source.overlaps(mention.span)):
            continue
        token = prose.tokens[index]
        to = token.fold.startswith("ل") and mention.start <= token.start + 2
        asked = report.word is not None and "target" in report.word.frames
        if (to or asked) and mention.type in ("PER", "ORG", "LOC", "GPE"):
            return Span(max(mention.start, token.start), max(mention.end, token.end))
    return None


def _regions(prose: Prose, report: Report) -> Iterator[tuple[int, int]]:
    """Tokens of the sentence outside the content: between cue and content, before the cue, after the content."""
    anchor = report.cue or report.content[0]
    cue = prose.token_at(anchor.start)
    number = prose.sentence_of[cue]
    if number < 0:
        return
    sentence = prose.sentences[number]
    start, end = prose.first_token(report.start), prose.first_token(report.content[-1].end)
    if start > cue:
        yield cue + 1, min(start, cue + _REGION)
        yield max(sentence.first, cue - _REGION), cue
        if end < sentence.last:
            yield end, _until_next_cue(prose, end, sentence.last)
    else:
        yield cue + 1, _until_next_cue(prose, cue + 1, sentence.last)


def _until_next_cue(prose: Prose, first: int, last: int) -> int:
    for index in range(first, min(last, first + _REGION // 3)):
        if any(word.is_strong and word.kind != "masdar" for word in prose.cue_words(index)):
            return index
    return min(last, first + _REGION // 3)


def _passing_verb(prose: Prose, cue: int) -> int | None:
    """The verb that hands on the words of قوله, before it in its sentence (نقلت ... قوله)."""
    number = prose.sentence_of[cue]
    first = prose.sentences[number].first if number >= 0 else cue
    for index in range(cue - 1, max(first, cue - _REGION // 2) - 1, -1):
        if any(word.is_finite and word.lemma in PASSING_ON for word in prose.cue_words(index)):
            return index
    return None


def _near_occasion(prose: Prose, index: int) -> bool:
    words = [prose.tokens[at].fold for at in range(max(0, index - _OCCASION_REACH), index + 1)]
    return any(word in _OCCASIONS or word.removeprefix("ال") in _OCCASIONS for word in words)


def _passed_on_by(prose: Prose, report: Report) -> Span | None:
    """Who passed the words on (نقلت وكالة الأنباء عن الوزير), where that is not the source itself."""
    if report.word is None or report.cue is None:
        return None
    index = prose.token_at(report.cue.start) + 1
    if report.word.kind == "masdar":
        verb = _passing_verb(prose, index - 1)
        if verb is None:
            return None
        index = verb + 1
    elif report.word.lemma not in PASSING_ON:
        return None
    phrase = phrase_after(prose, index, min(len(prose.tokens), index + _REGION // 3), open_ended=True)
    if phrase is None:
        return None
    span = noun_span(prose, *phrase)
    return None if report.source is None or span.overlaps(report.source) else span


def _medium_at(prose: Prose, index: int, limit: int) -> Span | None:
    token = prose.tokens[index]
    previous = prose.tokens[index - 1].fold if index else ""
    bare = token.fold
    if previous in ("ل", "لـ") and (bare in _MEDIA_HEADS or index in prose.marked_at):
        return _phrase(prose, index, limit, token.start)
    if bare.startswith("ل") and bare[1:] in _MEDIA_HEADS:
        return _phrase(prose, index, limit, token.start + 1)
    if bare.startswith("لل") and "ال" + bare[2:] in _MEDIA_HEADS:
        return _phrase(prose, index, limit, token.start)
    if bare in _MEDIA_HEADS and previous in _TO:
        return _phrase(prose, index, limit, token.start)
    return None


def _form_at(prose: Prose, index: int, limit: int) -> Span | None:
    """A statement's form with في before it (في بيان مشترك، خلال مؤتمر صحفي)."""
    previous = prose.tokens[index - 1].fold if index else ""
    if prose.tokens[index].fold not in _SAID_AS or previous not in _IN:
        return None
    end = index + 1
    if end < limit and prose.tokens[end].fold.startswith(_SECOND_WORDS):
        end += 1
    return prose.span(index, end)


def is_form(words: str) -> bool:
    """Whether the words name a form of statement (بيان، مؤتمر صحفي) and no medium."""
    return fold(words).partition(" ")[0] in _SAID_AS


def _phrase(prose: Prose, index: int, limit: int, start: int) -> Span | None:
    passage = prose.marked_at.get(index)
    if passage is not None:
        return passage.inner if len(passage.inner) <= _LONGEST_NAME else None
    phrase = phrase_after(prose, index, limit, open_ended=True)
    end = prose.tokens[phrase[1] - 1].end if phrase else prose.tokens[index].end
    return Span(start, end) if end > start else None
