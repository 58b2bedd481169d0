"""What a figure's sentence is about: a market's quotations, or a happening before the one that is reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rawi.arabic.quantities.word_sets import word_set
from rawi.comparing.stems import light_stem

_MARKET = frozenset(
    light_stem(word)
    for word in word_set(
        "سهم اسهم موشر تداول تداولات بورصه بورصات اوقيه اونصه للاوقيه برميل للبرميل برنت خام الخام نقطه صفقه صفقات "
        "اغلاق اغلق الاجله العقود ستاندرد ناسداك الذهب العمله الفضه البلاديوم البلاتين"
    )
)
_WEEKDAYS = word_set("السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه")
_AFTER = word_set("بعد قبل عقب منذ")
_LENGTHS = frozenset(
    light_stem(word)
    for word in word_set(
        "يوم ايام يومين اسبوع اسبوعين اسابيع شهر شهرين اشهر شهور عام عامين اعوام سنه سنتين سنوات ساعه ساعات ساعتين"
    )
)
_FROM = frozenset(["من", "علي"])
# Words from بعد to the length of time, and from there to the figure: بعد أقل من أسبوع على خطف ثمانية مقاتلين.
_LENGTH_REACH, _FIGURE_REACH = 4, 8


def count_market_words(words: Iterable[str]) -> int:
    """How many different words of trading there are among folded words.

    >>> count_market_words("تراجعت اسهم 25 شركه في تداولات اليوم".split())
    2
    """
    return len(_MARKET.intersection(map(light_stem, words)))


def names_weekday(words: Iterable[str]) -> bool:
    """Whether a day of the week stands among folded words: two reports that name other days tell of other days."""
    return any(word in _WEEKDAYS for word in words)


def is_told_as_earlier(words: Sequence[str]) -> bool:
    """Whether the sentence's folded words before a figure put what it counts some time before what is reported.

    >>> is_told_as_earlier("خطف خمسه بعد اقل من اسبوع علي خطف".split()), is_told_as_earlier("بعد خطف".split())
    (True, False)
    """
    for at, word in enumerate(words):
        if word.removeprefix("و") not in _AFTER:
            continue
        for length in range(at + 1, min(at + 1 + _LENGTH_REACH, len(words) - 1)):
            near = len(words) - length <= _FIGURE_REACH
            if near and light_stem(words[length]) in _LENGTHS and words[length + 1] in _FROM:
                return True
    return False
