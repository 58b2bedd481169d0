"""The words of time, folded, with the proclitics they are written with.

Month names: Syriac (Levant, Iraq), English-French (Egypt, Gulf), French (Algeria, Tunisia: جانفي، أوت) and Moroccan
(غشت، شتنبر); they agree with CLDR's ar, ar-IQ, ar-DZ and ar-MA.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class TimeWord(NamedTuple):
    """One word's part in the grammar.

    ``cut`` is how many folded letters of proclitics stand before it (the article is not cut off), ``article`` whether
    it is definite, ``clitic`` the proclitics themselves. ``weak`` words mean something else more often (اب، ماي، مارس):
    they need a neighbour of the calendar.
    """

    kind: str
    value: str | int
    cut: int = 0
    article: bool = False
    clitic: str = ""
    weak: bool = False
    number: str = "one"


# With the English names, which stand under messages that articles embed (October 25, 2024).
MONTHS = {
    1: "يناير جانفي January Jan",
    2: "فبراير فيفري شباط فبرير February Feb",
    3: "مارس اذار March Mar",
    4: "ابريل نيسان افريل April Apr",
    5: "مايو ايار ماي May",
    6: "يونيو يونيه حزيران جوان يونية June Jun",
    7: "يوليو يوليه تموز جويليه يوليوز جوييه July Jul",
    8: "اغسطس اب اوت غشت اغسطوس August Aug",
    9: "سبتمبر ايلول شتنبر September Sept Sep",
    10: "اكتوبر October Oct",
    11: "نوفمبر نونبر نوفنبر November Nov",
    12: "ديسمبر دجنبر ديسنبر December Dec",
}
WEAK_MONTHS = frozenset(
    ["اب", "ماي", "جوان", "مارس", "نيسان", "اوت", "May", "March", "Mar", "Jan", "Jun", "Sep", "Dec"]
)
# First word of a month of two words -> second word -> month.
TWO_WORD_MONTHS = {
    "تشرين": {"الاول": 10, "الثاني": 11, "اول": 10, "ثاني": 11, "ثان": 11},
    "كانون": {"الاول": 12, "الثاني": 1, "اول": 12, "ثاني": 1, "ثان": 1},
}
HIJRI_MONTHS = {1: "محرم المحرم", 2: "صفر", 7: "رجب", 8: "شعبان", 9: "رمضان", 10: "شوال"}
WEAK_HIJRI = frozenset(["محرم", "صفر", "رجب", "شعبان", "رمضان"])
TWO_WORD_HIJRI = {
    "ربيع": {"الاول": 3, "اول": 3, "الثاني": 4, "الاخر": 4, "ثاني": 4, "اخر": 4},
    "جمادي": {"الاول": 5, "الاولي": 5, "الثاني": 6, "الثانيه": 6, "الاخره": 6, "الاخر": 6},
    **{word: {"القعده": 11, "قعده": 11, "الحجه": 12, "حجه": 12} for word in ("ذو", "ذي", "ذا")},
}
WEEKDAYS = {
    1: "اثنين",
    2: "ثلاثاء ثلثاء ثلاثا",
    3: "اربعاء اربعا",
    4: "خميس",
    5: "جمعه",
    6: "سبت",
    7: "احد",
}
# unit -> (singular, dual, plural)
UNITS = {
    "S": ("ثانيه", "ثانيتان ثانيتين", "ثوان ثواني"),
    "MIN": ("دقيقه", "دقيقتان دقيقتين", "دقايق"),
    "H": ("ساعه", "ساعتان ساعتين", "ساعات"),
    "D": ("يوم يوما نهار نهارا", "يومان يومين", "ايام اياما"),
    "N": ("ليله", "ليلتان ليلتين", "ليال ليالي"),
    "W": ("اسبوع اسبوعا", "اسبوعان اسبوعين", "اسابيع"),
    "M": ("شهر شهرا", "شهران شهرين", "اشهر شهور اشهرا شهورا"),
    "Y": ("عام عاما سنه", "عامان عامين سنتان سنتين", "اعوام اعواما سنوات سنين"),
    "DE": ("عقد عقدا", "عقدان عقدين", "عقود"),
    "CE": ("قرن قرنا", "قرنان قرنين", "قرون"),
}
# "the two days of", "the two months of": construct duals that head a list.
PAIR_HEADS = {"يومي": "D", "شهري": "M", "عامي": "Y", "سنتي": "Y", "ليلتي": "N"}
MODIFIERS = {
    "past": "ماضي ماضيه ماضيين ماضيتين منصرم منصرمه منصرمين فايت فايته سابق سابقه سالف منقضي منقضيه",
    "last": "اخير اخيره اخيرين اخيرتين",
    "present": "جاري جاريه حالي حاليه راهن راهنه",
    "future": "مقبل مقبله مقبلين مقبلتين قادم قادمه قادمين قادمتين اتي اتيه",
    "following": "تالي تاليه لاحق لاحقه",
}
# After an amount without the article: ثلاث سنوات مقبلة، قبل سنوات مضت.
BARE_MODIFIERS = {
    "past": "ماضيه مضت خلت انقضت منصرمه سابقه",
    "future": "مقبله قادمه اتيه مقبل قادم",
    "before": "خلون",
}
PARTS = {
    "START": "بدايه بدايات مطلع مستهل اوايل غره فاتحه",
    "MID": "منتصف اواسط",
    "END": "نهايه نهايات اواخر ختام بقيه باقي",
}
# اول and اخر are parts only right before a period (أول الشهر، آخر العام).
WEAK_PARTS = {"START": "اول", "END": "اخر", "MID": "وسط"}
DAYPARTS = {
    "MO": "فجر صباح ضحي صبيحه صباحا فجرا صبحا",
    "MI": "ظهر ظهيره ظهرا",
    "AF": "عصر عصرا",
    "EV": "مساء مساءا مغرب عشيه امسيه",
    "NI": "ليل ليله ليلا",
}
SEASONS = {"SP": "ربيع", "SU": "صيف", "FA": "خريف", "WI": "شتاء"}
DECADES = {
    2: "عشرينيات عشرينات",
    3: "ثلاثينيات ثلاثينات",
    4: "اربعينيات اربعينات",
    5: "خمسينيات خمسينات",
    6: "ستينيات ستينات",
    7: "سبعينيات سبعينات",
    8: "ثمانينيات ثمانينات",
    9: "تسعينيات تسعينات",
}
# Adverbs of today; each is a word of its own.
DAYS = {"اليوم": 0, "امس": -1, "الامس": -1, "البارحه": -1, "غدا": 1, "غد": 1, "الغد": 1, "الليله": 0}
SETS = {"يوميا": "P1D", "اسبوعيا": "P1W", "شهريا": "P1M", "سنويا": "P1Y"}
# One-word references; what needs a second word is in references.py.
REFERENCES = {
    "الان": "PRESENT_REF",
    "حاليا": "PRESENT_REF",
    "مؤخرا": "PAST_REF",
    "موخرا": "PAST_REF",
    "سابقا": "PAST_REF",
    "قريبا": "FUTURE_REF",
    "لاحقا": "FUTURE_REF",
    "مستقبلا": "FUTURE_REF",
}
SAME = frozenset(["انذاك", "حينها", "وقتها", "يومها", "حينذاك", "وقتذاك", "يوميذ", "حينيذ"])
VAGUE_AMOUNTS = frozenset(["بضع", "بضعه", "عده", "عدد"])
DEMONSTRATIVES = frozenset(["هذا", "هذه", "هذين"])

_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")


def _entries() -> Iterator[tuple[str, TimeWord, str]]:
    """(word, part in the grammar, forms: "bare", "article" or "both")."""
    for month, words in MONTHS.items():
        yield from ((word, TimeWord("month", month, weak=word in WEAK_MONTHS), "bare") for word in words.split())
    for month, words in HIJRI_MONTHS.items():
        yield from ((word, TimeWord("hijri", month, weak=word in WEAK_HIJRI), "bare") for word in words.split())
    for first in TWO_WORD_MONTHS:
        yield first, TimeWord("month2", first), "bare"
    for first in TWO_WORD_HIJRI:
        yield first, TimeWord("hijri2", first), "bare"
    for weekday, words in WEEKDAYS.items():
        yield from ((word, TimeWord("weekday", weekday), "both") for word in words.split())
    for unit, (one, two, many) in UNITS.items():
        for number, words in (("one", one), ("two", two), ("many", many)):
            yield from ((word, TimeWord("unit", unit, number=number), "both") for word in words.split())
    for table, kind, forms in (
        (MODIFIERS, "modifier", "article"),
        (PARTS, "part", "bare"),
        (DAYPARTS, "daypart", "both"),
        (SEASONS, "season", "both"),
    ):
        for part, words in table.items():
            yield from ((word, TimeWord(kind, part), forms) for word in words.split())
    for value, words in DECADES.items():
        yield from ((word, TimeWord("decade", value), "both") for word in words.split())
    for part, words in WEAK_PARTS.items():
        yield from ((word, TimeWord("part", part, weak=True), "bare") for word in words.split())
    for word, days in DAYS.items():
        yield word, TimeWord("day", days, article=word.startswith("ال")), "bare"
    for word, period in SETS.items():
        yield word, TimeWord("set", period), "bare"
    for word, reference in REFERENCES.items():
        yield word, TimeWord("reference", reference), "bare"
    for word in SAME:
        yield word, TimeWord("same", word), "bare"
    for word, unit in PAIR_HEADS.items():
        yield word, TimeWord("pair", unit), "bare"


def _table() -> dict[str, TimeWord]:
    table: dict[str, TimeWord] = {}
    for clitic in _CLITICS:
        for word, entry, forms in _entries():
            cut = len(clitic)
            if forms in ("bare", "both"):
                _add(table, clitic + word, entry._replace(cut=cut, clitic=clitic))
            if forms in ("article", "both"):
                definite = clitic + "ال" + word
                if clitic.endswith("ل"):
                    # للخميس: the article has lost its alif, so nothing of لل is cut off.
                    definite, cut = clitic + "ل" + word, cut - 1
                _add(table, definite, entry._replace(cut=cut, clitic=clitic, article=True))
    for word, shift in DAYS.items():
        # لليوم، للغد: the article has lost its alif behind ل.
        if word.startswith("ال"):
            for clitic in ("ل", "ول"):
                table[clitic + "ل" + word[2:]] = TimeWord("day", shift, len(clitic) - 1, True, clitic)
    return table


# Of two parts that one form may play, the one that comes first here wins (ربيع الأول is told from ربيع by its second
# word).
_RANKS = ("day", "hijri2", "month2", "weekday", "month", "pair", "daypart", "season", "unit", "hijri", "part")


def _add(table: dict[str, TimeWord], form: str, entry: TimeWord) -> None:
    old = table.get(form)
    if old is None or (len(entry.clitic) <= len(old.clitic) and _rank(entry) < _rank(old)):
        table[form] = entry


def _rank(entry: TimeWord) -> int:
    return _RANKS.index(entry.kind) if entry.kind in _RANKS else len(_RANKS)


TIME_WORDS = _table()
# Everyday words that only look like a proclitic and a word of time.
for _form in ("وسط", "لاول", "كاول", "فاول", "باخر", "كاب", "فاب", "باب", "لاب", "واب", "لماي", "وماي"):
    TIME_WORDS.pop(_form, None)
for _form in ("بسبت", "فجمعه", "لجمعه", "وجمعه", "بجمعه", "كجمعه", "كاحد", "لاحد", "باحد", "واحد", "فاحد", "بالاخير"):
    TIME_WORDS.pop(_form, None)
