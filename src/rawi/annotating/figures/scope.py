"""Where, as of when, and in whose words a figure stands."""

from __future__ import annotations

from collections import Counter

from rawi.annotating.figures.counted import Phrase
from rawi.annotating.figures.reading import Reading
from rawi.arabic.letters import fold
from rawi.arabic.quantities.as_of import find_as_of
from rawi.arabic.quantities.measures import stem_people, stem_word
from rawi.knowledge import load_knowledge
from rawi.model.annotation import AnnotatedArticle, Mention
from rawi.model.span import Span
from rawi.model.view import TextView

_HERE = frozenset(["البلاد", "بالبلاد", "بلادنا", "المملكه"])
_STOPS = ".،؛\n"
# Words of having before the owner, as folded; characters between the owner and the number or the word (نحو، أكثر من).
_HAVING = frozenset(["لدي", "تملك", "تمتلك", "تنشر"])
_OWNER_REACH = 16


class Scope:
    """Look-ups in one article's places, times and quotations. ``reach``: characters, see FiguresConfig.place_reach."""

    __slots__ = ("_annotated", "_contents", "_main_place", "_places", "_reach", "_view")

    def __init__(self, annotated: AnnotatedArticle, view: TextView, reach: int) -> None:
        self._annotated, self._view, self._reach = annotated, view, reach
        self._places = [mention for mention in annotated.mentions if mention.type in ("LOC", "GPE")]
        names = Counter(self._name(mention) for mention in self._places)
        self._main_place = min(names, key=lambda name: (-names[name], name)) if names else None
        self._contents = [
            (sum(len(span) for span in quotation.content), quotation.id, quotation.content)
            for quotation in annotated.quotations
        ]

    def place(self, reading: Reading, counted: Phrase | None) -> str | None:
        """The place named with the thing counted, in comparable letters, or None."""
        tokens, text = self._view.tokens, self._annotated.text
        end = tokens[counted[1] - 1].end if counted else reading.end
        for mention in self._places:
            if reading.start <= mention.start <= end + self._reach:
                between = text[end : mention.start]
                if not any(mark in between for mark in _STOPS):
                    return self._name(mention)
        last = counted[1] if counted else reading.last
        if any(token.fold in _HERE for token in tokens[reading.last : last + 3]):
            return self._main_place
        return None

    def owner(self, reading: Reading) -> str | None:
        """The country said to have what is counted (لدى بريطانيا نحو 200 جندي), as the stem of its adjective, or None:
        its soldiers are the British ones of other texts."""
        text = self._annotated.text
        for mention in self._places:
            between = text[mention.end : reading.start]
            if not 0 <= reading.start - mention.end <= _OWNER_REACH or any(mark in between for mark in _STOPS):
                continue
            before = fold(text[max(0, mention.start - _OWNER_REACH) : mention.start]).split()
            country = load_knowledge().find_country(mention.name or mention.span.of(text))
            if country is not None and country.demonyms and before and before[-1].lstrip("و") in _HAVING:
                return stem_people(fold(country.demonyms[0]))
        return None

    def as_of(self, sentence: int, reading: Reading) -> str | None:
        """The day (or days, first/last) of the nearest date in the figure's sentence, else the day of publication."""
        annotated, sentences = self._annotated, self._view.sentences
        span = sentences[sentence] if 0 <= sentence < len(sentences) else None
        figure = Span(reading.start, reading.end)
        return find_as_of(figure, span, annotated.times, annotated.published, self._view.folded)

    def asserted_by(self, reading: Reading) -> str:
        """The id of the innermost quotation whose content holds the figure, else "outlet"."""
        holders = [
            (length, name)
            for length, name, content in self._contents
            if any(span.start <= reading.start and reading.end <= span.end for span in content)
        ]
        return min(holders)[1] if holders else "outlet"

    def _name(self, mention: Mention) -> str:
        return stem_word(fold(mention.name or self._annotated.text[mention.start : mention.end]))
