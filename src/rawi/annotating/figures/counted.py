"""The thing counted: the noun phrase after a count, the subject before an amount."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.annotating.figures.reading import Reading
from rawi.annotating.figures.words import FUNCTION_WORDS, LEAD_INS, TIME_NOUNS, VALUE_VERBS
from rawi.arabic.numerals import offset_after
from rawi.arabic.quantities.lexicon import find_noun
from rawi.arabic.quantities.roles import ROLE_WORDS
from rawi.arabic.quantities.word_sets import word_set
from rawi.model.view import TextView, Token

# Token ranges (first, last not included).
Phrase = tuple[int, int]

_LONGEST_PHRASE = 5
_FARTHEST_BACK = 12
_AMOUNT_CUES = word_set(
    "بقيمه قيمته قيمتها بمبلغ مبلغ بتكلفه تكلفته تكلفتها بسعر مساحته مساحتها بمساحه بطول وقيمتها وقيمته"
)
_CLAUSE_WORDS = word_set("ان انه انها التي الذي الذين حيث مما فيما بينما بان وان كما لكن اذ الا")
# Words whose first letter is a root letter and not "and".
_WAW_WORDS = word_set(
    "وزير وزراء وزيرا وزيره وظيفه وظايف وحده وحدات وفاه وفيات وثيقه وثايق وكاله وكالات ولايه ولايات وسيله "
    "وسايل وفد وفود ورقه اوراق ورشه ورش وجبه وجبات وجهه وجهات وافد وافدا وافدين واقعه وقايع وصفه وردات والده "
    "والد ودايع ودايعه وقود وزن واردات ورم وعاء وصله وصلات وسام اوسمه وسط وقت"
)
# Verbs of that kind: they count nothing (وقعت اتفاقيات بقيمة ...).
_WAW_VERBS = word_set(
    "وقع وقعت وقعا وقعوا وصل وصلت وصلا وصلوا وافق وافقت وافقا وافقوا واصل واصلت واصلا واصلوا واجه واجهت واجها واجهوا "
    "وزع وزعت وزعوا وفر وفرت وفروا وثق وثقت وثقوا وضعت وضعوا وجهت وجهوا وعدت وعدوا وسعت وظفت وظفوا ولدت وجدت وجدوا"
)
_OPENING = frozenset('(«“"[')
_CLOSING = frozenset(')»”"]')
# Marks between a number and its noun: 25) مشروعا، 5 «صواريخ.
_AROUND = _OPENING | frozenset([")"])
_FOLLOWED_BY_STUFF = frozenset(["mass", "volume", "length", "area", "power"])


def find_counted(
    tokens: Sequence[Token], reading: Reading, previous: tuple[Reading, Phrase | None] | None, timed: frozenset[int]
) -> Phrase | None:
    """The token range of the thing counted, or None; ``previous`` is the figure before, ``timed`` tokens of times."""
    if reading.noun is not None and reading.noun_at == reading.first:
        return reading.first, _phrase_end(tokens, reading.first + 1, timed, reading.first)
    if reading.unit is None and not reading.is_percent:
        if _is_one(tokens[reading.first].fold) and reading.first:
            return reading.first - 1, reading.last
        after = _after(tokens, reading, timed)
        if after is not None:
            return after
        if reading.cue and tokens[reading.cue - 1].fold in ROLE_WORDS:
            return reading.cue - 1, reading.cue  # مقتل 15 وإصابة 20
    else:
        after = _part_of(tokens, reading, timed)
        if after is not None:
            return after
    return _before(tokens, reading, previous, timed)


def start_of(view: TextView, index: int) -> int:
    """The offset where a phrase's first word begins behind a joined و."""
    token = view.tokens[index]
    return offset_after(view.text, token.start, 1) if _is_joined(token.fold) else token.start


def _is_one(fold: str) -> bool:
    return fold in ("واحد", "واحده", "واحدا")


def _after(tokens: Sequence[Token], reading: Reading, timed: frozenset[int]) -> Phrase | None:
    index = reading.last
    if index < len(tokens) and tokens[index].fold in _AROUND:
        index += 1
    if index + 1 < len(tokens) and tokens[index].fold == "من" and index not in timed:
        index += 1
    if not _is_noun(tokens, index, timed) or tokens[index].fold.startswith(("لل", "بال", "كال", "فال")):
        return None
    return index, _phrase_end(tokens, index + 1, timed, index)


def _part_of(tokens: Sequence[Token], reading: Reading, timed: frozenset[int]) -> Phrase | None:
    """5% من السكان، مليون طن من القمح، 495 ألف طن قمح."""
    index = reading.last
    if index + 1 < len(tokens) and tokens[index].fold == "من" and _is_noun(tokens, index + 1, timed):
        return index + 1, _phrase_end(tokens, index + 2, timed, index + 1)
    if index + 2 < len(tokens) and tokens[index].fold == "في" and tokens[index + 1].fold in ("صوره", "شكل"):
        return index + 2, _phrase_end(tokens, index + 3, timed, index + 2)
    stuff = reading.unit is not None and reading.unit.category in _FOLLOWED_BY_STUFF
    if stuff and _is_noun(tokens, index, timed) and not tokens[index].fold.startswith("ال"):
        return index, _phrase_end(tokens, index + 1, timed, index)
    return None


def _is_noun(tokens: Sequence[Token], index: int, timed: frozenset[int]) -> bool:
    if index >= len(tokens) or index in timed:
        return False
    token = tokens[index]
    if token.kind != "word" or len(token.fold) < 2 or token.fold in FUNCTION_WORDS or token.fold in TIME_NOUNS:
        return False
    if token.fold in VALUE_VERBS or token.fold in LEAD_INS:
        return False
    return not _is_joined(token.fold)


def _is_waw_verb(fold: str) -> bool:
    return fold in _WAW_VERBS or (fold.startswith("وو") and fold[1:] in _WAW_VERBS)


def _is_joined(fold: str) -> bool:
    """Whether the word opens with "and"."""
    return fold.startswith("و") and len(fold) > 2 and fold not in _WAW_WORDS | _WAW_VERBS and find_noun(fold) is None


def _is_joined_noun(fold: str) -> bool:
    return _is_joined(fold) and fold[1:] not in FUNCTION_WORDS and fold[1:] not in LEAD_INS and fold not in LEAD_INS


def _phrase_end(tokens: Sequence[Token], index: int, timed: frozenset[int], first: int) -> int:
    """Where the noun phrase from ``first`` on ends: at marks, function words and what is joined by و."""
    while index < len(tokens) and index - first < _LONGEST_PHRASE and _is_noun(tokens, index, timed):
        if tokens[index].end - tokens[index].start < 2:
            break
        index += 1
    return index


def _before(
    tokens: Sequence[Token], reading: Reading, previous: tuple[Reading, Phrase | None] | None, timed: frozenset[int]
) -> Phrase | None:
    floor = previous[0].last if previous else 0
    index, amount = reading.cue, False
    while index > floor and (
        tokens[index - 1].fold in LEAD_INS or tokens[index - 1].fold == "او" or (index - 1) in timed
    ):
        index -= 1
        amount = amount or tokens[index].fold in _AMOUNT_CUES
    if previous is not None and index == floor and _only_links(tokens, floor, reading.cue):
        return previous[1]
    end = index
    while index > floor and end - index < _FARTHEST_BACK:
        token = tokens[index - 1]
        if token.kind == "mark":
            if token.fold in _CLOSING:
                opened = _opening(tokens, index - 1, floor)
                if opened is None:
                    break
                index = opened
                continue
            if token.fold in _OPENING and index == end:
                end = index = index - 1
                continue
            if token.fold in _OPENING or token.fold in ("-", "،", ",", ".", "؛", ":", "؟", "!", "–"):
                break
            index -= 1
            continue
        if token.fold in VALUE_VERBS:
            if index == end:
                end = index = index - 1
                continue
            break
        if token.fold in _CLAUSE_WORDS or _is_waw_verb(token.fold):
            break
        index -= 1
        if _is_joined(token.fold):
            break
    return _choose(tokens, index, end, amount, timed)


def _choose(tokens: Sequence[Token], first: int, end: int, amount: bool, timed: frozenset[int]) -> Phrase | None:
    """The phrase of a clause that is measured: next to بقيمة the last words, after a verb the first."""
    if amount:
        first = max(first, end - _LONGEST_PHRASE)
    while first < end and (
        _is_waw_verb(tokens[first].fold) or not (_is_noun(tokens, first, timed) or _is_joined_noun(tokens[first].fold))
    ):
        first += 1
    if first >= end:
        return None
    last = first + 1
    while last < end and last - first < _LONGEST_PHRASE and (amount or _is_noun(tokens, last, timed)):
        last += 1
    return first, last


def _opening(tokens: Sequence[Token], index: int, floor: int) -> int | None:
    for back in range(index - 1, max(floor, index - 10) - 1, -1):
        if tokens[back].fold in _OPENING:
            return back
    return None


def _only_links(tokens: Sequence[Token], first: int, last: int) -> bool:
    words = [token.fold for token in tokens[first:last] if token.kind == "word"]
    return bool(words) and all(word in LEAD_INS or word == "او" for word in words)
