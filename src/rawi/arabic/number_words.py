"""The words that Arabic numbers are made of, with the proclitics they are written with.

Forms are folded (:func:`rawi.arabic.letters.fold`): مئة and مائة are ميه and مايه. Every word is listed once and the
table is multiplied by the proclitics when it is loaded, so that a token costs one look-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

NumberWordKind = Literal["unit", "ten", "tens", "hundred", "scale", "fraction", "vague"]


class NumberWord(NamedTuple):
    """One number word as it is written in the text.

    ``times`` is 1 for a singular scale (ألف), 2 for a dual (ألفان) and 0 for a plural (آلاف), which needs a number
    before it. ``prefix`` is how many folded letters of proclitics (and article) stand before the word; ``joined`` tells
    that و is among them, ``article`` that ال is; ``clitics`` is ``prefix`` without the article.
    """

    kind: NumberWordKind
    value: float
    times: int = 1
    prefix: int = 0
    clitics: int = 0
    joined: bool = False
    article: bool = False
    alone: bool = True


_UNITS = {
    0: "صفر",
    1: "واحد واحده",
    2: "اثنان اثنين اثنتان اثنتين اتنين",
    3: "ثلاثه ثلاث تلاته",
    4: "اربعه اربع",
    5: "خمسه خمس",
    6: "سته ست",
    7: "سبعه سبع",
    8: "ثمانيه ثماني ثمان تمانيه",
    9: "تسعه تسع",
}
# First parts of eleven and twelve; alone they are "one of" (أحد المسؤولين) or nothing.
_BEFORE_TEN = {1: "احد احدي", 2: "اثنا اثني اثنتا اثنتي"}
_TEN = "عشره عشر"
TENS = {
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "اربعون اربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
}
_HUNDRED = ("مايه", "ميه")
_HUNDREDS = {3: "ثلاث ثلث", 4: "اربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني", 9: "تسع"}
# value -> (singular and accusative, dual, plural)
_SCALES = {
    1_000: ("الف", "الفان الفين الفي", "الاف"),
    1_000_000: ("مليون", "مليونان مليونين مليوني", "ملايين"),
    1_000_000_000: ("مليار بليون", "ملياران مليارين ملياري بليونان بليونين بليوني", "مليارات بلايين"),
    1_000_000_000_000: ("تريليون ترليون", "تريليونان تريليونين تريليوني ترليونين", "تريليونات ترليونات"),
}
_FRACTIONS = {0.5: "نصف", 0.25: "ربع", 1 / 3: "ثلث", 2 / 3: "ثلثا ثلثي ثلثين"}
_VAGUE = {10: "عشرات", 100: "ميات مءات", 1000: "الوف"}

_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
# Everyday words that only look like a proclitic and a number.
_NOT_NUMBERS = frozenset(
    [
        "كميه",
        "كميات",
        "وكميه",
        "وكميات",
        "لست",
        "كست",
        "فست",
        "لتسع",
        "وتسع",
        "فتسع",
        "لثلث",
        "لربع",
        "كالف",
        "فالف",
        "فواحد",
    ]
)


def _plain_words() -> Iterator[tuple[str, NumberWord]]:
    def each(words: str) -> Iterable[str]:
        return words.split()

    for value, words in _UNITS.items():
        yield from ((word, NumberWord("unit", value)) for word in each(words))
    for value, words in _BEFORE_TEN.items():
        yield from ((word, NumberWord("unit", value, alone=False)) for word in each(words))
    yield from ((word, NumberWord("ten", 10)) for word in each(_TEN))
    for value, words in TENS.items():
        yield from ((word, NumberWord("tens", value)) for word in each(words))
    for hundred in _HUNDRED:
        yield hundred, NumberWord("hundred", 100)
        for dual in ("ان", "ين", "ا", "ي"):
            yield hundred[:-1] + "ت" + dual, NumberWord("hundred", 200, times=2)
        for count, words in _HUNDREDS.items():
            yield from ((word + hundred, NumberWord("hundred", 100 * count, times=count)) for word in each(words))
    for value, (singular, dual_words, plural) in _SCALES.items():
        for word in each(singular):
            yield word, NumberWord("scale", value)
            # ألفاً after eleven to ninety-nine is one thousand; ألفا alone before its noun is the dual (see numerals).
            yield word + "ا", NumberWord("scale", value, times=-2)
        yield from ((word, NumberWord("scale", value, times=2)) for word in each(dual_words))
        yield from ((word, NumberWord("scale", value, times=0)) for word in each(plural))
    for part, words in _FRACTIONS.items():
        yield from ((word, NumberWord("fraction", part)) for word in each(words))
    for size, words in _VAGUE.items():
        yield from ((word, NumberWord("vague", size)) for word in each(words))


def _with_clitics() -> dict[str, NumberWord]:
    table: dict[str, NumberWord] = {}
    plain = list(_plain_words())
    for clitic in _CLITICS:
        for word, entry in plain:
            joined = clitic.startswith("و")
            clitics = len(clitic)
            bare, definite = clitic + word, clitic + "ال" + word
            if clitic.endswith("ل"):
                definite = clitic + "ل" + word
            prefix = len(definite) - len(word)
            for form, article, cut in ((bare, False, clitics), (definite, True, prefix)):
                if form not in _NOT_NUMBERS:
                    table.setdefault(form, entry._replace(prefix=cut, clitics=clitics, joined=joined, article=article))
    table.update(plain)
    # The weekdays: Sunday and Monday are spelt like numbers with the article.
    for clitic in _CLITICS:
        for word in ("الاحد", "الاثنين", "الاتنين"):
            table.pop(clitic + word, None)
        table.pop(clitic + "لاحد", None)
        table.pop(clitic + "لاثنين", None)
    return table


NUMBER_WORDS = _with_clitics()
