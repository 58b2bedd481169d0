"""Verbs: all written forms of a verb from one or two of its parts, in the folded spelling that tokens are compared in.

A verb is given by its perfect, with the shadda where it has one (أكّد، حثّ، اتّفق), because unvocalised letters alone
don't tell the second form from the first. The ten common forms, hollow, doubled, defective and assimilated roots
follow the tables of any school grammar; what can't be derived (the imperfect of weak verbs of the first form, the
verbal nouns of the first form) is given beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from rawi.arabic.letters import fold

Aspect: TypeAlias = Literal["perfect", "imperfect", "masdar", "participle"]

_SHADDA = "\u0651"
_WEAK = "اوي"


class VerbForm(NamedTuple):
    """One written form. ``passive`` is True only where the letters themselves show it (قيل، اغتيل، هوجم).

    ``person`` is "3", "1" or "2"; a form written alike for several persons stands under the commonest in news.
    ``before_pronoun`` marks spellings that occur only with a pronoun behind them (دعاه، استقبلوه), ``jussive`` those
    that occur only after لم or لا (لم يعد).
    """

    text: str
    aspect: Aspect
    passive: bool = False
    person: str = "3"
    before_pronoun: bool = False
    jussive: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """The parts of a verb in folded letters. ``kind`` is the form's number (1 to 10) or 11 for four-letter roots."""

    perfect: str
    imperfect: str
    kind: int
    doubled: bool
    defective: str
    masdars: tuple[str, ...]

    @property
    def hollow(self) -> bool:
        """Whether a long vowel stands where the middle root letter should (قال، اغتال)."""
        middle = self.perfect[-2]
        return middle == "ا" and not self.defective and not self.doubled and self.kind in (1, 4, 7, 8, 10)


def parse_verb(perfect: str, imperfect: str | None = None, masdars: tuple[str, ...] = ()) -> Verb:
    """A verb from its perfect and, where it can't be derived, its imperfect and verbal nouns.

    Raises ValueError for a perfect of no known form, and for a weak verb of the first form without its imperfect.

    >>> parse_verb("اتّفق").imperfect, parse_verb("استعاد").imperfect, parse_verb("اغتال").masdars
    ('يتفق', 'يستعيد', ('اغتيال',))
    """
    letters, strong = _letters(perfect)
    doubled = bool(strong) and strong[-1] == len(letters) - 1
    defective = letters[-1] if letters[-1] in "اىي" else ""
    kind = _kind(perfect, letters, strong, doubled)
    folded = fold(letters)
    stem = fold(imperfect) if imperfect else _imperfect(folded, kind, defective)
    if stem is None:
        raise ValueError(f"the imperfect of {perfect!r} can't be derived: give it as well")
    known = tuple(fold(masdar) for masdar in masdars)
    return Verb(folded, stem, kind, doubled, defective, known or _masdars(folded, kind, doubled, defective))


def _letters(word: str) -> tuple[str, tuple[int, ...]]:
    """The letters without vowel marks, and the indexes of those with a shadda."""
    letters, strong = "", []
    for letter in word:
        if letter == _SHADDA:
            strong.append(len(letters) - 1)
        elif not "\u064b" <= letter <= "\u0652":
            letters += letter
    return letters, tuple(strong)


def _kind(perfect: str, letters: str, strong: tuple[int, ...], doubled: bool) -> int:
    length = len(letters) + (1 if doubled else 0)
    inner = [index for index in strong if index < len(letters) - 1]
    if letters.startswith("است") and length == 6:
        return 10
    if length == 5 and letters[0] == "ت" and letters[2] == "ا":
        return 6
    if length == 4 and letters[0] == "ت" and inner == [2]:
        return 5
    if length == 5 and letters[0] == "ت":
        return 5  # four root letters (تجمهر) are conjugated like the fifth form
    if letters[0] == "ا" and length == 5:
        return 7 if letters[1] == "ن" and letters[2] != "ت" else 8
    if letters[0] == "ا" and length == 4 and inner:
        return 8  # the infixed ت has merged with the first root letter: اتّفق، ادّعى، اطّلع
    if letters[0] in "أآ" and length == 4:
        return 4
    if length == 4 and letters[1] == "ا":
        return 3
    if length == 3:
        return 2 if inner == [1] else 1
    if length == 4:
        return 11
    raise ValueError(f"no form of the Arabic verb fits {perfect!r}")


def _imperfect(perfect: str, kind: int, defective: str) -> str | None:
    if kind == 1:
        if perfect[0] == "و" and not defective:
            return "ي" + perfect[1:]
        weak = defective or (len(perfect) == 3 and perfect[1] == "ا")
        return None if weak else "ي" + perfect
    if kind == 2 and perfect[0] == "ا":
        return "يو" + perfect[1:]  # the hamza sits on a waw: أكّد، يؤكّد
    if kind in (2, 3, 5, 6, 11):
        return "ي" + perfect
    stem = "ي" + perfect[1:]
    if kind in (4, 10) and not defective and stem[-2] == "ا":
        stem = stem[:-2] + "ي" + stem[-1]
    return stem


def _masdars(perfect: str, kind: int, doubled: bool, defective: str) -> tuple[str, ...]:
    last = perfect[-1]
    body = perfect[:-1]
    hollow = not defective and not doubled and len(perfect) > 2 and perfect[-2] == "ا"
    if kind == 1:
        return ()
    if kind == 2:
        return ("ت" + body + "يه",) if defective else ("ت" + body + "ي" + last,)
    if kind == 3:
        return ("م" + body + "اه",) if defective else ("م" + perfect + "ه",)
    if kind in (5, 6):
        return (perfect,)
    if kind == 11:
        return (perfect + "ه",)
    if defective:
        return (body + "اء",)
    if doubled:
        return (perfect + "ا" + last,)
    if hollow:
        return (perfect + "ه",) if kind in (4, 10) else (perfect[:-2] + "يا" + last,)
    if kind == 4 and perfect[1] == "و":
        return ("اي" + perfect[2:-1] + "ا" + last,)
    return (body + "ا" + last,)


@lru_cache(maxsize=4096)
def conjugate(verb: Verb) -> tuple[VerbForm, ...]:
    """Every written form of the verb, without clitics, the commonest reading of a spelling first.

    >>> forms = {form.text for form in conjugate(parse_verb("استقبل"))}
    >>> {"استقبلت", "يستقبلون", "نستقبل", "استقبال", "مستقبل"} <= forms
    True
    >>> [form.text for form in conjugate(parse_verb("اغتال")) if form.passive][:2]
    ['اغتيل', 'اغتيلت']
    """
    forms: dict[tuple[str, bool, bool], VerbForm] = {}
    for form in (*_perfects(verb), *_imperfects(verb), *_nouns(verb), *_participles(verb)):
        # A verbal noun written like the perfect (وعد، قتل) is a reading of its own.
        forms.setdefault((form.text, form.before_pronoun, form.aspect == "masdar"), form)
    return tuple(forms.values())


def _perfects(verb: Verb) -> list[VerbForm]:
    forms = _perfect_forms(verb.perfect, verb, False)
    passive = _passive_perfect(verb)
    if passive and passive != verb.perfect:
        forms += [VerbForm(passive + end, "perfect", True) for end in ("", "ت", "ا", "تا", "وا")]
    return forms


def _perfect_forms(stem: str, verb: Verb, passive: bool) -> list[VerbForm]:
    def form(text: str, person: str = "3", before: bool = False) -> VerbForm:
        return VerbForm(text, "perfect", passive, person, before)

    if verb.defective in ("ا", "ى"):
        body, weak = stem[:-1], "و" if verb.defective == "ا" else "ي"
        ends = [form(stem), form(body + "ت"), form(body + "تا"), form(body + "وا"), form(body + weak + "ا")]
        return [
            *ends,
            form(body + weak + "نا", "1"),
            form(body + weak + "ت", "1"),
            form(body + "ا", before=True),
            form(body + "و", before=True),
        ]
    forms = [form(stem), form(stem + "ت"), form(stem + "ا"), form(stem + "تا")]
    forms.append(form((stem[:-1] if verb.defective else stem) + "وا"))
    short = stem
    if verb.hollow:
        short = stem[:-2] + stem[-1]
    elif verb.doubled:
        short = stem + stem[-1]
    forms += [form(short + "نا", "1"), form(short + "ن"), form(short + "تم", "2")]
    if short != stem:
        forms.append(form(short + "ت", "1"))
    return [*forms, form(stem + "و", before=True)]


def _passive_perfect(verb: Verb) -> str | None:
    perfect = verb.perfect
    if verb.hollow:
        return perfect[:-2] + "ي" + perfect[-1]
    if verb.kind == 3:
        return perfect[0] + "و" + perfect[2:]
    if verb.kind == 6:
        return perfect[:2] + "و" + perfect[3:]
    return perfect[:-1] + "ي" if verb.defective == "ا" else None


def _imperfects(verb: Verb) -> list[VerbForm]:
    stem = verb.imperfect[1:]
    forms = _imperfect_forms(stem, verb, False)
    passive = stem
    if verb.hollow and stem[-2] in "وي":
        passive = stem[:-2] + "ا" + stem[-1]
    elif verb.defective and stem[-1] == "و":
        passive = stem[:-1] + "ي"
    elif verb.kind == 1 and verb.perfect[0] == "و" and stem == verb.perfect[1:]:
        passive = verb.perfect
    if passive != stem:
        forms += _imperfect_forms(passive, verb, True)
    return forms


def _imperfect_forms(stem: str, verb: Verb, passive: bool) -> list[VerbForm]:
    def form(text: str, person: str = "3", before: bool = False) -> VerbForm:
        return VerbForm(text, "imperfect", passive, person, before)

    body = stem[:-1] if verb.defective else stem
    forms = [form("ي" + stem), form("ت" + stem), form("ن" + stem, "1"), form("ا" + stem, "1")]
    for prefix in "يت":
        forms += [form(prefix + body + "ون"), form(prefix + body + "وا"), form(prefix + body + "و", before=True)]
        # The dual's subjunctive (أن يقرّا) is left out: it is rare, and other verbs are written like it (يقرأ).
        forms += [form(prefix + stem + "ان"), form(prefix + stem + "ن")]
    short = None
    if verb.defective:
        short = body
    elif verb.hollow and stem[-2] in _WEAK:
        short = stem[:-2] + stem[-1]
    if short:  # the jussive; its first persons (لم أنه) are too rare in news to let them stand for إنه, نقل ...
        forms += [VerbForm(prefix + short, "imperfect", passive, jussive=True) for prefix in "يت"]
    if verb.defective and stem[-1] == "ي":
        forms += [form(prefix + body + "ا", before=True) for prefix in "يتن"]
    return forms


def _nouns(verb: Verb) -> list[VerbForm]:
    return [VerbForm(text, "masdar") for masdar in verb.masdars for text in decline(masdar)]


def _participles(verb: Verb) -> list[VerbForm]:
    if verb.kind == 1:
        first, last = verb.perfect[0], verb.perfect[-1]
        if verb.doubled:
            stems = [first + "ا" + last, "م" + verb.perfect + "و" + last]
        elif verb.hollow:
            stems = [first + "اي" + last]
        elif verb.defective:
            stems = [first + "ا" + verb.perfect[1] + "ي"]
        else:
            stems = [first + "ا" + verb.perfect[1:], "م" + verb.perfect[:2] + "و" + last]
    else:
        stems = ["م" + verb.imperfect[1:]]
        if verb.hollow and verb.imperfect[-2] == "ي":
            stems.append("م" + verb.imperfect[1:-2] + "ا" + verb.imperfect[-1])
    return [VerbForm(text, "participle") for stem in stems for text in decline(stem, person=True)]


def decline(noun: str, person: bool = False) -> tuple[str, ...]:
    """The written forms of a folded noun: alone, with tanwin's alif, dual and the sound plurals.

    >>> decline("زياره")
    ('زياره', 'زيارات', 'زيارتان', 'زيارتين', 'زيارت')
    """
    if noun.endswith("ه"):
        stem = noun[:-1]
        return noun, stem + "ات", stem + "تان", stem + "تين", stem + "ت"
    forms = [noun, noun + "ا", noun + "ات", noun + "ان", noun + "ين"]
    if noun.endswith("ء"):
        forms += [noun[:-1] + "ي", noun[:-1] + "و"]  # the hamza's seat before a pronoun: لقائه، لقاؤه
    if person:
        forms += [noun + "ون", noun + "ه"]
        if noun.endswith("ي"):
            forms += [noun[:-1], noun[:-1] + "ون", noun[:-1] + "ين"]
    return tuple(forms)
