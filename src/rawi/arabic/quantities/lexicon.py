"""Tables of units and counted nouns, and look-ups in a text's tokens.

The tables (``units.tsv``, ``nouns.tsv``) hold plain spellings; they are folded, given their duals and multiplied by the
article when they are loaded, so that a token costs one look-up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from rawi.arabic.letters import fold
from rawi.model.view import Token


@dataclass(frozen=True, slots=True)
class Unit:
    """A currency or unit of measure. ``factor`` turns a value into the ``base`` unit that comparable units share."""

    code: str
    category: str
    base: str
    factor: float


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A noun that the press counts: ``key`` of its kind of thing, and what its meaning already says.

    ``group`` tells which people or things (civilian, military), ``role`` what befell them (killed, wounded).
    ``number`` is "singular", "dual" or "plural"; an ambiguous oblique form (مواطنين) is "plural".
    """

    key: str
    category: str
    group: str | None
    role: str | None
    number: str
    definite: bool = False


def _rows(name: str) -> Iterator[list[str]]:
    for line in files("rawi.arabic.quantities").joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _load_units() -> dict[tuple[str, ...], Unit]:
    table: dict[tuple[str, ...], Unit] = {}
    for code, category, base, factor, forms in _rows("units.tsv"):
        unit = Unit(code, category, base, float(factor))
        for form in forms.split("|"):
            # The first row that lists a spelling keeps it: ريال alone is Saudi only because its row comes first.
            table.setdefault(tuple(_pieces(form)), unit)
    return table


def _pieces(form: str) -> list[str]:
    """The form's words as the tokenizer cuts them: letters and digits that touch are two (م2)."""
    pieces: list[str] = []
    for word in fold(form).split():
        letters = word.rstrip("0123456789")
        pieces += [part for part in (letters, word[len(letters) :]) if part]
    return pieces


UNITS = _load_units()
_UNIT_HEADS: dict[str, tuple[int, ...]] = {}
for _form in sorted(UNITS, key=len, reverse=True):
    _UNIT_HEADS[_form[0]] = tuple(dict.fromkeys((*_UNIT_HEADS.get(_form[0], ()), len(_form))))


def find_unit(tokens: Sequence[Token], index: int) -> tuple[Unit, int] | None:
    """The unit that starts at the token and the token index after it, the longest form first.

    >>> from rawi.arabic.tokens import tokenize
    >>> find_unit(tokenize("دينار كويتي واحد"), 0)
    (Unit(code='KWD', category='money', base='KWD', factor=1.0), 2)
    """
    if index >= len(tokens):
        return None
    lengths = _UNIT_HEADS.get(tokens[index].fold)
    if lengths is None:
        return None
    for length in lengths:
        found = UNITS.get(tuple(token.fold for token in tokens[index : index + length]))
        if found is not None:
            return found, min(index + length, len(tokens))
    return None


def dual_forms(singular: str) -> tuple[str, ...]:
    """The duals of a folded singular, nominative and oblique.

    >>> dual_forms("رحله"), dual_forms("شخص")
    (('رحلتان', 'رحلتين'), ('شخصان', 'شخصين'))
    """
    stem = singular[:-1] + "ت" if singular.endswith("ه") else singular
    return stem + "ان", stem + "ين"


def _load_nouns() -> dict[str, CountedNoun]:
    table: dict[str, CountedNoun] = {}
    for key, category, group, role, regular, singulars, plurals in _rows("nouns.tsv"):
        plural = CountedNoun(key, category, None if group == "-" else group, None if role == "-" else role, "plural")
        singular, dual = replace(plural, number="singular"), replace(plural, number="dual")
        # Plurals come first: where the oblique dual is spelt like the plural (لاعبين), the plural is far commoner.
        forms = [(word, plural) for word in map(fold, plurals.split("|")) if " " not in word]
        for word in map(fold, singulars.split("|")):
            if " " in word:
                continue
            forms.append((word, singular))
            if not word.endswith(("ه", "ا")):
                forms.append((word + "ا", singular))
            nominative, oblique = dual_forms(word)
            forms.append((nominative, dual))
            forms.append((oblique, plural if regular == "s" and not word.endswith("ه") else dual))
        for form, entry in forms:
            table.setdefault(form, entry)
            definite = replace(entry, definite=True)
            table.setdefault("ال" + form, definite)
    # A movement's name is commoner than two students.
    table.pop("طالبان", None)
    return table


NOUNS = _load_nouns()


def find_noun(word: str) -> CountedNoun | None:
    """The counted noun of a folded word, with or without article.

    >>> find_noun("قتيلين").role, find_noun("الجرحي").definite
    ('killed', True)
    """
    return NOUNS.get(word)
