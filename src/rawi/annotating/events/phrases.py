"""Participants without a name: noun phrases about people, armed groups and what is hit (مسلحون مجهولون، دورية للشرطة).

A third of the participants in news are never named. Their head is one of few hundred nouns, listed in a table; the
phrase goes on over adjectives and genitives, which Arabic marks by the article and by endings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from rawi.annotating.commitments.clauses import Sentence
from rawi.annotating.commitments.subjects import NO_PHRASE
from rawi.arabic.letters import fold
from rawi.arabic.verbs import VerbForm, decline
from rawi.arabic.word_index import Entry, WordIndex, start_after
from rawi.model.annotation import Mention
from rawi.model.labels import MentionType

# Words of a phrase behind its head; longer ones hold relative clauses.
_LONGEST = 3
_ENDINGS = ("ين", "ون", "يه", "ي", "يا", "يون", "يين", "ه")
# Nouns of people that are adjectives behind a happening (هجوم انتحاري، اشتباك مسلح).
_ADJECTIVES = frozenset(
    f"people:{noun}" for noun in ("مسلح", "انتحاري", "إرهابي", "متمرد", "متشدد", "مجهول", "عسكري", "سياسي", "متطرف")
)
_NUMBERS = frozenset(
    [
        *("واحد", "اثنين", "ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "عشره", "عشرين", "ثلاثين"),
        *("اربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"),
    ]
)
_TYPES: dict[str, MentionType] = {"people": "PER", "collective": "ORG", "thing": "FAC"}


@cache
def load_parties() -> WordIndex:
    """The nouns with their kinds, read once.

    >>> [found.key.split(":")[0] for found in load_parties().analyze("والمسلحين")]
    ['people']
    """
    table = resources.files(__package__).joinpath("tables").joinpath("parties.tsv").read_text(encoding="utf-8")
    entries: list[Entry] = []
    for line in table.splitlines():
        if line and not line.startswith("#"):
            kind, nouns = line.split("\t")
            for noun in nouns.split():
                forms = decline(fold(noun), person=kind == "people")
                entries.append(Entry(f"{kind}:{noun}", tuple(VerbForm(form, "masdar") for form in forms)))
    return WordIndex(entries)


def find_unnamed(
    sentence: Sentence, mentions: Sequence[Mention], triggers: frozenset[int], nouns: frozenset[int] = frozenset()
) -> Iterator[Mention]:
    """Phrases of the sentence that no mention holds, as nominal mentions without name or entity.

    ``triggers`` are tokens of happenings, ``nouns`` those among them that are no verbs. A collective or a thing with a
    name as its genitive is left to the name (قوات الحلف، مقر الحزب).

    >>> from rawi.annotating.commitments.clauses import find_sentence_tokens
    >>> from rawi.arabic.tokens import view_text
    >>> line = next(find_sentence_tokens(view_text("هاجم مسلحون مجهولون دورية عند الجسر")))
    >>> [found.span.of(line.text) for found in find_unnamed(line, (), frozenset([0]))]
    ['مسلحون مجهولون', 'دورية']
    """
    covered = {
        index
        for mention in mentions
        for index in range(sentence.at(mention.start), min(len(sentence.tokens), sentence.at(mention.end - 1) + 1))
    }
    parties = load_parties()
    past = 0
    for index, word in enumerate(sentence.folds):
        if index < past or index in covered or index in triggers or sentence.tokens[index].kind != "word":
            continue
        readings = parties.analyze(word)
        if not readings or (index - 1 in nouns and readings[0].key in _ADJECTIVES):
            continue
        reading = readings[0]
        kind = reading.key.split(":")[0]
        past = _phrase_end(sentence, index, covered | triggers)
        if past in covered and kind != "people":
            continue
        token = sentence.tokens[index]
        start = start_after(sentence.text, token, reading.cut) if reading.cut else token.start
        yield Mention(start, sentence.tokens[past - 1].end, _TYPES[kind], form="nominal")


def _phrase_end(sentence: Sentence, head: int, closed: set[int] | frozenset[int]) -> int:
    """The index after the phrase's last word."""
    definite = sentence.folds[head].removeprefix("و").startswith(("ال", "لل", "بال"))
    place = head + 1
    while place < len(sentence.folds) and place - head <= _LONGEST and place not in closed:
        word = sentence.folds[place]
        if sentence.tokens[place].kind != "word" or word in NO_PHRASE or word[:1] == "و":
            break
        if any(reading.key.split(":")[0] != "people" for reading in load_parties().analyze(word)) and not definite:
            break
        if not word.startswith("ال") and (definite or not word.endswith(_ENDINGS) or word in ("الذي", "التي", "الي")):
            break
        if word in ("الذي", "التي", "الذين", "الي") or word in _NUMBERS:
            break
        if not definite and len(word) > 4 and word[0] in "بل" and not word.startswith("بل"):
            break  # بواسطة، لرفعه
        place += 1
    return place
