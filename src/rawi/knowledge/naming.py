"""Names as keys: spellings of one name made equal, demonyms inflected, a person's names taken apart."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.arabic.letters import fold

_DROPPED = " \u00a0\t\n.-–—_/\"'«»“”()[]،,:*"
# Particles that belong to the family name after them: بن سلمان, أبو الغيط, آل ثاني, دي ميستورا.
_PARTICLES = "بن ابن بنت ابو بو ابي ام ال عبد ولد دي دو دا دل فان فون لو لا سان ماك اوغلو"
# Adjective endings after a nisba in -ي: singular, dual and plural, masculine and feminine, folded.
_ENDINGS = ("", "ه", "ون", "ين", "ان", "تان", "تين", "ات")


class _KeyLetters(dict[int, str]):
    """Each letter's part of a key, worked out once: str.translate is several times faster where no letter is missing,
    and keys are made by the ten thousand when tables load.
    """

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = part = "" if letter in _DROPPED else fold(letter).lower()
        return part


_KEY_LETTERS = _KeyLetters()
# Spellings of one sound that differ throughout a newspaper: the left one is read as the right one.
_SPELLINGS = (("امريك", "اميرك"), ("ديموقراط", "ديمقراط"), ("فيدرال", "فدرال"), ("ميليشي", "مليشي"))


def make_key(name: str) -> str:
    """The name folded, without blanks, stops, hyphens and quotes: أ.ف.ب and أ ف ب, عبد الله and عبدالله are the same.

    >>> make_key("أ.ف.ب") == make_key("ا ف ب"), make_key("عبد الله") == make_key("عبدالله")
    (True, True)
    """
    key = name.translate(_KEY_LETTERS)
    for spelling, usual in _SPELLINGS:
        key = key.replace(spelling, usual)
    return key


def inflect_demonym(stem: str) -> Iterator[str]:
    """All folded forms of a demonym, with and without the article; two words are inflected together.

    >>> forms = set(inflect_demonym("أميركي"))
    >>> {"اميركيه", "الاميركيون", "اميركيان", "الاميركيات"} <= forms
    True
    >>> "الكوريه الجنوبيه" in set(inflect_demonym("كوري جنوبي"))
    True
    """
    words = fold(stem).split()
    # Only a nisba is inflected; جنوب in جنوب أفريقي stays as it is.
    fixed = [word for word in words if not word.endswith("ي")]
    nisbas = [word for word in words if word.endswith("ي")]
    for ending in _ENDINGS:
        inflected = [word + ending for word in nisbas]
        yield " ".join((*fixed, *inflected))
        if fixed:
            yield " ".join(("ال" + fixed[0], *fixed[1:], *inflected))
        else:
            yield " ".join("ال" + word for word in inflected)


def with_article(word: str) -> str:
    """The word with the article, each of its words if there are several.

    >>> with_article("كوري جنوبي"), with_article("جنوب أفريقي")
    ('الكوري الجنوبي', 'الجنوب أفريقي')
    """
    words = word.split()
    if all(part.endswith(("ي", "ية")) for part in words):
        return " ".join("ال" + part for part in words)
    return "ال" + word


def split_surname(name: str) -> str | None:
    """The family name of a full name, with the particles that belong to it, or None for a single word.

    >>> split_surname("محمد بن سلمان"), split_surname("ستافان دي ميستورا"), split_surname("جو بايدن")
    ('بن سلمان', 'دي ميستورا', 'بايدن')
    """
    words = name.split()
    if len(words) < 2:
        return None
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in _PARTICLES.split():
        start -= 1
    return " ".join(words[start:])


def is_part_of_name(part: str, name: str) -> bool:
    """Whether the words of the part stand in the name, in the same order, with or without the article.

    >>> is_part_of_name("بايدن", "جو بايدن"), is_part_of_name("الكاظمي", "مصطفى الكاظمي")
    (True, True)
    >>> is_part_of_name("سعود الفيصل", "فيصل بن فرحان آل سعود")
    False
    """
    words, rest = _name_words(part), iter(_name_words(name))
    return bool(words) and all(word in rest for word in words)


def _name_words(name: str) -> list[str]:
    """The folded words, عبد joined to what follows it, without the article."""
    folded = fold(name).replace("عبد ", "عبد").replace("-", " ")
    return [word.removeprefix("ال") or word for word in folded.split()]
