"""Whether words that stand beside a cue can be its subject, and where such words end."""

from __future__ import annotations

from rawi.annotating.quotations.agreement import agreement_of, agrees
from rawi.annotating.quotations.prose import Prose
from rawi.annotating.quotations.words import ADVERBS, ALL_PREPOSITIONS, COMMAS
from rawi.arabic.cues import CueWord
from rawi.model.labels import MentionType
from rawi.model.span import Span

# Verbs whose object is whom they address: what follows them may be that one (ودعا المتقدمين إلى, وحث الحكومة على).
_ADDRESSING = frozenset(
    {"دعا", "حث", "حض", "ناشد", "طالب", "نصح", "وعد", "هدد", "حذر", "اتهم", "أبلغ", "ذكر", "طمأن", "أمر", "ألزم"}
)
# What one turns or draws: لفت النظر, لفت الانتباه.
_DRAWN = frozenset({"النظر", "نظر", "الانتباه", "انتباه", "الانظار", "انظار"})
_TANWIN = "\u064b"
_SHORTEST_OBLIQUE = 6
_SHORTEST_ACCUSATIVE = 4
_PLACES: tuple[MentionType, ...] = ("LOC", "GPE")


def may_speak(prose: Prose, source: Span, cue: Span | None, word: CueWord | None) -> bool:
    """Whether the words may be the subject of the cue by their case, gender and number.

    An adverb or an indefinite accusative is none (أشار خصوصا, نشر مقطعا مصورا قال إنه); a verb of addressing may have
    its object behind it (وحث الحكومة على, ودعا المتقدمين إلى); a circumstance and a verb behind its subject agree with
    it in everything.
    """
    if word is None or cue is None or not (word.is_finite or word.kind == "participle"):
        return True
    first, last = prose.token_at(source.start), prose.first_token(source.end)
    mention = prose.mention_at.get(first)
    head = prose.tokens[first]
    if mention is None and head.fold.removeprefix("و") in ALL_PREPOSITIONS:
        return False
    if mention is None and not head.fold.startswith(("ال", "وال", "لل")):
        if _TANWIN in head.span.of(prose.text):
            return False
        if last - first == 1 and _is_accusative(head.fold):
            return False
    if mention is None and last - first == 1 and head.fold in _DRAWN:
        return False
    if mention is not None and (mention.type == "PER" or mention.type in _PLACES) and mention.form == "name":
        return True
    gender, number = agreement_of(prose, source)
    if source.start >= cue.end:
        if word.lemma not in _ADDRESSING:
            return True
        oblique = head.fold.startswith("ال") and head.fold.endswith("ين") and len(head.fold) > _SHORTEST_OBLIQUE
        singular = (gender, number) == ("f", "") and not head.fold.endswith("ات")
        return not (oblique and mention is None) and not (word.person == "m" and singular)
    return word.kind != "participle" or agrees(word.person, gender, number)


def _is_accusative(fold: str) -> bool:
    """خصوصا, مصورا: the alif of an indefinite accusative."""
    return fold.endswith("ا") and len(fold) > _SHORTEST_ACCUSATIVE


def settle_end(prose: Prose, source: Span, word: CueWord | None) -> Span:
    """The source without a day, a comma or its verb's object at its end (الدفاع المدني مقطعاً مصوراً); with all of
    the name that its end lies in or that its last preposition stands before."""
    source = _without_addressed(prose, source, word)
    first, last = prose.token_at(source.start), prose.first_token(source.end)
    cut = prose.mention_at.get(last - 1)
    if cut is not None and cut.start < source.end < cut.end:
        # A tagger stops inside a name (عبد of عبد العاطي).
        return Span(source.start, cut.end)
    end = last
    if first in prose.mention_at:
        # What stands behind a number is counted (54 عاما).
        outside = (
            place
            for place in range(first + 1, last)
            if place not in prose.mention_at and prose.tokens[place - 1].kind != "number"
        )
        end = next((place for place in outside if _TANWIN in prose.tokens[place].span.of(prose.text)), last)
    while end - first > 1 and end - 1 not in prose.mention_at and _is_loose(prose, end - 1):
        end -= 1
    if end == last:
        return source
    name = prose.mention_at.get(last)
    if end == last - 1 and prose.tokens[end].fold in ALL_PREPOSITIONS and name is not None and name.start >= source.end:
        return Span(source.start, name.end)
    return Span(source.start, prose.tokens[end - 1].end)


def _without_addressed(prose: Prose, source: Span, word: CueWord | None) -> Span:
    """The source without whom it addresses: بومبيو للكاظمي, تحث الولايات المتحدة الحكومة العراقية, حث الوزير نظيره.

    A second name without a conjunction is a verb's object where the verb takes one, and any that للـ goes before is.
    """
    first, last = prose.token_at(source.start), prose.first_token(source.end)
    name = prose.mention_at.get(first)
    if name is None:
        return source
    place = prose.first_token(name.end)
    if not first < place < last or prose.mention_at.get(place) is name:
        return source
    fold, other = prose.tokens[place].fold, prose.mention_at.get(place)
    told = fold.startswith("لل") and other is not None and name.type == "PER"
    addressed = word is not None and word.lemma in _ADDRESSING
    if told or (addressed and (fold.startswith("نظير") or _begins_name(prose, place))):
        return Span(source.start, prose.tokens[place - 1].end)
    return source


def _begins_name(prose: Prose, place: int) -> bool:
    """Whether a name, or a title beside one, begins with the whole of a token."""
    other = prose.mention_at.get(place)
    if other is None:
        return False
    start = other.start if other.title is None else min(other.start, other.title.start)
    return start == prose.tokens[place].start and other.type in ("PER", "ORG", "GPE", "LOC")


def _is_loose(prose: Prose, index: int) -> bool:
    """A preposition, a comma or a day; صباح and علي are names too."""
    token = prose.tokens[index]
    if token.fold in ALL_PREPOSITIONS:
        return token.fold != "علي" or token.span.of(prose.text).endswith("ى")
    return token.fold in COMMAS or (token.fold in ADVERBS and token.fold.startswith(("ال", "امس")))
